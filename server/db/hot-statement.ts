import type { Tx } from './database.ts'
import type { LocalConnection } from './local-connection.ts'

type Value = null | string | number

/**
 * A statement that a rush asks tens of thousands of times: prepared once and run without a builder, which costs more
 * than SQLite takes. Its text is written whole where it stands; what changes are its `?`.
 */
export function hotStatement<Row extends Value[], Args extends Value[]>(sql: string) {
  return (tx: Tx, ...args: Args): Row[] => connectionOf(tx).rows(sql, args) as Row[]
}

/** The same for a change of which only the number of rows is asked. */
export function hotChange<Args extends Value[]>(sql: string) {
  return (tx: Tx, ...args: Args): number => connectionOf(tx).change(sql, args)
}

/** Drizzle keeps the client it was made with, which for a local file is our connection. */
function connectionOf(tx: Tx): LocalConnection {
  return (tx as unknown as { $client: LocalConnection }).$client
}
