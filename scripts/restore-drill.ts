import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import { openAttachments } from '../server/attachments/attachments.ts'
import { listMirrored } from '../server/attachments/mirror.ts'
import { foldersOf } from '../server/attachments/places.ts'
import { findNewestBackup, type Manifest, mirrorBeside, restoreBackup } from '../server/backups/backup-file.ts'
import { readConfig } from '../server/config.ts'
import type { Ctx } from '../server/ctx.ts'
import { listFileNames } from '../server/feedback/report-files.queries.ts'
import { newId } from '../server/new-id.ts'
import { keptSecret } from '../server/sealing/kept-secret.ts'
import { createSealing } from '../server/sealing/sealed.ts'
import { startService } from '../server/start.ts'

/** `npm run restore:drill`: proves that the newest backup can be lived on, on a copy, beside the running server. */
const OLDEST_MS = 90 * 60_000
const LONGEST_MS = 15 * 60_000

async function drill() {
  const startedAt = Date.now()
  const config = readConfig(process.env)
  const path = await findNewestBackup(join(config.dataDir, 'backups'))
  if (path === undefined) throw new Error(`No backup in ${join(config.dataDir, 'backups')}: npm run backup makes one`)
  const manifest: Manifest = JSON.parse(readFileSync(`${path}.json`, 'utf8'))
  const age = startedAt - Date.parse(manifest.takenAt)

  const folder = mkdtempSync(join(tmpdir(), 'cchc-drill-'))
  mkdirSync(join(folder, 'data'))
  // Whoever was erased since the backup is erased in the copy too, and their files are not missed.
  const ledger = join(dirname(config.databaseFile), 'erasures.jsonl')
  if (existsSync(ledger)) copyFileSync(ledger, join(folder, 'data/erasures.jsonl'))
  const citizenDataKeys = config.citizenDataKeys ?? [keptSecret(config.dataDir, 'citizen-data-key')]
  let files = 0
  try {
    await restoreBackup({ path, file: join(folder, 'data/cchc.db'), key: config.backupKey })
    const service = await startService({
      config: {
        ...config,
        ...{ port: 0, dataDir: join(folder, 'data'), databaseFile: join(folder, 'data/cchc.db'), citizenDataKeys },
      },
      log: pino({ level: 'silent' }),
      now: () => new Date(),
      newId: () => newId(Date.now()),
      version: 'drill',
      contentDir: join(import.meta.dirname, '../content'),
      webDir: join(folder, 'none'),
      adminDir: 'none',
      say: () => {},
    })
    const statuses = await Promise.all(
      ['/readyz', '/api/home', '/api/procedures/2.002854', '/api/search?q=chuyen+truong'].map(
        async (place) => (await fetch(service.url + place)).status,
      ),
    )
    files = await openNewestFile(service.ctx, mirrorBeside(path), citizenDataKeys).finally(() => service.stop())
    if (statuses.some((status) => status !== 200)) throw new Error(`The copy answers ${statuses.join(', ')}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const took = Date.now() - startedAt
  console.log(
    `${path}: taken ${Math.round(age / 60_000)} min ago, restored, checked and answering, ${files} files of citizens there, in ${took} ms`,
  )
  if (age > OLDEST_MS) throw new Error('The newest backup is too old: is the hourly job running?')
  if (took > LONGEST_MS) throw new Error('Restoring took too long')
}

/** Every file that the copy's rows name is in the mirror, and the newest opens; returns how many there are. */
async function openNewestFile({ db }: Ctx, mirror: string, keys: string[]): Promise<number> {
  const rows = await listFileNames(db)
  const kept = await listMirrored(mirror)
  const names = [...new Set(rows.flatMap(({ id, redactedName }) => [id, redactedName ?? id]))]
  const missing = names.filter((name) => !kept.has(name))
  if (missing.length > 0) throw new Error(`${missing.length} files of citizens are not beside the backup`)
  const newest = rows.at(-1)
  if (newest === undefined) return 0
  const sealing = createSealing(keys)
  const copies = foldersOf(mirror).map((folder) => openAttachments({ folder, mirror, sealing }).get(newest.id))
  const opened = (await Promise.all(copies)).find((bytes) => bytes !== undefined)
  if (opened?.length !== newest.bytes) throw new Error('The newest file of a citizen does not open')
  return names.length
}

drill().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
