import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { lockDatabaseFile } from './file-lock.ts'
import { LocalConnection } from './local-connection.ts'
import { migrateDatabase } from './migrations.ts'
import { type Tx, WriteQueue } from './write-queue.ts'

/** What reads are made with; it has no verb that changes anything. */
export type Db = Pick<LibSQLDatabase, 'select' | 'selectDistinct' | '$count' | 'values' | 'get' | 'all'>
export type { Tx }

export type Database = {
  db: Db
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Throws when the file cannot be read, or, inside a rolled-back write, not written. */
  probe: () => Promise<void>
  close: () => Promise<void>
}

/** Opens, locks and migrates a local database file. One process may hold it; see docs/decisions/001. */
export async function openDatabase({ file, backupDir }: { file: string; backupDir: string }): Promise<Database> {
  const lock = lockDatabaseFile(file)
  const writer = new LocalConnection(file, 'write')
  await migrateDatabase(writer, backupDir)
  const reader = new LocalConnection(file, 'read')
  const queue = new WriteQueue(writer)
  return {
    db: drizzle(reader.asClient(), { casing: 'snake_case' }),
    write: (work) => queue.write(work),
    probe: async () => {
      reader.rows('SELECT 1')
    },
    close: async () => {
      await queue.close()
      reader.close()
      writer.close()
      lock.release()
    },
  }
}
