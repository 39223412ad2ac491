import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { MessageTemplate } from '../outbox/outbox.schemas.ts'
import { findChannelSettings } from './channels.queries.ts'
import { sayNotice } from './notice-words.ts'
import { enqueueSay } from './outgoing.queries.ts'
import { listPeopleOf } from './people.queries.ts'
import { windowOf } from './windows.rules.ts'

/**
 * Tells a person in the chat too what their inbox has just been told, where the chat can be written to for nothing or
 * staff allow what it costs. Tells whether something was put in the outbox.
 */
export async function tellInChat(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId' | 'sealing' | 'channels' | 'app'>,
  message: { id: string; citizenId: string; template: MessageTemplate; params: string },
): Promise<boolean> {
  const say = sayNotice(ctx, { ...message, params: JSON.parse(message.params) })
  if (say === undefined) return false
  const people = (await listPeopleOf(tx, message.citizenId)).filter(
    ({ channel }) => ctx.channels[channel] !== undefined,
  )
  for (const { id, channel, lastInteractionAt } of people) {
    const window = ctx.channels[channel]?.hasWindows ? windowOf(lastInteractionAt, ctx.now()) : 'free'
    const isOpen = window === 'free' || (window === 'paid' && (await findChannelSettings(tx, channel)).mayPay)
    if (isOpen)
      await enqueueSay(tx, ctx, {
        personId: id,
        kind: 'notice',
        dedupeKey: `notice ${message.id} ${id}`,
        say,
      })
  }
  return people.length > 0
}
