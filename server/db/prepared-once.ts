import { getTableColumns, type Placeholder, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db, Tx } from './database.ts'

/** A query built once for each connection: building it costs more than SQLite takes to answer a point read. */
export function preparedOnce<Q, D extends Db = Db>(build: (db: D) => Q): (db: D) => Q {
  const built = new WeakMap<D, Q>()
  return (db) => {
    const known = built.get(db)
    if (known !== undefined) return known
    const query = build(db)
    built.set(db, query)
    return query
  }
}

/** Puts one row into the table, by a statement built once; columns that are not told are NULL. */
export function insertOnce<T extends SQLiteTable>(table: T, { onConflict }: { onConflict?: 'nothing' } = {}) {
  const columns = Object.keys(getTableColumns(table))
  const untold = Object.fromEntries(columns.map((name) => [name, null]))
  const slots = Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)]))
  const statement = preparedOnce((tx: Tx) => {
    const insert = tx.insert(table).values(asRow<T>(slots))
    return (onConflict === 'nothing' ? insert.onConflictDoNothing() : insert).prepare()
  })
  return async (tx: Tx, row: T['$inferInsert']) => {
    await statement(tx).execute({ ...untold, ...row })
  }
}

/** Drizzle names the columns of a table it does not know yet only as a type: there is a slot for each of them. */
function asRow<T extends SQLiteTable>(slots: Record<string, Placeholder>) {
  return slots as unknown as T['$inferInsert']
}
