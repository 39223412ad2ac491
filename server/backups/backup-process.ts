import { takeBackup } from './backup-file.ts'
import type { BackupOrder } from './backups.jobs.ts'

/** The process that copies the database for the hourly job; the order comes from the server that forked it. */
process.once('message', async ({ at, ...order }: BackupOrder) => {
  await takeBackup({ ...order, now: new Date(at) })
  process.disconnect()
})
