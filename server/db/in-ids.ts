import { type Column, type SQL, sql } from 'drizzle-orm'

/** `column IN (…)` with the list as one parameter, so that one prepared statement serves lists of every length. */
export function inIds(column: Column, ids: readonly string[]): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
}
