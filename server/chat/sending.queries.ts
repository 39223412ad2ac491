import { and, asc, type Column, eq, gt, inArray, isNotNull, lt, lte, min, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Tx } from '../db/database.ts'
import { inIds, inList } from '../db/in-ids.ts'
import { preparedOnce } from '../db/prepared-once.ts'
import type { ChannelName } from './chat.schemas.ts'
import { chatChannels, chatOutgoing, chatPeople } from './chat.table.ts'

type OutgoingRow = typeof chatOutgoing.$inferSelect
export type Change = Partial<Pick<OutgoingRow, 'state' | 'attempts' | 'nextAt' | 'sentAt' | 'messageId' | 'problem'>>

const UNSETTLED = ['waiting', 'sending', 'unknown'] as const
/** What is said in a conversation waits for nothing but its own order; what nobody asked for has an order of its own. */
const isConversation = ({ kind }: { kind: Column }) => sql`(${kind} IN ('reply', 'staff'))`
const earlier = alias(chatOutgoing, 'earlier')
const message = { person: chatPeople, row: chatOutgoing }

/** One message with whom it is for. */
export type Outgoing = Awaited<ReturnType<typeof listDueHeads>>[number]

const dueHeads = preparedOnce((db) =>
  db
    .select(message)
    .from(chatOutgoing)
    .innerJoin(chatPeople, eq(chatPeople.id, chatOutgoing.personId))
    .where(
      and(
        eq(chatOutgoing.state, 'waiting'),
        lte(chatOutgoing.nextAt, sql.placeholder('now')),
        inList(chatPeople.channel, sql.placeholder('channels')),
        notExists(
          db
            .select({ one: sql`1` })
            .from(earlier)
            .where(
              and(
                eq(earlier.personId, chatOutgoing.personId),
                lt(earlier.id, chatOutgoing.id),
                inArray(earlier.state, [...UNSETTLED]),
                sql`${isConversation(earlier)} = ${isConversation(chatOutgoing)}`,
              ),
            ),
        ),
      ),
    )
    .orderBy(sql`${isConversation(chatOutgoing)} DESC`, asc(chatOutgoing.nextAt), asc(chatOutgoing.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** Of each person the first message that waits, if its time has come; answers before what nobody asked for. */
export async function listDueHeads(
  db: Db,
  { channels, now, limit }: { channels: ChannelName[]; now: string; limit: number },
) {
  return dueHeads(db).execute({ channels: JSON.stringify(channels), now, limit })
}

/** Those of which it is not known whether they arrived, and for which it is time to look. */
export async function listDueUnknown(db: Db, { now, limit }: { now: string; limit: number }): Promise<Outgoing[]> {
  return db
    .select(message)
    .from(chatOutgoing)
    .innerJoin(chatPeople, eq(chatPeople.id, chatOutgoing.personId))
    .where(and(eq(chatOutgoing.state, 'unknown'), lte(chatOutgoing.nextAt, now)))
    .orderBy(asc(chatOutgoing.id))
    .limit(limit)
}

export async function listSending(db: Db): Promise<OutgoingRow[]> {
  return db.select().from(chatOutgoing).where(eq(chatOutgoing.state, 'sending'))
}

/** When the next of those that are not due yet is; nothing when there is none. */
export async function findNextAt(db: Db, now: string): Promise<string | null> {
  const [row] = await db
    .select({ at: min(chatOutgoing.nextAt) })
    .from(chatOutgoing)
    .where(and(inArray(chatOutgoing.state, ['waiting', 'unknown']), gt(chatOutgoing.nextAt, now)))
  return row?.at ?? null
}

/** Names that other messages of ours bear already. */
export async function listTakenNames(db: Db, messageIds: string[]): Promise<Set<string>> {
  const rows = await db
    .select({ messageId: chatOutgoing.messageId })
    .from(chatOutgoing)
    .where(and(isNotNull(chatOutgoing.messageId), inIds(chatOutgoing.messageId, messageIds)))
  return new Set(rows.flatMap(({ messageId }) => messageId ?? []))
}

/** Takes a message to send it; `false` when it is no longer waiting. */
export async function markSending(tx: Tx, id: string, at: string): Promise<boolean> {
  const taken = await tx
    .update(chatOutgoing)
    .set({ state: 'sending', sendingSince: at, attempts: sql`${chatOutgoing.attempts} + 1`, problem: null })
    .where(and(eq(chatOutgoing.id, id), eq(chatOutgoing.state, 'waiting')))
    .returning({ id: chatOutgoing.id })
  return taken.length > 0
}

/** Writes down how it went, unless the account's own echo has told meanwhile that it arrived. */
export async function settle(tx: Tx, id: string, change: Change) {
  await tx
    .update(chatOutgoing)
    .set(change)
    .where(and(eq(chatOutgoing.id, id), ne(chatOutgoing.state, 'sent')))
}

/** Zalo has refused buttons: numbered lines alone from now on. Tells whether they were on. */
export async function turnOffButtons(tx: Tx, channelName: ChannelName, at: string): Promise<boolean> {
  const changed = await tx
    .update(chatChannels)
    .set({ hasButtons: false, changedAt: at })
    .where(and(eq(chatChannels.channel, channelName), eq(chatChannels.hasButtons, true)))
    .returning({ channel: chatChannels.channel })
  return changed.length > 0
}

/** What was sent long ago is no longer readable here; the conversation keeps what staff may read. */
export async function forgetSaid(tx: Tx, before: string) {
  await tx
    .update(chatOutgoing)
    .set({ saySealed: null })
    .where(and(eq(chatOutgoing.state, 'sent'), isNotNull(chatOutgoing.saySealed), lt(chatOutgoing.sentAt, before)))
}
