import { describe, expect, test } from 'vitest'
import { insertEvent } from '../../server/chat/events.queries.ts'
import { toEvent } from '../../server/chat/intake.ts'
import { takeTurns } from '../../server/chat/turns.usecases.ts'
import { writeOut } from '../../server/chat/write-out.ts'
import { readEvent, toInboxEvent } from '../../server/webhook/read-event.ts'
import {
  deliver,
  follows,
  hear,
  LAN,
  MINH,
  OA,
  OA_ENV,
  type OaEvent,
  says,
  settle,
  signed,
} from '../webhook/zalo-sends.ts'
import { createWorld } from '../world/world.ts'
import { conversationIn, countIn, heardIn, statesIn, type World } from './kept.ts'

const NOW = Date.parse('2026-11-23T02:00:00Z')
const elsewhere = { erase: async () => {}, hearMiniApp: async () => {} }

async function personIn({ service }: World) {
  const [row] = await service.ctx.db.values<[string, number, string | null, string]>(
    'SELECT mode, is_follower, last_interaction_at, citizen_id FROM chat_people ORDER BY rowid LIMIT 1',
  )
  return row
}

function pass(world: World, ms: number) {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}

let places = 0
/** No way of sending is set, so that what waits to be said stays as a test puts it. */
const NOTHING_SENT = { ...OA_ENV, ZALO_MODE: 'off' }

async function answerAll(world: World, ...arrived: OaEvent[]) {
  for (const event of arrived) {
    await arrive(world, event)
    await world.runJob('chat.turns')
  }
}

/** Events as they were taken over from the inbox, without anything that would answer them by itself. */
async function arrive({ service: { ctx } }: World, ...arrived: OaEvent[]) {
  for (const event of arrived) {
    const sent = { raw: Buffer.from(signed(event).body), headers: { 'x-zevent-signature': signed(event).mac } }
    const read = readEvent('oa', sent, { oa: OA, miniAppApiKey: undefined, botSecret: undefined })
    if (read.outcome !== 'event') throw new Error(read.outcome)
    const row = toInboxEvent('oa', read, { sealing: ctx.sealing, now: ctx.now(), numRetry: 0 })
    places += 1
    await ctx.write((tx) => insertEvent(tx, toEvent({ ...row, seq: places })))
  }
}

/** An event that nobody can open any more. */
async function spoil(world: World, key: string) {
  await world.service.ctx.write((tx) => tx.run(`UPDATE chat_events SET sealed = 'x' WHERE key = '${key}'`))
}

const told = (event: OaEvent, event_name: string, message: object): OaEvent => ({ ...event, event_name, message })

