import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { appendFile, chmod, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import Sqlite from 'libsql'
import { mirrorAttachments } from '../attachments/mirror.ts'

/** What a backup holds, so that a restored copy can be compared without the original. */
export type Manifest = { takenAt: string; bytes: number; rows: Record<string, number> }

/** Hourly backups of three days. */
const KEPT = 72
const HOUR_MS = 60 * 60 * 1000
const IV_BYTES = 12
const TAG_BYTES = 16
const NAME = /^cchc-\d{8}T\d{6}Z\.db(\.enc)?$/

/**
 * Copies a database that is in use, from a process of its own (a copy inside the server would stop every
 * request for its length). Read-only, so it never checkpoints the live file. With a key the copy is sealed
 * with AES-256-GCM. Throws when the copy does not pass SQLite's own checks; nothing half-made stays. The mirror of
 * attachments comes after, so that every row of the copy has its file.
 */
export async function takeBackup(from: {
  file: string
  attachments: string
  folder: string
  key: string | undefined
  now: Date
}): Promise<{ path: string; manifest: Manifest }> {
  // The driver would make an empty database of a missing file, and the copy of that would pass every check.
  if (!existsSync(from.file)) throw new Error(`there is no database at ${from.file}`)
  await mkdir(from.folder, { recursive: true })
  const name = `cchc-${from.now.toISOString().replace(/[-:]|\.\d+/g, '')}.db`
  const copy = join(from.folder, `${name}.part`)
  await rm(copy, { force: true })
  try {
    const live = new Sqlite(from.file, { readonly: true })
    live.prepare('VACUUM INTO ?').run(copy)
    live.close()
    const manifest = { takenAt: from.now.toISOString(), ...(await inspect(copy)) }
    const path = join(from.folder, from.key === undefined ? name : `${name}.enc`)
    if (from.key === undefined) await rename(copy, path)
    else await seal(copy, path, from.key)
    await chmod(path, 0o600)
    await writeFile(`${path}.json`, JSON.stringify(manifest), { mode: 0o600 })
    await dropOldest(from.folder)
    const mirror = mirrorBeside(path)
    await mirrorAttachments({ folder: from.attachments, mirror }, { now: from.now, keptMs: KEPT * HOUR_MS })
    return { path, manifest }
  } finally {
    await rm(copy, { force: true })
  }
}

/** Unpacks a backup to `file`, and refuses one that is damaged, sealed with another key, or not what its manifest says. */
export async function restoreBackup({ path, file, key }: { path: string; file: string; key: string | undefined }) {
  const manifest: Manifest = JSON.parse(await readFile(`${path}.json`, 'utf8'))
  if (path.endsWith('.enc')) await unseal(path, file, key)
  else await pipeline(createReadStream(path), createWriteStream(file, { mode: 0o600, flags: 'wx' }))
  const found = await inspect(file)
  if (JSON.stringify(found.rows) !== JSON.stringify(manifest.rows))
    throw new Error('the copy is not what was backed up')
  return manifest
}

/** Where backups keep what citizens sent along. */
export function mirrorBeside(path: string) {
  return join(dirname(path), 'attachments')
}

/** The newest backup of a folder. */
export async function findNewestBackup(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name)).sort()
  const newest = names.at(-1)
  return newest === undefined ? undefined : join(folder, newest)
}

/** SQLite's own verdict on a copy, and how many rows each table has. */
async function inspect(file: string): Promise<Omit<Manifest, 'takenAt'>> {
  const copy = new Sqlite(file, { readonly: true })
  try {
    const all = (sql: string) => copy.prepare(sql).raw(true).all([]) as unknown[][]
    const [verdict] = all('PRAGMA integrity_check')
    if (verdict?.[0] !== 'ok') throw new Error('the copy is damaged')
    if (all('PRAGMA foreign_key_check').length > 0) throw new Error('rows of the copy point nowhere')
    const tables = all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map(([name]) =>
      String(name),
    )
    const rows = Object.fromEntries(
      tables.map((table) => [table, Number(all(`SELECT count(*) FROM "${table}"`)[0]?.[0])]),
    )
    return { bytes: (await stat(file)).size, rows }
  } finally {
    copy.close()
  }
}

async function seal(from: string, to: string, key: string) {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyBytes(key), iv)
  const part = `${to}.part`
  await writeFile(part, iv, { mode: 0o600 })
  await pipeline(createReadStream(from), cipher, createWriteStream(part, { flags: 'a' }))
  await appendFile(part, cipher.getAuthTag())
  await rename(part, to)
}

async function unseal(from: string, to: string, key: string | undefined) {
  if (key === undefined) throw new Error('this backup is sealed: set BACKUP_KEY')
  const { size } = await stat(from)
  const sealed = await open(from)
  const iv = Buffer.alloc(IV_BYTES)
  const tag = Buffer.alloc(TAG_BYTES)
  await sealed.read(iv, 0, IV_BYTES, 0)
  await sealed.read(tag, 0, TAG_BYTES, size - TAG_BYTES)
  await sealed.close()
  const decipher = createDecipheriv('aes-256-gcm', keyBytes(key), iv).setAuthTag(tag)
  try {
    const body = createReadStream(from, { start: IV_BYTES, end: size - TAG_BYTES - 1 })
    await pipeline(body, decipher, createWriteStream(to, { mode: 0o600, flags: 'wx' }))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error
    await rm(to, { force: true })
    throw new Error('this backup does not open with this BACKUP_KEY, or it is damaged')
  }
}

/** Any long enough phrase is a key; `config.ts` refuses shorter ones. */
function keyBytes(key: string) {
  return createHash('sha256').update(key).digest()
}

async function dropOldest(folder: string) {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort()
  for (const name of names.slice(0, Math.max(0, names.length - KEPT))) {
    await rm(join(folder, name))
    await rm(join(folder, `${name}.json`), { force: true })
  }
}
