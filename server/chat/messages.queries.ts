import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Db, Tx } from '../db/database.ts'
import { chatMessages, chatOutgoing } from './chat.table.ts'

/** A conversation as it was kept: numbers that could name a person are masked in it. */
export async function listMessagesOf({ db, sealing }: Pick<Ctx, 'db' | 'sealing'>, personId: string) {
  const rows = await db
    .select()
    .from(chatMessages)
    .where(eq(chatMessages.personId, personId))
    .orderBy(asc(chatMessages.at), asc(chatMessages.id))
  return rows.map(({ id, textSealed, ...row }) => ({
    ...{ ...row, id },
    text: sealing.open({ table: 'chat_messages', column: 'text_sealed', rowId: id }, textSealed),
  }))
}

export async function deleteMessagesBefore(tx: Tx, before: string) {
  await tx.delete(chatMessages).where(lt(chatMessages.at, before))
}

export async function hasOutgoing(db: Db | Tx, dedupeKey: string) {
  const [row] = await db
    .select({ id: chatOutgoing.id })
    .from(chatOutgoing)
    .where(eq(chatOutgoing.dedupeKey, dedupeKey))
    .limit(1)
  return row !== undefined
}

/** What we said to this person under Zalo's name for it. */
export async function findOutgoingByMessage(
  db: Db | Tx,
  { personId, messageId }: { personId: string; messageId: string },
) {
  const [row] = await db
    .select()
    .from(chatOutgoing)
    .where(and(eq(chatOutgoing.messageId, messageId), eq(chatOutgoing.personId, personId)))
    .limit(1)
  return row
}

/** What may have reached this person, oldest first: sent, but without an answer yet. */
export async function listUnsettled(db: Db | Tx, personId: string) {
  return db
    .select()
    .from(chatOutgoing)
    .where(and(eq(chatOutgoing.personId, personId), inArray(chatOutgoing.state, ['sending', 'unknown'])))
    .orderBy(asc(chatOutgoing.id))
}

/** The account's own echo proves that it was sent. One that is still under way learns its name; its sender does the rest. */
export async function noteEchoed(tx: Tx, row: typeof chatOutgoing.$inferSelect, messageId: string, at: string) {
  const change = row.state === 'unknown' ? { state: 'sent' as const, sentAt: at, problem: null } : {}
  await tx
    .update(chatOutgoing)
    .set({ messageId, ...change })
    .where(eq(chatOutgoing.id, row.id))
}
