import { describe, expect, test } from 'vitest'
import { markPaper, readPaper } from '../../server/contests/paper.rules.ts'
import {
  begin,
  enterAsNew,
  later,
  openAs,
  openContest,
  type Paper,
  START,
  save,
  submit,
  type World,
} from './contest-world.ts'
import { SLUG } from './made-contest.ts'

/** What no reply may hold before the rules say so, as the name of a field or a word of a question's explanation. */
const FORBIDDEN =
  /"(key|keys|isRight|isCorrect|right|wrong|correct|marks?|explanation|drawSeed|versionId|place|entrants|participants|total|count)":(?!null)/i
const EXPLAINED = 'Vì luật nói vậy'

/** Which shown options are right, which the phone cannot know. */
async function rightSheet(world: World, paper: Paper, keys: Map<number, number[]>) {
  const [row] = await world.service.ctx.db.values<[string]>(
    `SELECT paper FROM contest_attempts WHERE id = '${paper.attemptId}'`,
  )
  const drawn = readPaper(row?.[0] ?? '')
  return drawn.map(({ place, order }) => (keys.get(place) ?? []).map((written) => order.indexOf(written)))
}

describe('before a round is over', () => {
  test('no reply, to whomever, holds a key, a mark or how many take part', async () => {
    const { world, contest } = await openContest({ settings: { prediction: 'all_correct' } })
    const replies: [string, string][] = []
    const note = (name: string, body: unknown) => replies.push([name, JSON.stringify(body)])
    const phone = await enterAsNew(world)
    const [paper, idle] = [await begin(phone), await enterAsNew(world)]
    note('begun', paper)
    note('begun again', (await phone.post(START)).body)
    note('resumed', (await phone.get(`/api/attempts/${paper.attemptId}`)).body)
    const sheet = await rightSheet(world, paper, contest.keys)
    note('saved', (await save(phone, paper, { seq: 1, sheet, prediction: 5 })).body)
    note('saved again', (await save(phone, paper, { seq: 1, sheet, prediction: 5 })).body)
    note('refused', (await save(phone, paper, { seq: 2, sheet: [] })).body)
    note('handed in', (await submit(phone, paper)).body)
    note('after', (await save(phone, paper, { seq: 3, sheet })).body)
    for (const path of ['/api/contests', `/api/contests/${SLUG}`]) note(path, await world.getJson(path))
    for (const path of [`/api/me/contests/${SLUG}`, `/api/contests/${SLUG}/entry`])
      note(path, (await phone.get(path)).body)
    note('somebody else’s', (await idle.get(`/api/attempts/${paper.attemptId}`)).body)
    const late = await begin(idle)
    later(world, 30)
    note('too late', (await save(idle, late, { seq: 1, sheet })).body)
    expect(replies.length).toBe(14)
    expect(replies.filter(([, text]) => FORBIDDEN.test(text) || text.includes(EXPLAINED))).toEqual([])
    expect(replies.filter(([, text]) => /"score":\d/.test(text))).toEqual([])
    expect(world.logLines.filter((line) => line.includes(EXPLAINED) || line.includes(paper.token))).toEqual([])
  })

  test('one that did would be noticed', () => {
    expect(
      ['{"key":[0]}', '{"a":{"isRight":true}}', '{"drawSeed":"x"}', '{"entrants":7}'].every((text) =>
        FORBIDDEN.test(text),
      ),
    ).toBe(true)
    expect(FORBIDDEN.test('{"drawSeed":null,"questions":20}')).toBe(false)
  })

  test('a right and a wrong sheet are answered with the same bytes, kept and handed in', async () => {
    const { world, contest } = await openContest()
    const answers = []
    for (const isRight of [true, false]) {
      const phone = await enterAsNew(world)
      const paper = await begin(phone)
      const right = await rightSheet(world, paper, contest.keys)
      const sheet = isRight ? right : right.map((choices) => choices.map((choice) => (choice + 1) % 2))
      const [kept, handedIn] = [await save(phone, paper, { seq: 1, sheet }), await submit(phone, paper)]
      answers.push(
        [kept, handedIn].map(({ status, body, headers }) => [
          status,
          JSON.stringify(body),
          [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date'),
        ]),
      )
    }
    expect(answers[0]).toEqual(answers[1])
    const scores = await world.service.ctx.db.values<[number]>(
      'SELECT score FROM contest_attempts ORDER BY started_ms, rowid',
    )
    expect([scores[0]?.[0], (scores[1]?.[0] ?? 20) < 20]).toEqual([20, true])
  })

  test('the mark is one for each question that is exactly right', () => {
    const rightOf = () => ({ kind: 'multiple' as const, key: [0, 2] })
    const paper = [{ place: 3, order: [2, 1, 0, 3] }]
    const mark = (choices: number[]) => markPaper(paper, [choices], { rightOf, isVoid: () => false })
    expect([[0, 2], [2, 0], [0], [0, 1, 2], []].map(mark)).toEqual([1, 1, 0, 0, 0])
  })
})

test('another person’s session opens nobody’s paper', async () => {
  const { world } = await openContest()
  const paper = await begin(await enterAsNew(world))
  const stranger = await openAs(world, '4047671499938109999')
  expect(await stranger.get(`/api/attempts/${paper.attemptId}`)).toMatchObject({
    status: 404,
    body: { code: 'attempt.not_found' },
  })
})
