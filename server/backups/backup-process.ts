import { constants, setPriority } from 'node:os'
import { takeBackup } from './backup-file.ts'
import type { BackupOrder } from './backups.jobs.ts'

/** The process that copies the database for the hourly job, after whatever people wait for; the order comes from the server that forked it. */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.once('message', async ({ at, ...order }: BackupOrder) => {
  await takeBackup({ ...order, now: new Date(at) })
  process.disconnect()
})
