import { sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { searchMisses } from './search-misses.table.ts'

export async function insertMisses(tx: Tx, day: string, counted: { query: string; count: number }[]) {
  for (const { query, count } of counted) {
    await tx
      .insert(searchMisses)
      .values({ day, query, count })
      .onConflictDoUpdate({
        target: [searchMisses.day, searchMisses.query],
        set: { count: sql`${searchMisses.count} + excluded.count` },
      })
  }
}
