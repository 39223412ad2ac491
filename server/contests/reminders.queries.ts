import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { contestReminders, contestRounds, contests } from './contests.table.ts'

export async function insertReminder(tx: Tx, wish: typeof contestReminders.$inferInsert) {
  await tx.insert(contestReminders).values(wish).onConflictDoNothing()
}

export async function deleteReminder(tx: Tx, { contestId, citizenId }: { contestId: string; citizenId: string }) {
  await tx
    .delete(contestReminders)
    .where(and(eq(contestReminders.contestId, contestId), eq(contestReminders.citizenId, citizenId)))
}

export async function isReminded(db: Db, { contestId, citizenId }: { contestId: string; citizenId: string }) {
  const rows = await db
    .select()
    .from(contestReminders)
    .where(and(eq(contestReminders.contestId, contestId), eq(contestReminders.citizenId, citizenId)))
  return rows.length > 0
}

/** Rounds that are open now, with the contest they belong to. */
export async function listOpenRounds(db: Db) {
  return db
    .select({ round: contestRounds, contest: { id: contests.id, slug: contests.slug, name: contests.name } })
    .from(contestRounds)
    .innerJoin(contests, eq(contests.id, contestRounds.contestId))
    .where(inArray(contestRounds.state, ['open']))
    .orderBy(asc(contestRounds.closesAt))
}

export async function listReminded(db: Db, contestId: string) {
  return db.select().from(contestReminders).where(eq(contestReminders.contestId, contestId))
}

export async function listRemindersOf(db: Db, citizenId: string) {
  return db
    .select({ contest: contests.name, at: contestReminders.at })
    .from(contestReminders)
    .innerJoin(contests, eq(contests.id, contestReminders.contestId))
    .where(eq(contestReminders.citizenId, citizenId))
}

export async function deleteRemindersOf(tx: Tx, citizenId: string) {
  await tx.delete(contestReminders).where(eq(contestReminders.citizenId, citizenId))
}

export async function listWithReminders(db: Db, citizenIds: string[]): Promise<string[]> {
  const { citizenId } = contestReminders
  const rows = await db.selectDistinct({ citizenId }).from(contestReminders).where(inIds(citizenId, citizenIds))
  return rows.map((row) => row.citizenId)
}