describe('turns', () => {
  test('one person’s words are answered in their order, many people’s side by side', async () => {
    const world = await createWorld({ env: OA_ENV })
    const people = Array.from({ length: 20 }, (_, at) => `70000000000000000${10 + at}`)
    const words = ['một', 'hai', 'ba', 'bốn']
    for (const word of words)
      await Promise.all(
        people.map((userId) => deliver(world, signed(says(`${word} của ${userId.slice(-2)}`, { userId })))),
      )
    await settle(world)
    const heard = await heardIn(world)
    expect(heard).toHaveLength(80)
    for (const userId of people)
      expect(heard.filter((line) => line.endsWith(userId.slice(-2)))).toEqual(
        words.map((word) => `${word} của ${userId.slice(-2)}`),
      )
  })

  test('an event that fails five times is put aside; what the same person said next is answered at once', async () => {
    const world = await createWorld({ env: OA_ENV, hearsZalo: false })
    await arrive(world, says('hỏng', { id: 'bad' }), says('sau'), says('người khác', { userId: MINH }))
    await spoil(world, 'oa user_send_text bad')
    await world.runJob('chat.turns')
    expect(await heardIn(world)).toEqual(['người khác'])
    for (const seconds of [1, 5, 30]) {
      pass(world, seconds * 1_000)
      await world.runJob('chat.turns')
    }
    expect(await heardIn(world)).toEqual(['người khác'])
    pass(world, 120_000)
    await world.runJob('chat.turns')
    expect(await heardIn(world)).toEqual(['người khác', 'sau'])
    expect(await statesIn(world)).toEqual(['poison', 'done', 'done'])
  })

  test('numbers that could name somebody are nowhere in what is kept of a conversation', async () => {
    const world = await createWorld({ env: OA_ENV })
    await hear(world, says('Tôi là 0912 345 678, CCCD 079201001234'))
    expect(await heardIn(world)).toEqual(['Tôi là ••••••••78, CCCD ••••••••••34'])
    expect(await countIn(world, 'chat_events', 'sealed IS NOT NULL')).toBe(0)
  })

  test('while an officer has the word the bot is silent, and what is said is kept', async () => {
    const world = await createWorld({ env: OA_ENV })
    await hear(world, says('menu'))
    const echo = says('x')
    const console_ = told(echo, 'oa_send_text', { text: 'Chào chị, tôi là cán bộ', msg_id: 'e1' })
    const fromOfficer = { ...console_, sender: { id: OA.oaId, admin_id: '77' }, recipient: { id: LAN } }
    await hear(world, fromOfficer)
    expect((await personIn(world))?.[0]).toBe('staff')
    const before = await countIn(world, 'chat_outgoing')
    await hear(world, says('cảm ơn'))
    expect(await countIn(world, 'chat_outgoing')).toBe(before)
    const lines = await conversationIn(world)
    expect(lines.slice(-1)).toEqual(['person: cảm ơn'])
    expect(lines).toContain('staff: Chào chị, tôi là cán bộ')
  })

  test('a channel that is switched off says so once an hour, to each', async () => {
    const world = await createWorld({ env: OA_ENV })
    await world.service.ctx.write((tx) =>
      tx.run("INSERT INTO chat_channels VALUES ('oa', 1, 'Trợ lý nghỉ đến 8 giờ.', 0, 0, '2026-11-23T00:00:00Z')"),
    )
    await hear(world, says('menu'), says('menu'), says('menu', { userId: MINH }))
    const bot = async () => (await conversationIn(world)).filter((line) => line.startsWith('bot: '))
    expect(await bot()).toEqual(['bot: Trợ lý nghỉ đến 8 giờ.', 'bot: Trợ lý nghỉ đến 8 giờ.'])
    world.clock.now = new Date(NOW + 3_600_000)
    await hear(world, says('menu'))
    expect(await bot()).toHaveLength(3)
  })
})

describe('following', () => {
  test.each([
    ['in order', ['follow', 'unfollow'], 0],
    ['in the wrong order', ['unfollow', 'follow'], 0],
  ] as const)('left after coming, told %s', async (_, order, isFollower) => {
    const world = await createWorld({ env: OA_ENV })
    const happened = { follow: NOW - 5_000, unfollow: NOW - 1_000 }
    await hear(world, ...order.map((kind) => follows(kind, { at: happened[kind] })))
    expect((await personIn(world))?.[1]).toBe(isFollower)
  })

  test('whoever follows is greeted, and the windows are open; whoever came back is a follower again', async () => {
    const world = await createWorld({ env: OA_ENV })
    await hear(world, follows('follow', { at: NOW - 9_000 }))
    expect((await conversationIn(world)).every((line) => line.startsWith('bot: '))).toBe(true)
    expect(await countIn(world, 'chat_outgoing')).toBeGreaterThan(0)
    expect((await personIn(world))?.slice(0, 3)).toEqual(['bot', 1, '2026-11-23T01:59:51.000Z'])
    await hear(world, follows('unfollow', { at: NOW - 8_000 }), follows('follow', { at: NOW - 7_000 }))
    expect((await personIn(world))?.[1]).toBe(1)
  })

  test('somebody the Mini App knows is the same citizen here', async () => {
    const world = await createWorld({ env: OA_ENV })
    const phone = world.openPhone()
    await phone.signIn({ zaloAccessToken: world.zalo.state.mintToken('4047671499938107249') })
    await hear(world, { ...says('menu'), user_id_by_app: '4047671499938107249' })
    expect(await countIn(world, 'citizens')).toBe(1)
    await hear(world, says('menu', { userId: MINH }))
    expect(await countIn(world, 'citizens')).toBe(2)
  })
})

