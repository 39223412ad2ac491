import { and, eq, lte, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { insertOnce } from '../db/prepared-once.ts'
import type { MessageTemplate } from './outbox.schemas.ts'
import { outboxMessages } from './outbox.table.ts'

export type OutboxMessage = typeof outboxMessages.$inferSelect

const insertMessage = insertOnce(outboxMessages, { onConflict: 'nothing' })

/** Puts a message in the outbox, in the transaction of what it tells of. The same `dedupeKey` is told once. */
export async function enqueueMessage(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId'>,
  message: { dedupeKey: string; citizenId: string; template: MessageTemplate; params: Record<string, string> },
) {
  const at = ctx.now().toISOString()
  await insertMessage(tx, {
    ...message,
    params: JSON.stringify(message.params),
    id: ctx.newId(),
    state: 'waiting',
    attempts: 0,
    nextAt: at,
    createdAt: at,
  })
}

export async function listWaiting(
  db: Db,
  { until, limit }: { until: string; limit: number },
): Promise<OutboxMessage[]> {
  return db
    .select()
    .from(outboxMessages)
    .where(and(eq(outboxMessages.state, 'waiting'), lte(outboxMessages.nextAt, until)))
    .orderBy(outboxMessages.nextAt)
    .limit(limit)
}

/** Will never be sent, and why. */
export async function markDead(tx: Tx, ids: string[], problem: string) {
  await tx.update(outboxMessages).set({ state: 'dead', problem }).where(inIds(outboxMessages.id, ids))
}

export async function markSent(tx: Tx, ids: string[], at: string) {
  await tx.update(outboxMessages).set({ state: 'sent', sentAt: at }).where(inIds(outboxMessages.id, ids))
}

export async function listOutboxOf(db: Db, citizenId: string): Promise<OutboxMessage[]> {
  return db.select().from(outboxMessages).where(eq(outboxMessages.citizenId, citizenId)).orderBy(outboxMessages.id)
}

/** Those of these people to whom something was or is to be told. */
export async function listWithOutbox(db: Db, citizenIds: string[]): Promise<string[]> {
  const { citizenId } = outboxMessages
  const rows = await db.selectDistinct({ citizenId }).from(outboxMessages).where(inIds(citizenId, citizenIds))
  return rows.map((row) => row.citizenId)
}

/** Whatever was or was to be told to a person; of one report where its code is given. */
export async function deleteOutboxOf(tx: Tx, { citizenId, code }: { citizenId: string; code?: string }) {
  await tx
    .delete(outboxMessages)
    .where(
      and(
        eq(outboxMessages.citizenId, citizenId),
        code === undefined ? undefined : sql`json_extract(${outboxMessages.params}, '$.code') = ${code}`,
      ),
    )
}
