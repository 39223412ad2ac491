import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isGoodAfter } from '../../server/conversations/answer-checks.rules.ts'
import { ok } from '../feedback/reporting.ts'
import { type EntryReply, readEdition, take } from '../publishing/writing.ts'
import { createWorld } from '../world/world.ts'

type Checks = {
  items: { percent: number; questions: number; isGood: boolean; missed: { ask: string }[] }[]
  lastGood: { percent: number } | null
  hasFallen: boolean
}
const JOB = 'conversations.check-answers'

test('the reviewed questions find what is published; withdrawing what many of them ask for is told to staff, putting it back ends that', async () => {
  const world = await createWorld()
  const admin = await world.signIn({ role: 'admin' })
  const read = async () => ok(await admin.get<Checks>('/admin/api/answer-checks'))
  await world.runJob(JOB)
  await world.runJob(JOB)
  const first = await read()
  expect(first.items).toHaveLength(1)
  expect(first.items[0]?.questions).toBeGreaterThanOrEqual(60)
  expect(first.items[0]?.percent, JSON.stringify(first.items[0]?.missed)).toBeGreaterThanOrEqual(96)
  expect(first.hasFallen).toBe(false)

  const change = async (slug: string, step: string, said: Record<string, unknown> = {}) => {
    const { items } = ok(await admin.get<{ items: EntryReply[] }>(`/admin/api/entries?kind=procedure&q=${slug}`))
    const entry = items.find((item) => item.slug === slug)
    const whole = ok(await admin.get<EntryReply>(`/admin/api/entries/${entry?.id}`))
    const edition = await readEdition(admin, whole.liveEditionId ?? '')
    ok(await take(admin, edition, step, said))
  }
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await change('chuyen-truong', 'withdraw', { remark: 'Chờ văn bản mới.' })
  await world.runJob(JOB)
  const fallen = await read()
  expect([fallen.hasFallen, fallen.items.length]).toEqual([true, 2])
  expect(fallen.items[0]?.missed.map(({ ask }) => ask)).toContain('con toi chuyen truong can giay to gi')

  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await change('chuyen-truong', 'restore')
  await world.runJob(JOB)
  const back = await read()
  expect([back.hasFallen, back.items.length, back.items[0]?.percent]).toEqual([false, 3, first.items[0]?.percent])
})

test('a fall of more than two points is none of the good ones, whatever the numbers; the first is good', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), fc.nat(), (questions, a, b) => {
      const [then, now] = [a % (questions + 1), b % (questions + 1)]
      const lost = ((then - now) / questions) * 100
      const isGood = isGoodAfter({ questions, amongThree: now }, { questions, amongThree: then })
      if (Math.abs(lost - 2) > 1e-9) expect(isGood).toBe(lost < 2)
      expect(isGoodAfter({ questions, amongThree: now }, undefined)).toBe(true)
    }),
  )
})