describe('what phones and the account itself tell', () => {
  test('delivered and seen are no words of a person', async () => {
    const world = await createWorld({ env: OA_ENV })
    const received = { ...says('x'), sender: { id: OA.oaId }, recipient: { id: LAN } }
    await hear(world, told(received, 'user_received_message', { msg_id: 'a' }))
    await hear(world, told(says('x'), 'user_seen_message', { msg_ids: ['a'] }))
    expect([await statesIn(world), await conversationIn(world)]).toEqual([['ignored', 'ignored'], []])
  })

  test('our own words that come back settle a message whose answer was lost', async () => {
    const world = await createWorld({ env: NOTHING_SENT, hearsZalo: false })
    await answerAll(world, says('menu'))
    await world.service.ctx.write((tx) => tx.run("UPDATE chat_outgoing SET state = 'unknown'"))
    const { ctx } = world.service
    const [[rowId = '', sealed = ''] = []] = await ctx.db.values<[string, string]>(
      'SELECT id, say_sealed FROM chat_outgoing LIMIT 1',
    )
    const say = JSON.parse(ctx.sealing.open({ table: 'chat_outgoing', column: 'say_sealed', rowId }, sealed))
    const message = { text: writeOut(say), msg_id: 'ours' }
    await answerAll(world, {
      ...told(says('x'), 'oa_send_text', message),
      sender: { id: OA.oaId },
      recipient: { id: LAN },
    })
    expect(await countIn(world, 'chat_outgoing', "state = 'sent' AND message_id = 'ours'")).toBe(1)
    expect((await personIn(world))?.[0]).toBe('bot')
  })

  test('a thumb on the last answer is a vote on it', async () => {
    const world = await createWorld({ env: NOTHING_SENT, hearsZalo: false })
    await answerAll(world, says('menu'))
    const { ctx } = world.service
    await ctx.write(async (tx) => {
      await tx.run("UPDATE chat_outgoing SET state = 'sent', message_id = 'ours'")
      await tx.run(
        "INSERT INTO chat_questions (id, at, channel, text, folded, band) VALUES ('q1', '2026-11-23T02:00:00Z', 'oa', 'x', 'x', 'answer')",
      )
      const [[id = '', sealed = ''] = []] = await ctx.db.values<[string, string]>(
        'SELECT id, dialogue_sealed FROM chat_people',
      )
      const place = { table: 'chat_people', column: 'dialogue_sealed', rowId: id }
      const dialogue = { ...JSON.parse(ctx.sealing.open(place, sealed)), lastQuestionId: 'q1' }
      await tx.run(`UPDATE chat_people SET dialogue_sealed = '${ctx.sealing.seal(place, JSON.stringify(dialogue))}'`)
    })
    const thumb = (icon: string, id: string) =>
      told(says('x'), 'user_reacted_message', { msg_id: id, react_icon: icon })
    await answerAll(world, thumb('/-strong', 'of somebody else'))
    expect(await countIn(world, 'chat_questions', 'vote IS NULL')).toBe(1)
    await answerAll(world, thumb('/-weak', 'ours'))
    expect(await countIn(world, 'chat_questions', "vote = 'useless'")).toBe(1)
  })
})

