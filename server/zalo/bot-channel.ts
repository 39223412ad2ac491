import { z } from 'zod'
import type { Channel, Sent } from '../chat/channel.ts'
import { writeOut } from '../chat/write-out.ts'
import { askZalo, retryAfterMs } from './ask-zalo.ts'
import { parseBotEvent } from './bot-events.ts'
import { restMs } from './oa-client.ts'
import type { Throttle } from './throttle.ts'

const FOR_PEOPLE_MS = 10 * 60_000
const TOO_SLOW = 408
const TOO_MANY = 429
const NOT_ALLOWED = 401
const SERVER_FAILED = 500

const Answer = z.looseObject({
  ok: z.boolean(),
  error_code: z.coerce.number().catch(SERVER_FAILED),
  result: z.looseObject({ message_id: z.coerce.string() }).optional().catch(undefined),
})
/** The Zalo Bot Platform as a second way of talking: no buttons, no windows, and its own ids of people. */
export function createBotChannel({
  bot: { url, token },
  throttle,
  now,
  chance,
  stopping,
}: {
  bot: { url: string; token: string }
  throttle: Throttle
  now: () => Date
  chance: () => number
  stopping?: AbortSignal
}): Channel {
  return {
    name: 'bot',
    hasWindows: false,
    waitMs: throttle.take,
    parseInbound: parseBotEvent,
    async send(chatId, say) {
      const told = await askZalo({
        ...{ method: 'POST', address: `${url}/bot${token}/sendMessage`, stopping },
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ chat_id: chatId, text: writeOut(say) }),
      })
      const answer = Answer.safeParse(told?.json)
      if (told === undefined || !answer.success) return { outcome: 'unknown', why: 'answer_lost' }
      if (answer.data.ok)
        return { outcome: 'sent', messageId: answer.data.result?.message_id ?? '', remainingQuota: null }
      return judge(answer.data.error_code, retryAfterMs(told.headers, now().getTime()))
    },
  }

  function judge(code: number, afterMs: number | undefined): Sent {
    const why = `bot_${code}`
    if (code === TOO_MANY) return rest(why, restMs(afterMs, chance()))
    if (code === NOT_ALLOWED) return rest(why, FOR_PEOPLE_MS)
    if (code === TOO_SLOW || code >= SERVER_FAILED)
      return { outcome: 'later', why, afterMs: afterMs ?? null, everything: false }
    return { outcome: 'refused', why }
  }
  function rest(why: string, afterMs: number): Sent {
    throttle.pause(now().getTime() + afterMs)
    return { outcome: 'later', why, afterMs, everything: true }
  }
}
