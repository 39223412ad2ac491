import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { contestEntries, contestRounds } from './contests.table.ts'
import { contestComplaints } from './results.table.ts'

export type ComplaintRow = typeof contestComplaints.$inferSelect

export async function countWaiting(db: Db, roundId: string) {
  return db.$count(
    contestComplaints,
    and(eq(contestComplaints.roundId, roundId), eq(contestComplaints.state, 'waiting')),
  )
}

/** Returns nothing when one of the same person waits already, or the time for it is over. */
export async function insertComplaint(
  tx: Tx,
  { id, roundId, entryId, text, at }: { id: string; roundId: string; entryId: string; text: string; at: string },
) {
  const [made] = await tx.all<{ id: string }>(sql`
    INSERT INTO contest_complaints (id, round_id, entry_id, text, state, created_at, version)
    SELECT ${id}, ${roundId}, ${entryId}, ${text}, 'waiting', ${at}, 1
    WHERE EXISTS (SELECT 1 FROM contest_rounds WHERE id = ${roundId} AND state = 'complaints' AND complaints_until > ${at})
      AND NOT EXISTS (SELECT 1 FROM contest_complaints
        WHERE round_id = ${roundId} AND entry_id = ${entryId} AND state = 'waiting')
    RETURNING id`)
  return made
}

export async function isWaiting(db: Db, roundId: string, entryId: string) {
  const waiting = and(
    eq(contestComplaints.roundId, roundId),
    eq(contestComplaints.entryId, entryId),
    eq(contestComplaints.state, 'waiting'),
  )
  return (await db.$count(contestComplaints, waiting)) > 0
}

export async function listComplaintsOf(db: Db, entryId: string) {
  return db
    .select({ complaint: contestComplaints, round: contestRounds.number })
    .from(contestComplaints)
    .innerJoin(contestRounds, eq(contestRounds.id, contestComplaints.roundId))
    .where(eq(contestComplaints.entryId, entryId))
    .orderBy(asc(contestComplaints.id))
}

/** The oldest first, with what may be shown of who disputes. */
export async function listComplaints(
  db: Db,
  wish: { contestId: string; round?: number; state?: ComplaintRow['state']; after: string; limit: number },
) {
  const { contestId, round, state, after, limit } = wish
  return db
    .select({
      complaint: contestComplaints,
      ...{ round: contestRounds.number, publicName: contestEntries.publicName, unitId: contestEntries.unitId },
    })
    .from(contestComplaints)
    .innerJoin(contestRounds, eq(contestRounds.id, contestComplaints.roundId))
    .innerJoin(contestEntries, eq(contestEntries.id, contestComplaints.entryId))
    .where(
      and(
        eq(contestRounds.contestId, contestId),
        gt(contestComplaints.id, after),
        round === undefined ? undefined : eq(contestRounds.number, round),
        state === undefined ? undefined : eq(contestComplaints.state, state),
      ),
    )
    .orderBy(asc(contestComplaints.id))
    .limit(limit)
}

export async function findComplaint(db: Db, id: string) {
  const [row] = await db
    .select({
      complaint: contestComplaints,
      ...{ contestId: contestRounds.contestId, round: contestRounds.number },
      ...{ publicName: contestEntries.publicName, unitId: contestEntries.unitId, citizenId: contestEntries.citizenId },
    })
    .from(contestComplaints)
    .innerJoin(contestRounds, eq(contestRounds.id, contestComplaints.roundId))
    .innerJoin(contestEntries, eq(contestEntries.id, contestComplaints.entryId))
    .where(eq(contestComplaints.id, id))
    .limit(1)
  return row
}

/** Returns nothing when somebody has answered before. */
export async function answerComplaint(
  tx: Tx,
  { id, version }: { id: string; version: number },
  answer: { state: 'upheld' | 'rejected'; answer: string; answeredBy: string; answeredAt: string },
) {
  const [answered] = await tx
    .update(contestComplaints)
    .set({ ...answer, version: version + 1 })
    .where(
      and(eq(contestComplaints.id, id), eq(contestComplaints.version, version), eq(contestComplaints.state, 'waiting')),
    )
    .returning()
  return answered
}
