import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { chatChannels, chatOutgoing, chatPeople } from '../chat/chat.table.ts'
import { citizenSessions } from '../citizens/citizens.table.ts'
import { contestEntries } from '../contests/contests.table.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import type { SkipReason } from './campaigns.schemas.ts'
import { campaignRecipients } from './campaigns.table.ts'
import type { Segment } from './sends.schemas.ts'

const HOUR_MS = 60 * 60 * 1000
const FREE_MS = 48 * HOUR_MS
const OPEN_MS = 7 * 24 * HOUR_MS

/** With its table: Drizzle leaves it out where one table is read, and inside a subquery that names another column. */
const THEIRS = sql`chat_people.citizen_id`

type Meant = { segment: Segment; now: Date }

/** Only who is meant can have a closed window, so that nobody else is told in the inbox either. */
function reasonOf({ segment, now }: Meant) {
  const { refusesNews, isFollower, lastInteractionAt } = chatPeople
  const since = (ms: number) => new Date(now.getTime() - ms).toISOString()
  const entry = sql`SELECT 1 FROM ${contestEntries} e WHERE e.citizen_id = ${THEIRS}`
  const isOfUnit = sql`EXISTS (${entry} AND e.unit_id IN (SELECT value FROM json_each(${JSON.stringify(segment.unitIds)})))`
  const mayPay = sql`coalesce((SELECT ${chatChannels.mayPay} FROM ${chatChannels} WHERE ${chatChannels.channel} = 'oa'), 0)`
  const isPaid = segment.window === 'free' ? sql`1` : sql`NOT ${mayPay}`
  return sql<SkipReason | null>`CASE
    WHEN ${refusesNews} THEN 'opted_out'
    WHEN NOT ${isFollower} THEN 'not_follower'
    WHEN ${segment.unitIds.length > 0 ? sql`NOT ${isOfUnit}` : sql`0`} THEN 'other_unit'
    WHEN ${segment.interests.includes('contests') ? sql`NOT EXISTS (${entry})` : sql`0`} THEN 'no_interest'
    WHEN ${lastInteractionAt} IS NULL OR ${lastInteractionAt} <= ${since(OPEN_MS)} THEN 'window_closed'
    WHEN ${lastInteractionAt} <= ${since(FREE_MS)} AND ${isPaid} THEN 'paid_only'
  END`
}

/** Has opened the Mini App, so that its inbox is a place where they look. */
const knowsTheApp = sql<number>`EXISTS (SELECT 1 FROM ${citizenSessions} s
  WHERE s.citizen_id = ${THEIRS} AND s.revoked_at IS NULL)`

/** How many people there are for each reason, and how many of them know the app. */
export async function countMeant(db: Db, meant: Meant) {
  const reason = reasonOf(meant)
  return db
    .select({ skipped: reason, people: sql<number>`count(*)`, inApp: sql<number>`sum(${knowsTheApp})` })
    .from(chatPeople)
    .where(eq(chatPeople.channel, 'oa'))
    .groupBy(sql`1`)
}

/** The next people whom a sending has not come to, of those who were there when it started. */
export async function listNextPeople(
  db: Db,
  { sendId, startedAt, limit, ...meant }: Meant & { sendId: string; startedAt: string; limit: number },
) {
  const { id, citizenId, channel, createdAt } = chatPeople
  const last = sql<string>`coalesce((SELECT max(${campaignRecipients.personId}) FROM ${campaignRecipients}
    WHERE ${campaignRecipients.sendId} = ${sendId}), '')`
  return db
    .select({ id, citizenId, skipped: reasonOf(meant), inApp: knowsTheApp })
    .from(chatPeople)
    .where(and(eq(channel, 'oa'), gt(id, last), sql`${createdAt} <= ${startedAt}`))
    .orderBy(asc(id))
    .limit(limit)
}

/** Tells whether the row is new: each person has one, whoever runs and however often. */
export async function insertRecipient(tx: Tx, row: typeof campaignRecipients.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(campaignRecipients)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: campaignRecipients.id })
  return rows.length > 0
}

export async function setOutgoing(tx: Tx, id: string, outgoingId: string) {
  await tx.update(campaignRecipients).set({ outgoingId }).where(eq(campaignRecipients.id, id))
}

/** Of what was put in the outbox: how it went so far. */
export async function countOutcomes(db: Db, sendId: string) {
  const { state, problem, campaignSendId } = chatOutgoing
  return db
    .select({ state, problem, people: sql<number>`count(*)` })
    .from(chatOutgoing)
    .where(eq(campaignSendId, sendId))
    .groupBy(state, problem)
}

export async function countSkipped(db: Db, sendId: string) {
  const { skipped } = campaignRecipients
  const inInbox = sql<number>`sum(${campaignRecipients.inInbox})`
  return db
    .select({ skipped, people: sql<number>`count(*)`, inInbox })
    .from(campaignRecipients)
    .where(eq(campaignRecipients.sendId, sendId))
    .groupBy(skipped)
}

/** What nobody has begun to send is not sent any more. */
export async function stopWaiting(tx: Tx, sendId: string) {
  const { campaignSendId, state } = chatOutgoing
  await tx
    .update(chatOutgoing)
    .set({ state: 'failed', problem: 'stopped' })
    .where(and(eq(campaignSendId, sendId), eq(state, 'waiting')))
}

export async function isUnderWay(db: Db, sendId: string): Promise<boolean> {
  const { campaignSendId, state } = chatOutgoing
  return (await db.$count(chatOutgoing, and(eq(campaignSendId, sendId), inArray(state, ['waiting', 'sending'])))) > 0
}

/** One row a person, in the order in which they were come to. */
export async function listRecipients(
  db: Db,
  { sendId, after, limit }: { sendId: string; after: string; limit: number },
) {
  const { id, personId, at, skipped, outgoingId } = campaignRecipients
  return db
    .select({ id, personId, at, skipped, state: chatOutgoing.state, problem: chatOutgoing.problem })
    .from(campaignRecipients)
    .leftJoin(chatOutgoing, eq(chatOutgoing.id, outgoingId))
    .where(and(eq(campaignRecipients.sendId, sendId), gt(personId, after)))
    .orderBy(asc(personId))
    .limit(limit)
}

/** Those of a person whose conversations are still there. */
const isOf = (citizenId: string) =>
  sql`${campaignRecipients.personId} IN (SELECT ${chatPeople.id} FROM ${chatPeople}
    WHERE ${chatPeople.citizenId} = ${citizenId} OR ${chatPeople.firstCitizenId} = ${citizenId})`

export async function deleteRecipientsOf(tx: Tx, citizenId: string) {
  await tx.delete(campaignRecipients).where(isOf(citizenId))
}

export async function listReceivedBy(db: Db, citizenId: string) {
  const { sendId, at, skipped, inInbox } = campaignRecipients
  return db.select({ sendId, at, skipped, inInbox }).from(campaignRecipients).where(isOf(citizenId)).orderBy(asc(at))
}

/** Those of these people whom a sending has come to. */
export async function listWithNews(db: Db, citizenIds: string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ citizenId: chatPeople.citizenId })
    .from(campaignRecipients)
    .innerJoin(chatPeople, eq(chatPeople.id, campaignRecipients.personId))
    .where(inIds(chatPeople.citizenId, citizenIds))
  return rows.map(({ citizenId }) => citizenId)
}
