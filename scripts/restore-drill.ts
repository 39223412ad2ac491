import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { findNewestBackup, type Manifest, restoreBackup } from '../server/backups/backup-file.ts'
import { readConfig } from '../server/config.ts'
import { newId } from '../server/new-id.ts'
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
  try {
    await restoreBackup({ path, file: join(folder, 'data/cchc.db'), key: config.backupKey })
    const service = await startService({
      config: { ...config, port: 0, dataDir: join(folder, 'data'), databaseFile: join(folder, 'data/cchc.db') },
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
    await service.stop()
    if (statuses.some((status) => status !== 200)) throw new Error(`The copy answers ${statuses.join(', ')}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const took = Date.now() - startedAt
  console.log(`${path}: taken ${Math.round(age / 60_000)} min ago, restored, checked and answering in ${took} ms`)
  if (age > OLDEST_MS) throw new Error('The newest backup is too old: is the hourly job running?')
  if (took > LONGEST_MS) throw new Error('Restoring took too long')
}

drill().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
