import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newAttachmentName, openAttachments, refuseServedFolder } from '../../server/attachments/attachments.ts'
import { listMirrored, mirrorAttachments, restoreAttachments } from '../../server/attachments/mirror.ts'
import { placeIn } from '../../server/attachments/places.ts'
import { createSealing } from '../../server/sealing/sealed.ts'

const NOW = new Date('2026-11-23T02:00:00Z')
const HOUR_MS = 60 * 60_000
const KEPT_MS = 72 * HOUR_MS
const PHOTO = Buffer.from('the bytes of a photo, as they are')

function openStore(keys = ['a key of the office, long enough to be one']) {
  const home = mkdtempSync(join(tmpdir(), 'cchc-attachments-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const places = { folder: join(home, 'attachments'), mirror: join(home, 'backups/attachments') }
  const reopen = (sealedWith: string[]) => openAttachments({ ...places, sealing: createSealing(sealedWith) })
  const backUp = (hours: number) =>
    mirrorAttachments(places, { now: new Date(NOW.getTime() + hours * HOUR_MS), keptMs: KEPT_MS })
  return { ...places, ...reopen(keys), reopen, backUp }
}

async function keepOne(store: ReturnType<typeof openStore>) {
  const name = newAttachmentName()
  await store.put(name, PHOTO, NOW)
  return name
}

describe('a file that is kept', () => {
  test('comes back as it was, is for this user alone, and shows nothing of what is in it', async () => {
    const store = openStore()
    const name = await keepOne(store)
    const file = join(store.folder, name.slice(0, 2), name)
    expect(await store.get(name)).toEqual(PHOTO)
    expect([statSync(file).mode & 0o777, statSync(dirname(file)).mode & 0o777]).toEqual([0o600, 0o700])
    expect(readdirSync(dirname(file))).toEqual([name])
    expect(await store.get(newAttachmentName())).toBeUndefined()
    await store.remove(name)
    expect(await store.get(name)).toBeUndefined()
    await store.remove(name)
  })

  test('is never written twice under one name', async () => {
    const store = openStore()
    const name = newAttachmentName()
    const part = `${placeIn(store.folder, name)}.part`
    mkdirSync(dirname(part), { recursive: true })
    writeFileSync(part, 'half')
    await expect(store.put(name, PHOTO, NOW)).rejects.toThrow('EEXIST')
    expect(await store.get(name)).toBeUndefined()
  })

  test('does not open when it lies under another’s name, is cut or changed, or the key is another', async () => {
    const store = openStore()
    const [name, other] = [await keepOne(store), await keepOne(store)]
    copyFileSync(placeIn(store.folder, name), placeIn(store.folder, other))
    await expect(store.get(other)).rejects.toThrow()
    await expect(store.reopen(['another key, long enough to be one as well']).get(name)).rejects.toThrow('not set')
    const rotated = store.reopen([
      'the next key of the office, as long as that',
      'a key of the office, long enough to be one',
    ])
    expect(await rotated.get(name)).toEqual(PHOTO)
    writeFileSync(placeIn(store.folder, name), 'k00.')
    await expect(store.get(name)).rejects.toThrow()
  })

  test.each(['../../cchc.db', 'a', '', 'ABCDEF0123456789ABCDEF0123456789', `${'0'.repeat(32)}/..`])(
    'has a name of ours: %j is none',
    async (name) => {
      await expect(openStore().get(name)).rejects.toThrow('no name')
    },
  )

  test('never lies where everybody can read', () => {
    const served = ['/srv/app/www', '/srv/app/dist/admin']
    expect(() => refuseServedFolder('/srv/app/www/data/attachments', served)).toThrow('set DATA_DIR')
    expect(() => refuseServedFolder('/srv/app/www', served)).toThrow('set DATA_DIR')
    refuseServedFolder('/srv/app/data/attachments', served)
    refuseServedFolder('/srv/app/www-data/attachments', served)
  })
})

describe('the mirror that backups keep', () => {
  test('holds every file once, and what went only as long as a backup may need it', async () => {
    const store = openStore()
    const [stays, goes] = [await keepOne(store), await keepOne(store)]
    await store.backUp(0)
    const copy = placeIn(store.mirror, stays)
    const { ino } = statSync(copy)
    await store.remove(goes)
    await store.backUp(1)
    expect(await listMirrored(store.mirror)).toEqual(new Set([stays, goes]))
    await store.backUp(72)
    expect(await listMirrored(store.mirror)).toEqual(new Set([stays, goes]))
    await store.backUp(73)
    expect(await listMirrored(store.mirror)).toEqual(new Set([stays]))
    expect(statSync(copy).ino).toBe(ino)
  })

  test('brings back what was lost, whichever way, and changes nothing that is there', async () => {
    const store = openStore()
    const [one, two] = [await keepOne(store), await keepOne(store)]
    await store.backUp(0)
    await store.remove(one)
    await store.backUp(1)
    rmSync(store.folder, { recursive: true })
    await store.backUp(2)
    expect(await restoreAttachments(store)).toBe(2)
    expect([await store.get(one), await store.get(two)]).toEqual([PHOTO, PHOTO])
    expect(await restoreAttachments(store)).toBe(2)
  })

  test('forgets with the store whoever wants to be forgotten', async () => {
    const store = openStore()
    const [one, two] = [await keepOne(store), await keepOne(store)]
    await store.backUp(0)
    await store.remove(one)
    await store.backUp(1)
    for (const name of [one, two]) await store.erase(name)
    expect(await listMirrored(store.mirror)).toEqual(new Set())
    expect(await restoreAttachments(store)).toBe(0)
  })
})
