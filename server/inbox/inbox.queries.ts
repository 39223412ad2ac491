import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { insertOnce } from '../db/prepared-once.ts'
import { inboxMessages } from './inbox.table.ts'

export const keepInInbox = insertOnce(inboxMessages, { onConflict: 'nothing' })

export async function listInboxOf(db: Db, citizenId: string, page: { before?: string; limit: number }) {
  return db
    .select()
    .from(inboxMessages)
    .where(
      and(
        eq(inboxMessages.citizenId, citizenId),
        page.before === undefined ? undefined : lt(inboxMessages.id, page.before),
      ),
    )
    .orderBy(desc(inboxMessages.id))
    .limit(page.limit)
}

export async function countUnread(db: Db, citizenId: string) {
  return db.$count(inboxMessages, and(eq(inboxMessages.citizenId, citizenId), isNull(inboxMessages.readAt)))
}

export async function markAllRead(tx: Tx, citizenId: string, at: string) {
  await tx
    .update(inboxMessages)
    .set({ readAt: at })
    .where(and(eq(inboxMessages.citizenId, citizenId), isNull(inboxMessages.readAt)))
}

export async function listWholeInboxOf(db: Db, citizenId: string) {
  return db.select().from(inboxMessages).where(eq(inboxMessages.citizenId, citizenId)).orderBy(inboxMessages.id)
}

/** Those of these people who have been told something. */
export async function listWithInbox(db: Db, citizenIds: string[]): Promise<string[]> {
  const { citizenId } = inboxMessages
  const rows = await db.selectDistinct({ citizenId }).from(inboxMessages).where(inIds(citizenId, citizenIds))
  return rows.map((row) => row.citizenId)
}

/** Whatever a person was told; of one report where its code is given. */
export async function deleteInboxOf(tx: Tx, { citizenId, code }: { citizenId: string; code?: string }) {
  await tx
    .delete(inboxMessages)
    .where(
      and(
        eq(inboxMessages.citizenId, citizenId),
        code === undefined ? undefined : sql`json_extract(${inboxMessages.params}, '$.code') = ${code}`,
      ),
    )
}
