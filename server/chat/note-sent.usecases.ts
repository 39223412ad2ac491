import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, System } from '../ctx.ts'
import type { Channel, Sent } from './channel.ts'
import * as queries from './sending.queries.ts'
import { backoffMs, MOST_ATTEMPTS } from './sending.rules.ts'

type Row = queries.Outgoing['row']

/** Writes down how one attempt went, and what comes next. */
export async function noteSent(
  ctx: Ctx<System>,
  { channel, row, sent }: { channel: Channel; row: Row; sent: Sent },
  { chance, settleAfterMs }: { chance: () => number; settleAfterMs: number },
) {
  if (sent.outcome === 'text_only') return sayWithoutButtons(ctx, channel, row)
  await ctx.write((tx) => queries.settle(tx, row.id, changeAfter(sent, row, { now: ctx.now(), chance, settleAfterMs })))
}

function changeAfter(
  sent: Exclude<Sent, { outcome: 'text_only' }>,
  row: Row,
  { now, chance, settleAfterMs }: { now: Date; chance: () => number; settleAfterMs: number },
): queries.Change {
  const after = (ms: number) => new Date(now.getTime() + ms).toISOString()
  const attempts = row.attempts + 1
  switch (sent.outcome) {
    case 'sent':
      return { state: 'sent', sentAt: now.toISOString(), messageId: sent.messageId || null, problem: null }
    case 'refused':
      return { state: 'failed', problem: sent.why }
    case 'unknown':
      return { state: 'unknown', problem: sent.why, nextAt: after(settleAfterMs) }
    case 'later':
      // The account rests: the message stays the next one, and goes as soon as the account may again.
      if (sent.everything)
        return { state: 'waiting', problem: sent.why, nextAt: now.toISOString(), attempts: row.attempts }
      if (attempts >= MOST_ATTEMPTS) return { state: 'failed', problem: sent.why }
      return { state: 'waiting', problem: sent.why, nextAt: after(sent.afterMs ?? backoffMs(attempts, chance())) }
  }
}

/** Buttons are refused: off for good, and this one said again with its numbered lines alone. */
async function sayWithoutButtons(ctx: Ctx<System>, channel: Channel, row: Row) {
  const at = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    if (await queries.turnOffButtons(tx, channel.name, at))
      await recordAudit(tx, ctx, { action: 'channel.buttons_refused', subject: { kind: 'channel', id: channel.name } })
    await queries.settle(tx, row.id, { state: 'waiting', nextAt: at, attempts: row.attempts })
  })
}
