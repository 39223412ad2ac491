import { type Column, type Placeholder, type SQL, sql } from 'drizzle-orm'

/** `column IN (…)` with the list as one parameter, so that one prepared statement serves lists of every length. */
export function inIds(column: Column, ids: readonly string[]): SQL {
  return inList(column, JSON.stringify(ids))
}

/** The same with the list written as JSON, so that a query prepared once may leave its place open. */
export function inList(column: Column, json: string | Placeholder): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${json}))`
}
