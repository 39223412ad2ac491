import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import type { EntryStatus } from './contests.schemas.ts'
import { contestEntries } from './contests.table.ts'

export type EntryRow = typeof contestEntries.$inferSelect

const MOST_HELD = 200
const papers = sql<number>`(SELECT count(*) FROM contest_attempts a WHERE a.entry_id = ${contestEntries.id})`

/** Entries that wait for a decision, the longest waiting first. */
export async function listHeld(db: Db, contestId: string) {
  return db
    .select({ entry: contestEntries, papers })
    .from(contestEntries)
    .where(and(eq(contestEntries.contestId, contestId), eq(contestEntries.status, 'held')))
    .orderBy(asc(contestEntries.createdAt), asc(contestEntries.id))
    .limit(MOST_HELD)
}

export async function listWithCodes(db: Db, contestId: string, codeMarks: string[]) {
  return db
    .select({ entry: contestEntries, papers })
    .from(contestEntries)
    .where(and(eq(contestEntries.contestId, contestId), inIds(contestEntries.codeMark, codeMarks)))
    .orderBy(asc(contestEntries.createdAt), asc(contestEntries.id))
}

export async function findEntryById(db: Db, contestId: string, id: string): Promise<EntryRow | undefined> {
  const [row] = await db
    .select()
    .from(contestEntries)
    .where(and(eq(contestEntries.contestId, contestId), eq(contestEntries.id, id)))
  return row
}

/** Returns nothing when the entry does not wait any more. */
export async function decideHeld(tx: Tx, id: string, status: EntryStatus): Promise<EntryRow | undefined> {
  const [row] = await tx
    .update(contestEntries)
    .set({ status })
    .where(and(eq(contestEntries.id, id), eq(contestEntries.status, 'held')))
    .returning()
  return row
}

/** Everybody else who counts under the same code. */
export async function removeOthers(tx: Tx, { id, contestId, codeMark }: EntryRow): Promise<number> {
  if (codeMark === null) return 0
  const rows = await tx
    .update(contestEntries)
    .set({ status: 'removed' })
    .where(
      and(
        eq(contestEntries.contestId, contestId),
        eq(contestEntries.codeMark, codeMark),
        ne(contestEntries.id, id),
        inArray(contestEntries.status, ['counted', 'held']),
      ),
    )
    .returning({ id: contestEntries.id })
  return rows.length
}

/** Somebody who is put on the committee, or taken off it, after having entered. */
export async function setPractice(
  tx: Tx,
  { contestId, codeMark, isOrganiser }: { contestId: string; codeMark: string; isOrganiser: boolean },
) {
  const [from, to] = isOrganiser ? (['counted', 'practice'] as const) : (['practice', 'counted'] as const)
  await tx
    .update(contestEntries)
    .set({ status: to })
    .where(
      and(
        eq(contestEntries.contestId, contestId),
        eq(contestEntries.codeMark, codeMark),
        eq(contestEntries.status, from),
      ),
    )
}
