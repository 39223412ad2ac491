import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { insertOnce } from '../db/prepared-once.ts'
import type { OutgoingKind, Speaker } from './chat.schemas.ts'
import { chatMessages, chatOutgoing } from './chat.table.ts'
import type { Say } from './intent.ts'
import { maskPersonal } from './mask.rules.ts'

const insertOutgoing = insertOnce(chatOutgoing, { onConflict: 'nothing' })
const insertMessage = insertOnce(chatMessages, { onConflict: 'nothing' })

/**
 * Puts what is to be said in the outbox and in the conversation, in the transaction of what it answers. The same
 * `dedupeKey` is said once. Tells the row's id.
 */
export async function enqueueSay(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId' | 'sealing'>,
  {
    personId,
    kind,
    dedupeKey,
    say,
    staffId = null,
    campaignSendId = null,
    notBefore = ctx.now(),
  }: {
    personId: string
    kind: OutgoingKind
    dedupeKey: string
    say: Say
    staffId?: string | null
    campaignSendId?: string | null
    notBefore?: Date
  },
): Promise<string> {
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  const place = { table: 'chat_outgoing', column: 'say_sealed', rowId: id }
  await insertOutgoing(tx, {
    ...{ id, dedupeKey, personId, kind, saySealed: ctx.sealing.seal(place, JSON.stringify(say)) },
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

/** The whole of it in plain text: buttons are decoration, so everything that can be chosen has its numbered line. */
export function writeOut({ text, options = [], links = [] }: Say): string {
  const lines = options.map(({ label }, at) => `${at + 1}. ${label}`)
  const addresses = links.map(({ title, url }) => `${title}: ${url}`)
  return [text, lines.join('\n'), addresses.join('\n')].filter((part) => part !== '').join('\n\n')
}
