import { expect, test } from 'vitest'
import { deliver, hear, OA_ENV, says, settle, signed } from '../webhook/zalo-sends.ts'
import { createWorld } from '../world/world.ts'
import { conversationIn, countIn, heardIn, statesIn, type World } from './kept.ts'

const answersIn = (world: World) => countIn(world, 'chat_outgoing')

/** Another start on the same database and the same inbox. */
async function startAgain(world: World) {
  await world.stop()
  return createWorld({ env: OA_ENV, dataFrom: world.dataDir, inboxFrom: world.dataDir })
}

test('the same event twenty times at once is answered once', async () => {
  const world = await createWorld({ env: OA_ENV })
  const event = signed(says('menu'))
  const statuses = await Promise.all(Array.from({ length: 20 }, () => deliver(world, event)))
  expect(statuses).toEqual(statuses.map(() => 200))
  await settle(world)
  expect([await heardIn(world), await statesIn(world)]).toEqual([['menu'], ['done']])
  const answers = await answersIn(world)
  expect(answers).toBeGreaterThan(0)
  await Promise.all([deliver(world, event, { num_retry: '1' }), deliver(world, event, { num_retry: '2' })])
  await settle(world)
  expect([await heardIn(world), await answersIn(world)]).toEqual([['menu'], answers])
})

test('after a restart, and twelve hours later, it is still the same event', async () => {
  const world = await createWorld({ env: OA_ENV })
  const event = signed(says('menu'))
  await deliver(world, event)
  await settle(world)
  const answers = await answersIn(world)
  const next = await startAgain(world)
  expect(await deliver(next, event)).toBe(200)
  await settle(next)
  expect([await heardIn(next), await answersIn(next)]).toEqual([['menu'], answers])
  next.clock.now = new Date('2026-11-23T14:00:00Z')
  expect(await deliver(next, event)).toBe(200)
  await settle(next)
  expect([await heardIn(next), await answersIn(next)]).toEqual([['menu'], answers])
})

test('when the inbox is lost the main database still knows what was answered, and new events are heard', async () => {
  const world = await createWorld({ env: OA_ENV })
  const event = signed(says('menu'))
  await deliver(world, event)
  await settle(world)
  await world.stop()
  const next = await createWorld({ env: OA_ENV, dataFrom: world.dataDir, at: '2026-11-23T03:00:00Z' })
  await deliver(next, event)
  await hear(next, says('trợ giúp'))
  expect(await heardIn(next)).toEqual(['menu', 'trợ giúp'])
})

test('a reaction and the message it is about are two events, though they name one message', async () => {
  const world = await createWorld({ env: OA_ENV })
  const said = says('menu', { id: 'm' })
  const reacted = { ...said, event_name: 'user_reacted_message', message: { msg_id: 'm', react_icon: '/-strong' } }
  await hear(world, said, reacted)
  expect(await statesIn(world)).toEqual(['done', 'done'])
})

test('what arrived while nobody answered is answered after the next start', async () => {
  const world = await createWorld({ env: OA_ENV })
  await world.stop()
  // The webhook process had written it down; the service ended before it took it over.
  const late = await createWorld({ env: OA_ENV, dataFrom: world.dataDir })
  await deliver(late, signed(says('menu')))
  await late.stop()
  const next = await createWorld({ env: OA_ENV, dataFrom: world.dataDir, inboxFrom: late.dataDir })
  await settle(next)
  expect(await heardIn(next)).toEqual(['menu'])
  expect((await conversationIn(next)).some((line) => line.startsWith('bot: '))).toBe(true)
})
