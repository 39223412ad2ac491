import { between, desc, max, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { searchMisses } from '../search/search-misses.table.ts'

/** Unanswered questions of a period, the most asked first. */
export async function listMisses(db: Db, { from, to, limit }: { from: string; to: string; limit: number }) {
  const count = sql<number>`sum(${searchMisses.count})`
  const newestDay = max(searchMisses.day)
  const rows = await db
    .select({ query: searchMisses.query, count, newestDay })
    .from(searchMisses)
    .where(between(searchMisses.day, from, to))
    .groupBy(searchMisses.query)
    .orderBy(desc(count), desc(newestDay), searchMisses.query)
    .limit(limit)
  return rows.map((row) => ({ ...row, newestDay: row.newestDay ?? from }))
}
