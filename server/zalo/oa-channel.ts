import type { Channel, MayNotify, Sent } from '../chat/channel.ts'
import type { Say } from '../chat/intent.ts'
import type { OaClient } from './oa-api.ts'
import { type OaAnswer, restMs } from './oa-client.ts'
import { isAboutTemplate } from './oa-errors.rules.ts'
import { parseOaEvent } from './oa-events.ts'
import { messageOf } from './oa-message.ts'
import type { Throttle } from './throttle.ts'

const MINUTE_MS = 60_000
/** Waits that only a person ends, or another day. */
const FOR_PEOPLE_MS = 10 * MINUTE_MS
const FOR_QUOTA_MS = 60 * MINUTE_MS
const FOR_TOKEN_MS = MINUTE_MS
const RETRY_MS = 5_000
/** Clocks of two machines differ. */
const CLOCKS_DIFFER_MS = 30_000
const HISTORY_PAGES = 3
const PAGE = 10

type Surroundings = {
  oa: OaClient
  throttle: Throttle
  now: () => Date
  /** From 0 up to 1. */
  chance: () => number
  /** The next moment at which something may be sent that must not be sent at night. */
  nextMorning: (now: Date, chance: number) => Date
}

/** The Official Account as a way of talking. */
export function createOaChannel({ oa, throttle, now, chance, nextMorning }: Surroundings): Channel {
  function judge(answer: Exclude<OaAnswer<unknown>, { outcome: 'done' }>, hadTemplate: boolean): Sent {
    if (answer.outcome === 'lost') return { outcome: 'unknown', why: 'answer_lost' }
    if (answer.outcome === 'no_token') return rest('no_token', FOR_TOKEN_MS)
    const { kind, code, why, afterMs } = answer
    switch (kind) {
      case 'slow_down':
        return rest(why, restMs(afterMs, chance()))
      case 'human':
      case 'refresh':
        return rest(why, FOR_PEOPLE_MS)
      case 'quota':
        return rest(why, FOR_QUOTA_MS)
      case 'schedule':
      case 'quota_of_person':
        return later(why, nextMorning(now(), chance()).getTime() - now().getTime())
      case 'retry':
      case 'poll':
      case 'reupload':
        return later(why, afterMs ?? null)
      case 'permanent':
        return hadTemplate && isAboutTemplate(code) ? { outcome: 'text_only', why } : { outcome: 'refused', why }
      case 'no_send':
        return { outcome: 'refused', why }
    }
  }
  function rest(why: string, afterMs: number): Sent {
    throttle.pause(now().getTime() + afterMs)
    return { outcome: 'later', why, afterMs, everything: true }
  }
  const later = (why: string, afterMs: number | null): Sent => ({ outcome: 'later', why, afterMs, everything: false })

  return {
    name: 'oa',
    hasWindows: true,
    waitMs: throttle.take,
    parseInbound: parseOaEvent,
    async send(userId: string, say: Say, { buttons }) {
      const message = messageOf(say, { buttons })
      const answer = await oa.sendMessage(userId, message)
      if (answer.outcome !== 'done') return judge(answer, 'attachment' in message)
      const { message_id: messageId, quota } = answer.data
      return {
        outcome: 'sent',
        messageId,
        remainingQuota: Number.isFinite(quota?.remain) ? (quota?.remain ?? null) : null,
      }
    },
    async findSent(userId, text, sinceMs) {
      const found: string[] = []
      for (let page = 0; page < HISTORY_PAGES; page += 1) {
        const answer = await oa.listMessages(userId, page * PAGE)
        if (answer.outcome !== 'done') throw new Error('the history cannot be read now')
        const recent = answer.data.filter(({ time }) => time >= sinceMs - CLOCKS_DIFFER_MS)
        const ours = recent.filter(({ src, message }) => src === 0 && isSameText(message, text))
        found.push(...ours.map(({ message_id }) => message_id))
        if (answer.data.length < PAGE || recent.length < answer.data.length) break
      }
      return found.reverse()
    },
    async mayNotify(userId): Promise<MayNotify> {
      const answer = await oa.readQuota(userId)
      if (answer.outcome === 'done') return { answer: (answer.data.cs_reply?.remain ?? 1) > 0 ? 'free' : 'costs' }
      if (answer.outcome === 'failed' && answer.kind === 'no_send') return { answer: 'closed' }
      const judged = judge(answer, false)
      return { answer: 'unknown', afterMs: (judged.outcome === 'later' ? judged.afterMs : null) ?? RETRY_MS }
    },
  }
}

function isSameText(one: string, other: string) {
  return one.normalize('NFC').trim() === other.normalize('NFC').trim()
}
