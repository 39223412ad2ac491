import { AppError } from '../errors.ts'

/** SQLite's result code behind an error, through drizzle's wrapper. The message may hold parameters: never log it. */
export function storageCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    // The driver tells a file that cannot be opened by its text alone.
    if (cause.message.startsWith('ConnectionFailed(')) return 'SQLITE_CANTOPEN'
    if ('code' in cause && typeof cause.code === 'string' && cause.code.startsWith('SQLITE_')) return cause.code
  }
  return undefined
}

/** What a caller can do about a failed write; anything else stays the error it is. */
export function storageProblem(error: unknown): unknown {
  const code = storageCode(error)
  if (code === undefined) return error
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('storage.busy', {}, { cause: error })
  if (code.startsWith('SQLITE_FULL')) return new AppError('storage.full', {}, { cause: error })
  if (code.startsWith('SQLITE_IOERR')) return new AppError('storage.full', {}, { cause: error })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return new AppError('storage.read_only', {}, { cause: error })
  return error
}

export function isBusy(error: unknown) {
  const code = storageCode(error)
  return code !== undefined && (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
}

/** What whoever starts the server should do when the disk refuses, in one line. */
export function storageAdvice(error: unknown): string | undefined {
  const code = storageCode(error) ?? (error instanceof Error && 'code' in error ? String(error.code) : '')
  if (/READONLY|CANTOPEN|EROFS|EACCES|EPERM/.test(code))
    return 'The data folder cannot be written: give this user write access, or set DATA_DIR to a folder it can write.'
  if (/FULL|IOERR|ENOSPC/.test(code)) return 'The disk is full: free some space where DATA_DIR is, then start again.'
  if (/NOTADB|CORRUPT/.test(code))
    return 'The database file is damaged: restore the newest copy from the backups folder in DATA_DIR.'
  return undefined
}
