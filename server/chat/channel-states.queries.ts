import { and, count, desc, eq, gte, max, ne, or } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import type { ChannelName } from './chat.schemas.ts'
import { chatChannels, chatEvents, chatOutgoing, chatPeople } from './chat.table.ts'

type Of = { channel: ChannelName; since: string }
const MOST_NAMES = 30

export async function keepSettings(tx: Tx, row: typeof chatChannels.$inferInsert) {
  await tx.insert(chatChannels).values(row).onConflictDoUpdate({ target: chatChannels.channel, set: row })
}

/** Zalo stops sending without a word: whoever looks sees when it last did. */
export async function findLastEvent(db: Db, channel: ChannelName): Promise<string | null> {
  const [row] = await db
    .select({ at: max(chatEvents.receivedAt) })
    .from(chatEvents)
    .where(eq(chatEvents.channel, channel))
  return row?.at ?? null
}

export async function countEvents(db: Db, { channel, since }: Of) {
  return db
    .select({ name: chatEvents.name, count: count() })
    .from(chatEvents)
    .where(and(eq(chatEvents.channel, channel), gte(chatEvents.receivedAt, since)))
    .groupBy(chatEvents.name)
    .orderBy(desc(count()))
    .limit(MOST_NAMES)
}

/** All that still waits, and what was settled since then. */
export async function countOutgoing(db: Db, { channel, since }: Of) {
  return db
    .select({ state: chatOutgoing.state, count: count() })
    .from(chatOutgoing)
    .innerJoin(chatPeople, eq(chatPeople.id, chatOutgoing.personId))
    .where(and(eq(chatPeople.channel, channel), or(ne(chatOutgoing.state, 'sent'), gte(chatOutgoing.createdAt, since))))
    .groupBy(chatOutgoing.state)
}

export async function countFailures(db: Db, { channel, since }: Of) {
  const rows = await db
    .select({ name: chatOutgoing.problem, count: count() })
    .from(chatOutgoing)
    .innerJoin(chatPeople, eq(chatPeople.id, chatOutgoing.personId))
    .where(and(eq(chatPeople.channel, channel), eq(chatOutgoing.state, 'failed'), gte(chatOutgoing.createdAt, since)))
    .groupBy(chatOutgoing.problem)
    .orderBy(desc(count()))
    .limit(MOST_NAMES)
  return rows.map((row) => ({ count: row.count, name: row.name ?? '' }))
}
