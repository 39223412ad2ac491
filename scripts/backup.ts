import { join } from 'node:path'
import { takeBackup } from '../server/backups/backup-file.ts'
import { readConfig } from '../server/config.ts'

/** `npm run backup`: a checked copy now, beside the running server. */
const config = readConfig(process.env)
const order = {
  file: config.databaseFile,
  attachments: join(config.dataDir, 'attachments'),
  folder: join(config.dataDir, 'backups'),
  key: config.backupKey,
}
try {
  const { path, manifest } = await takeBackup({ ...order, now: new Date() })
  const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0)
  console.log(`${path}: ${manifest.bytes} bytes, ${rows} rows, checked`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
