import { describe, expect, test } from 'vitest'
import type { Sent } from '../../server/chat/channel.ts'
import { backoffCapMs, backoffMs } from '../../server/chat/sending.rules.ts'
import { createBotChannel } from '../../server/zalo/bot-channel.ts'
import type { OaClient } from '../../server/zalo/oa-api.ts'
import { createOaChannel } from '../../server/zalo/oa-channel.ts'
import type { OaAnswer } from '../../server/zalo/oa-client.ts'
import { KNOWN_CODES, kindOf, type OaErrorKind } from '../../server/zalo/oa-errors.rules.ts'
import { createThrottle } from '../../server/zalo/throttle.ts'

const NOW = new Date('2026-11-23T16:00:00Z')

/** What each number of Zalo's list makes of a message: what becomes of it, and whether everybody waits. */
const TABLE: Record<number, [OaErrorKind, Sent['outcome'], 'alone' | 'everything' | '']> = {
  [-32]: ['slow_down', 'later', 'everything'],
  [-100]: ['reupload', 'later', 'alone'],
  [-200]: ['retry', 'later', 'alone'],
  [-201]: ['permanent', 'refused', ''],
  [-204]: ['human', 'later', 'everything'],
  [-205]: ['human', 'later', 'everything'],
  [-209]: ['human', 'later', 'everything'],
  [-210]: ['permanent', 'refused', ''],
  [-211]: ['quota', 'later', 'everything'],
  [-212]: ['human', 'later', 'everything'],
  [-213]: ['no_send', 'refused', ''],
  [-214]: ['poll', 'later', 'alone'],
  [-216]: ['refresh', 'later', 'everything'],
  [-217]: ['no_send', 'refused', ''],
  [-218]: ['quota_of_person', 'later', 'alone'],
  [-219]: ['human', 'later', 'everything'],
  [-220]: ['refresh', 'later', 'everything'],
  [-221]: ['human', 'later', 'everything'],
  [-223]: ['human', 'later', 'everything'],
  [-224]: ['human', 'later', 'everything'],
  [-227]: ['no_send', 'refused', ''],
  [-230]: ['no_send', 'refused', ''],
  [-232]: ['no_send', 'refused', ''],
  [-233]: ['permanent', 'refused', ''],
  [-234]: ['schedule', 'later', 'alone'],
  [-235]: ['human', 'later', 'everything'],
  [-237]: ['human', 'later', 'everything'],
  [-238]: ['human', 'later', 'everything'],
  [-240]: ['permanent', 'refused', ''],
  [-241]: ['human', 'later', 'everything'],
  [-242]: ['human', 'later', 'everything'],
  [-244]: ['no_send', 'refused', ''],
  [-248]: ['permanent', 'refused', ''],
  [-249]: ['permanent', 'refused', ''],
  [-320]: ['human', 'later', 'everything'],
  [-321]: ['human', 'later', 'everything'],
  [-403]: ['human', 'later', 'everything'],
  404: ['human', 'later', 'everything'],
  429: ['slow_down', 'later', 'everything'],
}

/** A channel whose account answers the same each time. */
function channelThatHears(answer: OaAnswer<never>, chance = 0.5) {
  const oa = { sendMessage: async () => answer } as unknown as OaClient
  const throttle = createThrottle({ perMinute: 6_000 })
  const nextMorning = () => new Date('2026-11-23T23:05:00Z')
  return { channel: createOaChannel({ oa, throttle, now: () => NOW, chance: () => chance, nextMorning }), throttle }
}
const failure = (code: number, { message = '', afterMs }: { message?: string; afterMs?: number } = {}) => ({
  ...{ outcome: 'failed' as const, kind: kindOf(code, message), code, why: `zalo_${code}`, afterMs },
})

