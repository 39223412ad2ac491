import type { createWorld } from '../world/world.ts'

export type World = Awaited<ReturnType<typeof createWorld>>

/** Everything said with everybody, in order: `person: …`, `bot: …`, `staff: …`. */
export async function conversationIn({ service }: World): Promise<string[]> {
  const rows = await service.ctx.db.values<[string, string, string]>(
    'SELECT id, speaker, text_sealed FROM chat_messages ORDER BY rowid',
  )
  return rows.map(([rowId, speaker, sealed]) => {
    const place = { table: 'chat_messages', column: 'text_sealed', rowId }
    return `${speaker}: ${service.ctx.sealing.open(place, sealed)}`
  })
}

/** What people said, in the order in which it was answered. */
export async function heardIn(world: World): Promise<string[]> {
  const all = await conversationIn(world)
  return all.filter((line) => line.startsWith('person: ')).map((line) => line.slice('person: '.length))
}

export async function statesIn({ service }: World): Promise<string[]> {
  const rows = await service.ctx.db.values<[string]>('SELECT state FROM chat_events ORDER BY seq')
  return rows.map(([state]) => state)
}

export async function countIn({ service }: World, table: string, where = '1'): Promise<number> {
  const [row] = await service.ctx.db.values<[number]>(`SELECT count(*) FROM ${table} WHERE ${where}`)
  return row?.[0] ?? 0
}
