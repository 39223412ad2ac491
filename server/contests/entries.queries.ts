import { and, eq, ne, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { preparedOnce } from '../db/prepared-once.ts'
import { contestEntries, contestMembers, contests } from './contests.table.ts'
import { contestComplaints } from './results.table.ts'

export type EntryRow = typeof contestEntries.$inferSelect
export type Entrant = Pick<EntryRow, 'id' | 'blockId' | 'status'>

export async function findEntry(db: Db, contestId: string, citizenId: string): Promise<EntryRow | undefined> {
  const [row] = await db
    .select()
    .from(contestEntries)
    .where(and(eq(contestEntries.contestId, contestId), eq(contestEntries.citizenId, citizenId)))
  return row
}

const entrant = preparedOnce((db) =>
  db
    .select({ id: contestEntries.id, blockId: contestEntries.blockId, status: contestEntries.status })
    .from(contestEntries)
    .where(
      and(
        eq(contestEntries.contestId, sql.placeholder('contestId')),
        eq(contestEntries.citizenId, sql.placeholder('citizenId')),
      ),
    )
    .limit(1)
    .prepare(),
)

/** The same, as much as a paper needs of it. */
export async function findEntrant(db: Db, who: { contestId: string; citizenId: string }): Promise<Entrant | undefined> {
  const [row] = await entrant(db).execute(who)
  return row
}

/** False when this person has entered already. */
export async function insertEntry(tx: Tx, row: EntryRow) {
  const rows = await tx.insert(contestEntries).values(row).onConflictDoNothing().returning({ id: contestEntries.id })
  return rows.length > 0
}

/** Somebody else has entered with the same code. */
export async function isCodeTaken(tx: Tx, { contestId, codeMark }: { contestId: string; codeMark: string }) {
  const [row] = await tx
    .select({ id: contestEntries.id })
    .from(contestEntries)
    .where(
      and(
        eq(contestEntries.contestId, contestId),
        eq(contestEntries.codeMark, codeMark),
        ne(contestEntries.status, 'removed'),
      ),
    )
    .limit(1)
  return row !== undefined
}

export async function findMember(db: Db, { contestId, codeMarks }: { contestId: string; codeMarks: string[] }) {
  for (const codeMark of codeMarks) {
    const [row] = await db
      .select()
      .from(contestMembers)
      .where(and(eq(contestMembers.contestId, contestId), eq(contestMembers.codeMark, codeMark)))
    if (row) return row
  }
  return undefined
}

export async function findEntryByGuardianToken(db: Db, tokenHash: string) {
  const [row] = await db
    .select({ entry: contestEntries, contest: contests })
    .from(contestEntries)
    .innerJoin(contests, eq(contests.id, contestEntries.contestId))
    .where(eq(contestEntries.guardianTokenHash, tokenHash))
  return row
}

/** A new link closes the one before. False where a parent has agreed already. */
export async function setGuardianToken(
  tx: Tx,
  id: string,
  { tokenHash, expiresAt }: { tokenHash: string; expiresAt: string },
) {
  const rows = await tx
    .update(contestEntries)
    .set({ guardianTokenHash: tokenHash, guardianExpiresAt: expiresAt })
    .where(and(eq(contestEntries.id, id), eq(contestEntries.ageBand, 'under_16'), sql`guardian_agreed_at IS NULL`))
    .returning({ id: contestEntries.id })
  return rows.length > 0
}

/** Once: the link is gone with it. Nothing when it was used, replaced or is over. */
export async function agreeAsGuardian(
  tx: Tx,
  { tokenHash, at }: { tokenHash: string; at: string },
): Promise<EntryRow | undefined> {
  const [row] = await tx
    .update(contestEntries)
    .set({ guardianAgreedAt: at, guardianTokenHash: null, guardianExpiresAt: null })
    .where(and(eq(contestEntries.guardianTokenHash, tokenHash), sql`guardian_expires_at > ${at}`))
    .returning()
  return row
}

/** Everything of one person, in every contest. */
export async function listEntriesOf(db: Db | Tx, citizenId: string) {
  return db
    .select({ entry: contestEntries, contest: { slug: contests.slug, name: contests.name, state: contests.state } })
    .from(contestEntries)
    .innerJoin(contests, eq(contests.id, contestEntries.contestId))
    .where(eq(contestEntries.citizenId, citizenId))
}

/** Those of these people who have entered anything. */
export async function listWithEntries(db: Db, citizenIds: string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: contestEntries.citizenId })
    .from(contestEntries)
    .where(inIds(contestEntries.citizenId, citizenIds))
  return rows.flatMap(({ id }) => id ?? [])
}

/** What somebody wrote of themselves; that there was a complaint, and its answer, stays. */
export async function wipeComplaints(tx: Tx, entryId: string) {
  await tx.update(contestComplaints).set({ text: '' }).where(eq(contestComplaints.entryId, entryId))
}

export async function changeEntry(tx: Tx, id: string, change: Partial<EntryRow>) {
  await tx.update(contestEntries).set(change).where(eq(contestEntries.id, id))
}
