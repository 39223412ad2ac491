import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { insertOnce, preparedOnce } from '../db/prepared-once.ts'
import type { OutgoingKind, Speaker } from './chat.schemas.ts'
import { chatMessages, chatOutgoing } from './chat.table.ts'
import type { Say } from './intent.ts'
import { maskPersonal } from './mask.rules.ts'
import { splitSay, writeOut } from './write-out.ts'

const insertOutgoing = insertOnce(chatOutgoing)
const insertMessage = insertOnce(chatMessages)
const byDedupeKey = preparedOnce((tx: Tx) =>
  tx
    .select({ id: chatOutgoing.id })
    .from(chatOutgoing)
    .where(eq(chatOutgoing.dedupeKey, sql.placeholder('dedupeKey')))
    .prepare(),
)

export { writeOut }

export const sayPlace = (rowId: string) => ({ table: 'chat_outgoing', column: 'say_sealed', rowId })

export type NewSay = {
  personId: string
  kind: OutgoingKind
  dedupeKey: string
  say: Say
  staffId?: string | null
  campaignSendId?: string | null
  notBefore?: Date
}

/**
 * Puts what is to be said in the outbox and in the conversation, in the transaction of what it answers; more than one
 * message where it is too long for one. The same `dedupeKey` is said once. Tells the id of the first row.
 */
export async function enqueueSay(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId' | 'sealing'>,
  { say, dedupeKey, campaignSendId = null, ...rest }: NewSay,
): Promise<string> {
  const [known] = await byDedupeKey(tx).execute({ dedupeKey })
  if (known !== undefined) return known.id
  const [first = say, ...more] = splitSay(say)
  const id = await enqueuePart(tx, ctx, { ...rest, say: first, dedupeKey, campaignSendId })
  for (const [at, part] of more.entries())
    await enqueuePart(tx, ctx, { ...rest, say: part, dedupeKey: `${dedupeKey} +${at + 1}` })
  return id
}

async function enqueuePart(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId' | 'sealing'>,
  { personId, kind, dedupeKey, say, staffId = null, campaignSendId = null, notBefore = ctx.now() }: NewSay,
): Promise<string> {
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  await insertOutgoing(tx, {
    ...{ id, dedupeKey, personId, kind, saySealed: ctx.sealing.seal(sayPlace(id), JSON.stringify(say)) },
    ...{ state: 'waiting', attempts: 0, nextAt: notBefore.toISOString(), createdAt: at, campaignSendId },
  })
  const speaker = staffId === null ? 'bot' : 'staff'
  await keepMessage(tx, ctx, { personId, speaker, staffId, text: writeOut(say), attachments: 0, outgoingId: id })
  return id
}

/** One line of the conversation, as staff read it later: numbers that could name a person are masked first. */
export async function keepMessage(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId' | 'sealing'>,
  said: {
    personId: string
    speaker: Speaker
    staffId: string | null
    text: string
    attachments: number
    outgoingId: string | null
  },
) {
  const { text, ...rest } = said
  const id = ctx.newId()
  const place = { table: 'chat_messages', column: 'text_sealed', rowId: id }
  const textSealed = ctx.sealing.seal(place, maskPersonal(text))
  await insertMessage(tx, { ...rest, id, at: ctx.now().toISOString(), textSealed })
}
