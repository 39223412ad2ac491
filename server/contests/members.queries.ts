import { and, asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { contestMembers } from './contests.table.ts'

export type MemberRow = typeof contestMembers.$inferSelect
type Of = { contestId: string; unitId?: string }

const of = ({ contestId, unitId }: Of) =>
  and(eq(contestMembers.contestId, contestId), unitId === undefined ? undefined : eq(contestMembers.unitId, unitId))

export async function listMembers(db: Db, list: Of): Promise<MemberRow[]> {
  return db.select().from(contestMembers).where(of(list)).orderBy(asc(contestMembers.id))
}

/** Who of a contest's lists has one of these codes. */
export async function findMembers(db: Db, contestId: string, codeMarks: string[]): Promise<MemberRow[]> {
  return db
    .select()
    .from(contestMembers)
    .where(and(eq(contestMembers.contestId, contestId), inIds(contestMembers.codeMark, codeMarks)))
}

const ROWS_A_STATEMENT = 2_000

export async function insertMembers(tx: Tx, rows: MemberRow[]) {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await tx.insert(contestMembers).values(rows.slice(from, from + ROWS_A_STATEMENT))
}

export async function deleteMembers(tx: Tx, list: Of): Promise<number> {
  const rows = await tx.delete(contestMembers).where(of(list)).returning({ id: contestMembers.id })
  return rows.length
}

/** Returns nothing when there is no such member, or the mark is as it should be. */
export async function markOrganiser(
  tx: Tx,
  { contestId, id }: { contestId: string; id: string },
  isOrganiser: boolean,
) {
  const [row] = await tx
    .update(contestMembers)
    .set({ isOrganiser })
    .where(and(eq(contestMembers.contestId, contestId), eq(contestMembers.id, id)))
    .returning()
  return row
}
