import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ok, send } from '../feedback/reporting.ts'
import { filesOf, openOffice, upload } from '../feedback/sending-files.ts'
import { createWorld } from '../world/world.ts'
import { takePhoto } from './photos.ts'

type World = Awaited<ReturnType<typeof createWorld>>
const KEY = 'một câu đủ dài để làm khoá'
const CITIZEN_DATA_KEY = 'seals what citizens tell in worlds of tests'

function command({ dataDir }: World, name: string) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', name], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    env: { ...process.env, npm_config_loglevel: 'error', DATA_DIR: dataDir, BACKUP_KEY: KEY, CITIZEN_DATA_KEY },
  })
  return { status, said: `${stdout}${stderr}` }
}

/** Everything but the backups is lost. */
function loseAll({ dataDir }: World) {
  for (const name of readdirSync(dataDir)) if (name !== 'backups') rmSync(join(dataDir, name), { recursive: true })
}

test('a photo outlives the loss of everything but the backups', { timeout: 90_000 }, async () => {
  const { world, phone } = await openOffice()
  const id = await upload(phone, takePhoto({ background: '#0958d9' }))
  const { code } = await send(phone, { fileIds: [id] })
  const before = await phone.download(`/api/me/feedback/${code}/files/${id}`)
  expect(command(world, 'backup').status).toBe(0)
  expect(command(world, 'restore:drill')).toMatchObject({
    status: 0,
    said: expect.stringContaining('1 files of citizens there'),
  })
  await world.stop()
  loseAll(world)
  expect(command(world, 'restore')).toMatchObject({
    status: 0,
    said: expect.stringContaining('with 1 files of citizens'),
  })
  const again = await createWorld({ dataFrom: world.dataDir })
  const same = again.openPhone()
  same.useToken(phone.token)
  const after = await same.download(`/api/me/feedback/${code}/files/${id}`)
  expect([after.status, after.bytes.equals(before.bytes)]).toEqual([200, true])

  rmSync(join(world.dataDir, 'backups/attachments', id.slice(0, 2), id))
  expect(command(world, 'restore:drill')).toMatchObject({
    status: 1,
    said: '1 files of citizens are not beside the backup\n',
  })
})

test('whoever is erased is gone from the mirror too, and no restored copy brings their photo back', {
  timeout: 90_000,
}, async () => {
  const { world, phone } = await openOffice()
  const other = world.openPhone()
  await other.signIn()
  const [id, others] = [await upload(phone), await upload(other)]
  for (const [sender, file] of [
    [phone, id],
    [other, others],
  ] as const)
    await send(sender, { fileIds: [file] })
  expect(command(world, 'backup').status).toBe(0)
  const mirror = join(world.dataDir, 'backups/attachments')
  const kept = readFileSync(join(mirror, id.slice(0, 2), id))
  ok(await phone.post('/api/me/erasure'))
  expect(filesOf(world)).toEqual([others])
  expect(names(mirror)).toEqual([others])
  expect(command(world, 'restore:drill').status).toBe(0)

  // The copy on another machine still had it.
  await world.stop()
  const ledger = readFileSync(join(world.dataDir, 'erasures.jsonl'))
  loseAll(world)
  mkdirSync(join(mirror, id.slice(0, 2)), { recursive: true })
  writeFileSync(join(mirror, id.slice(0, 2), id), kept)
  expect(command(world, 'restore').said).toContain('with 2 files of citizens')
  writeFileSync(join(world.dataDir, 'erasures.jsonl'), ledger)
  const again = await createWorld({ dataFrom: world.dataDir })
  expect(filesOf(again)).toEqual([others])
})

function names(folder: string) {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return all.filter((name) => /\/[0-9a-f]{32}$/.test(name)).map((name) => name.slice(-32))
}
