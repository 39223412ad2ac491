import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { LAN, NUMBERS, SEALED, type World, WRITTEN } from './whole-story.ts'

/** Who somebody is: sealed, so it stands in clear nowhere at all. */
export const WHO = [...Object.values(SEALED), ...NUMBERS, LAN]
/** What somebody wrote, which staff read: in the database, and nowhere else. */
export const WORDS = Object.values(WRITTEN)

export type Place = { name: string; holds: string | Buffer }

/** `place: canary` for each canary that stands where none may. */
export function findCanaries(places: readonly Place[], canaries: readonly string[]): string[] {
  return places.flatMap(({ name, holds }) => {
    const bytes = Buffer.from(holds)
    return canaries.filter((canary) => bytes.includes(canary)).map((canary) => `${name}: ${canary}`)
  })
}

/** Every file the service keeps, by its path in the data folder. */
export function filesIn({ dataDir }: World): Place[] {
  return readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dataDir, name)).isFile())
    .map((name) => ({ name, holds: readFileSync(join(dataDir, name)) }))
}

/** What the service says of itself: its log, what its start printed, its figures. */
export async function sayings(world: World): Promise<Place[]> {
  const metrics = await (await world.get('/metrics')).text()
  return [
    { name: 'log', holds: world.logLines.join('') },
    { name: 'start', holds: world.said.join('\n') },
    { name: 'metrics', holds: metrics },
  ]
}

/** A reply as it went over the wire: every header, and the body. */
export function asPlace(name: string, { status, body, headers }: { status: number; body: unknown; headers: Headers }) {
  return { name: `${status} ${name}`, holds: JSON.stringify([[...headers], body]) }
}
