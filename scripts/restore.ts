import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { restoreAttachments } from '../server/attachments/mirror.ts'
import { findNewestBackup, mirrorBeside, restoreBackup } from '../server/backups/backup-file.ts'
import { readConfig } from '../server/config.ts'

/** `npm run restore -- [backup]`: unpacks a backup (the newest without a name) where no database stands. */
const config = readConfig(process.env)
const named = process.argv[2]
const path = named === undefined ? await findNewestBackup(join(config.dataDir, 'backups')) : resolve(named)
if (path === undefined) fail(`No backup in ${join(config.dataDir, 'backups')}`)
if (existsSync(config.databaseFile))
  fail(`${config.databaseFile} is there: stop the server and move the file (with its -wal and -shm) away first`)
const manifest = await restoreBackup({ path, file: config.databaseFile, key: config.backupKey }).catch((error: Error) =>
  fail(error.message),
)
const attachments = { folder: join(config.dataDir, 'attachments'), mirror: mirrorBeside(path) }
const files = await restoreAttachments(attachments).catch((error: Error) => fail(error.message))
console.log(
  `${config.databaseFile} is as it was at ${manifest.takenAt}, with ${files} files of citizens; npm start goes on from there`,
)

function fail(reason: string): never {
  console.error(reason)
  process.exit(1)
}
