import { isNotNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { quizQuestions } from '../../server/quizzes/questions.table.ts'
import { seededRandom } from '../chaos/seeded-random.ts'
import { createWorld } from '../world/world.ts'
import { keyAt, makeContest, type Person, QUESTIONS, takePart } from './world-contest.ts'

/** Whose key in the bank is not what those who know it choose. */
const WRONG = 4

/** People of different ability; those who know it choose the option after the key at one question. */
function people(many: number, seed = 5): Person[] {
  const random = seededRandom(seed)
  return Array.from({ length: many }, (_, person) => {
    const ability = 0.2 + 0.78 * random()
    const chosen = Array.from({ length: QUESTIONS }, (_, place) => {
      const right = place === WRONG ? (keyAt(place) + 1) % 4 : keyAt(place)
      return random() < ability ? right : (right + 1 + Math.floor(random() * 3)) % 4
    })
    return { publicName: `Người ${person}`, unitId: 'so-gddt', papers: [{ chosen }] }
  })
}

test('while people still write, the question with a wrong key is marked for staff, once there are enough papers', async () => {
  const world = await createWorld({ at: '2026-11-18T02:00:00Z' })
  const contest = await makeContest(world, { state: 'open' })
  const doubted = () => world.service.ctx.db.select().from(quizQuestions).where(isNotNull(quizQuestions.flag))
  await takePart(world, contest, people(29))
  await world.runJob('contests.doubt-keys')
  expect(await doubted()).toEqual([])
  await takePart(world, contest, people(91, 6))
  await world.runJob('contests.doubt-keys')
  expect((await doubted()).map(({ id, flag }) => [id, flag])).toEqual([
    [`q-${contest.versionIds[WRONG]}`, 'key_doubted'],
  ])
  expect((await world.get(`/api/contests/${contest.slug}/results`)).status).toBe(404)
})

test('staff see how each question has fared, and papers that are alike with how little that proves', async () => {
  const world = await createWorld()
  const contest = await makeContest(world)
  await takePart(world, contest, people(60))
  const boss = await world.signIn()
  const round = `/admin/api/contests/${contest.id}/rounds/1`
  const { body } = await boss.get<{ papers: number; items: { attempts: number; flags: string[] }[] }>(
    `${round}/statistics`,
  )
  expect([body.papers, body.items.length, body.items[WRONG]?.attempts]).toEqual([60, QUESTIONS, 60])
  expect(body.items[WRONG]?.flags).toContain('key_chosen_less')
  const alike = await boss.get<{ papers: number; pairs: number; power: { whole: number }; items: object[] }>(
    `${round}/similarity?unitId=so-gddt`,
  )
  expect(alike.body).toMatchObject({ papers: 60, pairs: 1_770, items: [] })
  expect(alike.body.power.whole).toBeLessThan(0.5)
})

test('the result leaves as a spreadsheet and as a document of the office', async () => {
  const world = await createWorld()
  const contest = await makeContest(world)
  await takePart(world, contest, people(12))
  await world.runJob('contests.results')
  const { cookie } = await world.signIn()
  for (const [kind, type] of [
    ['xlsx', 'spreadsheetml.sheet'],
    ['docx', 'wordprocessingml.document'],
  ]) {
    const reply = await world.get(`/admin/api/contests/${contest.id}/results.${kind}`, {
      headers: { cookie, origin: world.url },
    })
    expect(reply.headers.get('content-type')).toContain(type)
    expect(
      Buffer.from(await reply.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  }
})
