import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, max, ne, not, sql } from 'drizzle-orm'
import { chatPeople } from '../chat/chat.table.ts'
import { enqueueSay } from '../chat/outgoing.queries.ts'
import type { Ctx } from '../ctx.ts'
import type { Db, Tx } from '../db/database.ts'
import type { HANDOFF_REASONS, HandoffState } from './conversations.schemas.ts'
import { chatHandoffs } from './conversations.table.ts'
import { TAKEN_OVER } from './handoff.words.ts'

export type HandoffRow = typeof chatHandoffs.$inferSelect
type Reason = (typeof HANDOFF_REASONS)[number]

const OPEN: HandoffState[] = ['waiting', 'active']

/** The one of this person that has not ended; there is at most one. */
export async function findOpenHandoff(db: Db, personId: string): Promise<HandoffRow | undefined> {
  const [row] = await db
    .select()
    .from(chatHandoffs)
    .where(and(eq(chatHandoffs.personId, personId), inArray(chatHandoffs.state, OPEN)))
    .orderBy(desc(chatHandoffs.askedAt))
    .limit(1)
  return row
}

/** A new one with the next ticket; the writer is alone, so no two get the same. */
export async function insertHandoff(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId'>,
  {
    personId,
    reason,
    claimedBy = null,
    state,
  }: {
    personId: string
    reason: Reason
    claimedBy?: string | null
    state: 'waiting' | 'active'
  },
): Promise<HandoffRow> {
  const at = ctx.now().toISOString()
  const [last] = await tx.select({ ticket: max(chatHandoffs.ticket) }).from(chatHandoffs)
  const row: HandoffRow = {
    ...{ id: ctx.newId(), personId, ticket: (last?.ticket ?? 0) + 1, reason, state, askedAt: at, claimedBy },
    ...{ claimedAt: state === 'active' ? at : null, lastWordAt: at, endedAt: null, rating: null, version: 1 },
  }
  await tx.insert(chatHandoffs).values(row)
  return row
}

/** Nothing when it is no longer in one of these states, so that two officers cannot both take it. */
export async function changeHandoff(
  tx: Tx,
  { id, version, states }: { id: string; version: number; states: HandoffState[] },
  change: Partial<Omit<HandoffRow, 'id' | 'personId' | 'version'>>,
): Promise<HandoffRow | undefined> {
  const [row] = await tx
    .update(chatHandoffs)
    .set({ ...change, version: version + 1 })
    .where(and(eq(chatHandoffs.id, id), eq(chatHandoffs.version, version), inArray(chatHandoffs.state, states)))
    .returning()
  return row
}

export async function setMode(tx: Tx, personId: string, mode: 'bot' | 'queued' | 'staff') {
  await tx.update(chatPeople).set({ mode }).where(eq(chatPeople.id, personId))
}

export async function isKnown(db: Db, personId: string): Promise<boolean> {
  const [row] = await db.select({ id: chatPeople.id }).from(chatPeople).where(eq(chatPeople.id, personId)).limit(1)
  return row !== undefined
}

/**
 * An officer wrote to somebody in Zalo's own console, as an echo tells: the bot is silent from here, and whoever waited
 * has been answered. Told once, however many such echoes come.
 */
export async function officerSpoke(tx: Tx, ctx: Pick<Ctx, 'now' | 'newId' | 'sealing'>, personId: string) {
  const open = await findOpenHandoff(tx, personId)
  const at = ctx.now().toISOString()
  if (open?.state === 'active') {
    await changeHandoff(tx, { ...open, states: ['active'] }, { lastWordAt: at })
    return
  }
  const claimed = { state: 'active', claimedAt: at, lastWordAt: at } as const
  const taken =
    open === undefined
      ? await insertHandoff(tx, ctx, { personId, reason: 'staff', state: 'active' })
      : await changeHandoff(tx, { ...open, states: ['waiting'] }, claimed)
  if (taken === undefined) return
  await setMode(tx, personId, 'staff')
  await tellTakenOver(tx, ctx, taken)
}

/** Says that a person answers from here on. */
export async function tellTakenOver(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId' | 'sealing'>,
  { id, personId, version }: HandoffRow,
) {
  const dedupeKey = `handoff ${id} taken ${version}`
  await enqueueSay(tx, ctx, { personId, kind: 'notice', dedupeKey, say: { text: TAKEN_OVER } })
}

/** Who waits, the longest first. */
export async function listOpen(db: Db): Promise<HandoffRow[]> {
  return db
    .select()
    .from(chatHandoffs)
    .where(inArray(chatHandoffs.state, OPEN))
    .orderBy(desc(chatHandoffs.state), asc(chatHandoffs.askedAt), asc(chatHandoffs.ticket))
}

export async function countAhead(db: Db, { askedAt, ticket }: HandoffRow): Promise<number> {
  const [row] = await db
    .select({ ahead: count() })
    .from(chatHandoffs)
    .where(
      and(
        eq(chatHandoffs.state, 'waiting'),
        sql`(${chatHandoffs.askedAt}, ${chatHandoffs.ticket}) < (${askedAt}, ${ticket})`,
      ),
    )
  return row?.ahead ?? 0
}

/** From asking to being taken, of those who asked since then; whom an officer spoke to first did not wait. */
export async function listWaits(db: Db, since: string): Promise<{ askedAt: string; claimedAt: string }[]> {
  const rows = await db
    .select({ askedAt: chatHandoffs.askedAt, claimedAt: chatHandoffs.claimedAt })
    .from(chatHandoffs)
    .where(and(gte(chatHandoffs.askedAt, since), isNotNull(chatHandoffs.claimedAt), ne(chatHandoffs.reason, 'staff')))
    .orderBy(desc(chatHandoffs.askedAt))
    .limit(100)
  return rows.flatMap(({ askedAt, claimedAt }) => (claimedAt === null ? [] : [{ askedAt, claimedAt }]))
}

/** Those an officer has taken and in which neither side has said a word since then. */
export async function listSilent(db: Db, since: string): Promise<HandoffRow[]> {
  const isSpoken = sql`EXISTS (SELECT 1 FROM chat_messages AS said WHERE said.person_id = chat_handoffs.person_id
    AND said.at >= ${since} AND said.speaker <> 'bot')`
  return db
    .select()
    .from(chatHandoffs)
    .where(and(eq(chatHandoffs.state, 'active'), lt(chatHandoffs.lastWordAt, since), not(isSpoken)))
}

export async function listWaitingSince(db: Db, until: string): Promise<HandoffRow[]> {
  return db
    .select()
    .from(chatHandoffs)
    .where(and(eq(chatHandoffs.state, 'waiting'), lt(chatHandoffs.askedAt, until)))
}

/** The last one of this person that ended; nothing when they have not talked with anybody. */
export async function findLastEnded(db: Db, personId: string): Promise<HandoffRow | undefined> {
  const [row] = await db
    .select()
    .from(chatHandoffs)
    .where(and(eq(chatHandoffs.personId, personId), eq(chatHandoffs.state, 'ended')))
    .orderBy(desc(chatHandoffs.askedAt))
    .limit(1)
  return row
}
