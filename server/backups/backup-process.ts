import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { takeBackup } from './backup-file.ts'

/** The process that copies the database: the hourly job and `npm run backup` start it. */
const config = readConfig(process.env)
const { path, manifest } = await takeBackup({
  file: config.databaseFile,
  folder: join(config.dataDir, 'backups'),
  key: config.backupKey,
  now: new Date(),
})
const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0)
console.log(`${path}: ${manifest.bytes} bytes, ${rows} rows, checked`)