describe('each number of Zalo', () => {
  test('is in the table', () => {
    expect(KNOWN_CODES.sort()).toEqual(Object.keys(TABLE).map(Number).sort())
  })

  test.each(Object.entries(TABLE))('%s', async (name, [kind, outcome, who]) => {
    const code = Number(name)
    const { channel, throttle } = channelThatHears(failure(code))
    const sent = await channel.send('1', { text: 'Chào' }, { buttons: false })
    expect(kindOf(code, '')).toBe(kind)
    expect(sent.outcome).toBe(outcome)
    expect(sent.outcome === 'later' ? (sent.everything ? 'everything' : 'alone') : '').toBe(who)
    expect(throttle.isPaused(NOW.getTime() + 1)).toBe(who === 'everything')
  })

  test('a number nobody knows gets a few tries', async () => {
    const { channel } = channelThatHears(failure(-9_999))
    expect(await channel.send('1', { text: 'a' }, { buttons: false })).toMatchObject({
      outcome: 'later',
      everything: false,
    })
  })

  test('words tell apart what one number means twice', () => {
    expect(kindOf(-223, 'Your OA has reach the limit quota create article')).toBe('quota')
    expect(kindOf(-200, 'Upload media failed')).toBe('permanent')
    expect(kindOf(-1, 'Media is being processed')).toBe('poll')
  })
})

describe('what it makes of a message', () => {
  const choice = { text: 'Chọn', options: [{ label: 'Một', payload: 'một' }] }

  test.each([-201, -233])('%i on buttons: the text alone is said', async (code) => {
    const { channel } = channelThatHears(failure(code))
    expect((await channel.send('1', choice, { buttons: true })).outcome).toBe('text_only')
    expect((await channel.send('1', choice, { buttons: false })).outcome).toBe('refused')
  })

  test('an answer that was lost is no failure', async () => {
    const { channel } = channelThatHears({ outcome: 'lost' })
    expect((await channel.send('1', choice, { buttons: false })).outcome).toBe('unknown')
  })

  test('without a token everything waits, and nothing is given up', async () => {
    const { channel } = channelThatHears({ outcome: 'no_token' })
    expect(await channel.send('1', choice, { buttons: false })).toMatchObject({ outcome: 'later', everything: true })
  })

  test('at night: five past six, when the sun is up', async () => {
    const { channel } = channelThatHears(failure(-234))
    expect(await channel.send('1', choice, { buttons: false })).toMatchObject({ afterMs: 7 * 3_600_000 + 5 * 60_000 })
  })

  test.each([0, 0.5, 0.999])('after too many calls everybody rests 30 to 60 seconds, at %d', async (chance) => {
    const { channel, throttle } = channelThatHears(failure(-32), chance)
    await channel.send('1', choice, { buttons: false })
    const restMs = throttle.take(NOW.getTime())
    expect([restMs >= 30_000, restMs <= 60_000]).toEqual([true, true])
  })

  test('as long as Zalo says, where it says so', async () => {
    const { channel, throttle } = channelThatHears(failure(429, { afterMs: 7_000 }))
    await channel.send('1', choice, { buttons: false })
    expect(throttle.take(NOW.getTime())).toBe(7_000)
  })
})

test('waits between tries lie between nothing and a limit that doubles up to a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 9].map(backoffCapMs)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
  for (const attempts of [1, 3, 9])
    for (const chance of [0, 0.3, 0.999]) {
      const ms = backoffMs(attempts, chance)
      expect([ms >= 0, ms <= backoffCapMs(attempts)]).toEqual([true, true])
    }
})

test('the bucket gives a sixth of a minute at once, the rest evenly, and less when Zalo allows less', () => {
  const throttle = createThrottle({ perMinute: 60 })
  const at = NOW.getTime()
  expect(Array.from({ length: 10 }, () => throttle.take(at))).toEqual(Array(10).fill(0))
  expect(throttle.take(at)).toBe(1_000)
  expect(throttle.take(at + 1_000)).toBe(0)
  throttle.adapt(new Headers({ 'x-ratelimit-limit': '30' }), at)
  expect(throttle.take(at + 1_000)).toBe(2_000)
  throttle.adapt(new Headers({ 'x-ratelimit-remain': '0' }), at + 1_000)
  expect(throttle.take(at + 9_000)).toBe(7_000)
})

test('the bot is told by words of its own platform', async () => {
  const bot = { url: 'http://127.0.0.1:9', token: '1:x' }
  const throttle = createThrottle({ perMinute: 60 })
  const channel = createBotChannel({ bot, throttle, now: () => NOW, chance: () => 0 })
  expect((await channel.send('1', { text: 'Chào' }, { buttons: false })).outcome).toBe('unknown')
})
