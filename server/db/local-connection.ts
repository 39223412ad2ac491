import type { Client, InArgs, InStatement, ResultSet } from '@libsql/client'
import Sqlite from 'libsql'

const LARGEST_STATEMENT_CACHE = 400

type Statement = {
  prepared: ReturnType<Sqlite.Database['prepare']>
  isReader: boolean
}
type Value = null | string | number | bigint | Uint8Array

/**
 * Set on every connection, since SQLite forgets them when one closes. `busy_timeout=0`: the driver waits
 * synchronously, so a wait would stop the whole process. `FULL`: an acknowledged row survives a power cut.
 */
const PRAGMAS = ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'secure_delete=ON', 'busy_timeout=0']

/**
 * One connection to a local file, shaped like a libSQL `Client` as far as drizzle asks. It keeps prepared
 * statements and hands rows out as plain arrays, which reads five times faster than @libsql/client.
 */
export class LocalConnection {
  readonly closed = false
  readonly protocol = 'file'
  #database: Sqlite.Database
  #statements = new Map<string, Statement>()
  readonly #file: string
  readonly #mode: 'read' | 'write'

  constructor(file: string, mode: 'read' | 'write') {
    this.#file = file
    this.#mode = mode
    this.#database = this.#open()
  }

  #open() {
    const database = new Sqlite(this.#file, { timeout: 0 })
    for (const pragma of PRAGMAS) database.exec(`PRAGMA ${pragma}`)
    if (this.#mode === 'read') database.exec('PRAGMA query_only=ON')
    return database
  }

  /** A connection that met SQLITE_BUSY serves stale snapshots and loses later writes until it is opened anew. */
  reconnect() {
    this.#statements.clear()
    this.#database.close()
    this.#database = this.#open()
  }

  get inTransaction() {
    return this.#database.inTransaction
  }

  exec(sql: string) {
    this.#database.exec(sql)
  }

  /**
   * Rows as arrays of columns, in the statement's order. Asked for with `limit 1`, one row is fetched by `get`, which
   * costs 60 % of `all`; by a statement of its own, since the driver's `get` finds nothing right after an `all`.
   */
  rows(sql: string, args: readonly unknown[] = []): Value[][] {
    const isOneRow = args.at(-1) === 1 && sql.endsWith(' limit ?')
    const key = isOneRow ? `${sql} -- one` : sql
    const statement = this.#prepare(key)
    try {
      const values = args.map(toSqlite)
      if (isOneRow && statement.isReader) {
        const row = statement.prepared.get(values) as Value[] | undefined
        return row === undefined ? [] : [row]
      }
      if (statement.isReader) return statement.prepared.all(values) as Value[][]
      statement.prepared.run(values)
      return []
    } catch (error) {
      this.#statements.delete(key)
      throw error
    }
  }

  /** How many rows a change without `RETURNING` has changed: fetching even one row back costs as much again. */
  change(sql: string, args: readonly unknown[]): number {
    const { prepared } = this.#prepare(sql)
    try {
      return prepared.run(args.map(toSqlite)).changes
    } catch (error) {
      this.#statements.delete(sql)
      throw error
    }
  }

  #prepare(sql: string) {
    const known = this.#statements.get(sql)
    if (known) return known
    const prepared = this.#database.prepare(sql)
    const isReader = prepared.reader
    if (isReader) prepared.raw(true)
    const statement = { prepared, isReader }
    this.#statements.set(sql, statement)
    if (this.#statements.size > LARGEST_STATEMENT_CACHE) {
      const oldest = this.#statements.keys().next().value
      if (oldest !== undefined) this.#statements.delete(oldest)
    }
    return statement
  }

  async execute(statement: InStatement | string, args?: InArgs): Promise<ResultSet> {
    const sql = typeof statement === 'string' ? statement : statement.sql
    const values = typeof statement === 'string' ? args : statement.args
    return toResultSet(this.rows(sql, Array.isArray(values) ? values : []))
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    this.exec('BEGIN IMMEDIATE')
    try {
      const results: ResultSet[] = []
      for (const statement of statements) results.push(await this.execute(statement))
      this.exec('COMMIT')
      return results
    } catch (error) {
      if (this.inTransaction) this.exec('ROLLBACK')
      throw error
    }
  }

  /** One transaction for all migrations, so that a kill in the middle leaves none half applied. */
  async migrate(statements: InStatement[]): Promise<ResultSet[]> {
    this.exec('PRAGMA foreign_keys=OFF')
    try {
      return await this.batch(statements)
    } finally {
      this.exec('PRAGMA foreign_keys=ON')
    }
  }

  /** Moves what the write-ahead log holds into the file itself, so that after a clean stop one file is the whole. */
  foldLog() {
    this.#statements.clear()
    try {
      this.rows('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch {
      // A full disk: nothing is lost, the log is read again at the next start.
    }
  }

  close() {
    this.#statements.clear()
    this.#database.close()
  }

  /** Drizzle wants the whole `Client`; it calls only `execute`, `batch` and `migrate`, which are here. */
  asClient(): Client {
    return this as unknown as Client
  }
}

function toSqlite(value: unknown): Value {
  if (typeof value === 'boolean') return value ? 1 : 0
  return value as Value
}

function toResultSet(rows: Value[][]): ResultSet {
  return {
    columns: [],
    columnTypes: [],
    rows,
    rowsAffected: 0,
    lastInsertRowid: undefined,
    toJSON: () => rows,
  } as unknown as ResultSet
}
