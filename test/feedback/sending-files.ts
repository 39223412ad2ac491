import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { jpeg, takePhoto } from '../attachments/photos.ts'
import { createWorld } from '../world/world.ts'
import { ok, type Phone } from './reporting.ts'

type World = Awaited<ReturnType<typeof createWorld>>

export async function openOffice() {
  const world = await createWorld({ at: '2026-11-23T02:00:00Z' })
  const phone = world.openPhone()
  await phone.signIn()
  const officer = await world.signIn({ role: 'feedback_officer', name: 'Lê Văn Hùng' })
  return { world, phone, officer }
}

export async function upload(phone: Phone, file = takePhoto()) {
  return ok(await phone.send('/api/feedback/files', jpeg(await file))).id
}

/** Names of the files on disk. */
export function filesOf({ dataDir }: World) {
  const names = readdirSync(join(dataDir, 'attachments'), { recursive: true, encoding: 'utf8' })
  return names.filter((name) => /^..\/[0-9a-f]{32}$/.test(name)).map((name) => name.slice(3))
}
