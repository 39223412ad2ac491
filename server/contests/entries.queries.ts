import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { contestEntries } from './contests.table.ts'

export type EntryRow = typeof contestEntries.$inferSelect

export async function findEntry(db: Db, contestId: string, citizenId: string): Promise<EntryRow | undefined> {
  const [row] = await db
    .select()
    .from(contestEntries)
    .where(and(eq(contestEntries.contestId, contestId), eq(contestEntries.citizenId, citizenId)))
    .limit(1)
  return row
}
