import type { Tx } from './database.ts'
import type { LocalConnection } from './local-connection.ts'

type Value = null | string | number
type Rows = LocalConnection['rows']

/**
 * A statement that a rush asks tens of thousands of times: prepared once and run without a builder, which costs more
 * than SQLite takes. Its text is written whole where it stands; what changes are its `?`.
 */
export function hotStatement<Row extends Value[], Args extends Value[]>(sql: string) {
  return (tx: Tx, ...args: Args): Row[] => rowsOf(tx)(sql, args) as Row[]
}

/** Drizzle keeps the client it was made with, which for a local file is our connection. */
function rowsOf(tx: Tx): Rows {
  const { $client } = tx as unknown as { $client: LocalConnection }
  return $client.rows.bind($client)
}
