import Sqlite from 'libsql'
import { isBusy } from './storage-problem.ts'

export class AlreadyRunning extends Error {
  constructor(readonly file: string) {
    super(`another server is already using ${file}`)
  }
}

/**
 * Keeps a second server away from the same database file for as long as this process lives. The operating
 * system drops the lock with the process, however it ends, so a crash leaves nothing to clean up.
 */
export function lockDatabaseFile(file: string) {
  const lock = new Sqlite(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new AlreadyRunning(file)
    throw error
  }
  return { release: () => lock.close() }
}