describe('withdrawing', () => {
  test('deletes the person, their words and what waits to be said, and whoever comes back is new', async () => {
    const world = await createWorld({ env: OA_ENV })
    const citizen = '4047671499938107249'
    const phone = world.openPhone()
    await phone.signIn({ zaloAccessToken: world.zalo.state.mintToken(citizen) })
    const lan = { user_id_by_app: citizen }
    await hear(world, { ...says('Tôi hỏi một việc riêng'), ...lan }, says('menu', { userId: MINH }))
    const before = (await personIn(world))?.[3]
    const withdraw = {
      ...{ event_name: 'user_withdraw', app_id: OA.appId, oa_id: OA.oaId, user_id: LAN, ...lan },
      timestamp: String(NOW),
    }
    await hear(world, withdraw, withdraw)
    expect(await heardIn(world)).toEqual(['menu'])
    expect([await countIn(world, 'chat_people'), await countIn(world, 'citizen_erasures')]).toEqual([1, 1])
    expect((await phone.get('/api/session')).status).toBe(401)
    await hear(world, { ...says('menu'), ...lan })
    const [[citizenId] = []] = await world.service.ctx.db.values(
      'SELECT citizen_id FROM chat_people ORDER BY rowid DESC',
    )
    expect(citizenId).not.toBe(before)
  })

  test('erasing in the Mini App takes the chat along, and what is kept of it is told before', async () => {
    const world = await createWorld({ env: OA_ENV })
    const citizen = '4047671499938107249'
    const phone = world.openPhone()
    await phone.signIn({ zaloAccessToken: world.zalo.state.mintToken(citizen) })
    await hear(world, { ...says('menu'), user_id_by_app: citizen })
    const { body } = await phone.get<{ data: { chat: object[] } }>('/api/me/export')
    expect(body.data.chat).toEqual([
      expect.objectContaining({ channel: 'oa', userId: LAN, messages: expect.arrayContaining([expect.anything()]) }),
    ])
    expect((await phone.post('/api/me/erasure')).status).toBe(200)
    expect([await countIn(world, 'chat_people'), await countIn(world, 'chat_messages')]).toEqual([0, 0])
  })
})

describe('what is said in one breath', () => {
  async function open() {
    const world = await createWorld({ env: OA_ENV, hearsZalo: false })
    const ctx = world.service.ctx as Parameters<typeof takeTurns>[0]
    return { world, turn: () => takeTurns(ctx, { elsewhere, burstMs: 1_500 }) }
  }

  test('is answered together, once nothing more comes', async () => {
    const { world, turn } = await open()
    await arrive(world, says('con tôi muốn', { at: NOW }))
    await turn()
    pass(world, 800)
    await arrive(world, says('chuyển trường thì cần giấy tờ gì', { at: NOW + 800 }))
    await turn()
    pass(world, 800)
    await turn()
    expect(await heardIn(world)).toEqual([])
    pass(world, 800)
    await turn()
    expect(await heardIn(world)).toEqual(['con tôi muốn\nchuyển trường thì cần giấy tờ gì'])
    expect(await statesIn(world)).toEqual(['done', 'done'])
  })

  test('a choice is answered at once, and what came long after is another thought', async () => {
    const { world, turn } = await open()
    await arrive(world, says('menu'), says('2'), says('xin hỏi thủ tục', { at: NOW }))
    await turn()
    expect(await heardIn(world)).toEqual(['menu', '2'])
    pass(world, 60_000)
    await arrive(world, says('cho tôi hỏi thêm', { at: NOW + 60_000 }))
    await turn()
    expect(await heardIn(world)).toEqual(['menu', '2', 'xin hỏi thủ tục'])
  })
})

describe('a year later', () => {
  test('conversations are gone, and the keys of events long before', async () => {
    const world = await createWorld({ env: OA_ENV })
    await hear(world, says('menu'), says('menu'))
    world.clock.now = new Date(NOW + 31 * 24 * 3_600_000)
    await world.runJob('chat.retention')
    expect([await countIn(world, 'chat_events'), await countIn(world, 'chat_messages')]).toEqual([1, expect.anything()])
    expect((await heardIn(world)).length).toBe(2)
    world.clock.now = new Date(NOW + 366 * 24 * 3_600_000)
    await world.runJob('chat.retention')
    expect(await countIn(world, 'chat_messages')).toBe(0)
  })
})
