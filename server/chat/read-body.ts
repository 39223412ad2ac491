import type { Ctx } from '../ctx.ts'
import { parseBotEvent } from '../zalo/bot-events.ts'
import { asBody } from '../zalo/loose-body.ts'
import { parseOaEvent } from '../zalo/oa-events.ts'
import type { Inbound } from './channel.ts'
import type { EventRow } from './events.queries.ts'

type Opening = Pick<Ctx, 'sealing'>

/** The body of an event, as it was sent; sealed by the webhook process for the place where it stands. */
export function openBody({ sealing }: Opening, { key, sealed }: EventRow): string {
  if (sealed === null) throw new Error('an event without words')
  return sealing.open({ table: 'chat_events', column: 'sealed', rowId: key }, sealed)
}

export function parseEvent(ctx: Opening, event: EventRow): Inbound {
  const body = asBody(JSON.parse(openBody(ctx, event)))
  return event.channel === 'bot' ? parseBotEvent(body) : parseOaEvent(body)
}
