import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { AppError, type ProblemCode } from '../errors.ts'
import { lockDatabaseFile } from './file-lock.ts'
import { heartbeat } from './heartbeat.table.ts'
import { LocalConnection } from './local-connection.ts'
import { migrateDatabase } from './migrations.ts'
import { type Tx, WriteQueue } from './write-queue.ts'

/** What reads are made with; it has no verb that changes anything. */
export type Db = Pick<LibSQLDatabase, 'select' | 'selectDistinct' | '$count' | 'values' | 'get' | 'all'>
export type { Tx }

export type Database = {
  db: Db
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** What is wrong with the storage, if anything. Writes one small row at most once a minute, and always after a failure. */
  probe: () => Promise<ProblemCode | undefined>
  close: () => Promise<void>
}

const WRITE_PROBE_EVERY_MS = 60_000

/** Opens, locks and migrates a local database file. One process may hold it; see docs/decisions/001-one-writer.md. */
export async function openDatabase(options: { file: string; backupDir: string; now: () => Date }): Promise<Database> {
  const { file, backupDir, now } = options
  const lock = lockDatabaseFile(file)
  const writer = new LocalConnection(file, 'write')
  await migrateDatabase(writer, backupDir)
  const reader = new LocalConnection(file, 'read')
  const queue = new WriteQueue(writer)

  let probedAt = 0
  let problem: ProblemCode | undefined

  async function probe() {
    if (problem === undefined && now().getTime() - probedAt < WRITE_PROBE_EVERY_MS) return undefined
    probedAt = now().getTime()
    const at = now().toISOString()
    const beat = (tx: Tx) =>
      tx.insert(heartbeat).values({ id: 1, at }).onConflictDoUpdate({ target: heartbeat.id, set: { at } })
    problem = await queue.write(beat).then(() => undefined, problemCode)
    return problem
  }

  return {
    db: drizzle(reader.asClient(), { casing: 'snake_case' }),
    async write(work) {
      try {
        return await queue.write(work)
      } catch (error) {
        if (error instanceof AppError && error.code.startsWith('storage.')) problem = error.code
        throw error
      }
    },
    probe,
    async close() {
      await queue.close()
      reader.close()
      writer.foldLog()
      writer.close()
      lock.release()
    },
  }
}

function problemCode(error: unknown): ProblemCode {
  return error instanceof AppError ? error.code : 'server.failed'
}
