import { describe, expect, test } from 'vitest'
import { fits } from '../../server/contests/blueprint.rules.ts'
import type { BlueprintPart } from '../../server/contests/contests.schemas.ts'
import { type Drawable, drawPaper } from '../../server/contests/draw.rules.ts'
import { writePaper } from '../../server/contests/paper.rules.ts'

const TOPICS = ['mot-cua', 'dich-vu-cong', 'hien-phap']
const DIFFICULTIES = ['easy', 'medium', 'hard'] as const
const KINDS = ['single', 'multiple', 'true_false', 'ordering'] as const
const pool: Drawable[] = Array.from({ length: 90 }, (_, place) => {
  const kind = KINDS[place % 4] ?? 'single'
  const [topic = '', difficulty = ''] = [TOPICS[place % 3], DIFFICULTIES[Math.floor(place / 3) % 3]]
  return { place, topic, difficulty, kind, options: { length: kind === 'true_false' ? 2 : 4 } }
})
const blueprint: BlueprintPart[] = [
  { topic: null, difficulty: null, count: 8 },
  { topic: 'mot-cua', difficulty: null, count: 4 },
  { topic: 'mot-cua', difficulty: 'hard', count: 5 },
  { topic: 'hien-phap', difficulty: 'easy', count: 3 },
]
const draw = (attempt: number, seed = 'hạt giống') => drawPaper({ seed, attemptId: `bài ${attempt}`, blueprint, pool })
const PAPERS = 1_000
const papers = Array.from({ length: PAPERS }, (_, at) => draw(at))

describe('a thousand papers', () => {
  test('each has what the blueprint says, and no question twice', () => {
    const wrong = papers.filter((paper) => {
      const asked = paper.map(({ place }) => pool[place]).filter((question) => question !== undefined)
      const has = (part: BlueprintPart) => asked.filter((question) => fits(part, question)).length
      const [all, topic, narrow, easy] = blueprint.map(has)
      const isUnlike = new Set(paper.map(({ place }) => place)).size !== 20
      return isUnlike || all !== 20 || (topic ?? 0) < 9 || (narrow ?? 0) < 5 || (easy ?? 0) < 3
    })
    expect(wrong).toEqual([])
  })

  test('the same seed and attempt give the same paper, another seed or attempt another one', () => {
    expect(draw(7)).toEqual(papers[7])
    expect(new Set(papers.map(writePaper)).size).toBe(PAPERS)
    expect(writePaper(draw(7, 'hạt giống khác'))).not.toBe(writePaper(draw(7)))
    expect(writePaper(draw(7))).toMatchInlineSnapshot(
      `"6:01;60:0231;72:1023;42:01;33:2130;3:0321;78:01;84:0312;37:1302;49:2301;2:01;54:01;74:01;10:01;29:0321;25:1203;51:2130;27:0231;36:0132;69:2310"`,
    )
  })

  test('options are shuffled but Đúng and Sai; each order comes as often as chance says', () => {
    const orders = new Map<string, number>()
    for (const { place, order } of papers.flat()) {
      if (pool[place]?.kind === 'true_false') expect(order).toEqual([0, 1])
      else orders.set(order.join(''), (orders.get(order.join('')) ?? 0) + 1)
    }
    const counts = [...orders.values()]
    const mean = counts.reduce((sum, count) => sum + count, 0) / 24
    expect(orders.size).toBe(24)
    // Five standard deviations of a fair draw either way.
    for (const count of counts) expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(mean))
  })

  test('each question of a part comes as often as any other, at any place of the paper', () => {
    const narrow = { topic: 'mot-cua', difficulty: 'hard' as const, count: 5 }
    const shown = pool
      .filter((question) => fits(narrow, question))
      .map(({ place }) => {
        return papers.filter((paper) => paper.some((question) => question.place === place)).length
      })
    const mean = shown.reduce((sum, count) => sum + count, 0) / shown.length
    for (const count of shown) expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(mean))
    const first = papers.filter(([question]) =>
      fits(narrow, pool[question?.place ?? 0] ?? { topic: '', difficulty: '' }),
    )
    expect(Math.abs(first.length - (PAPERS * mean * shown.length) / PAPERS / 20)).toBeLessThan(
      5 * Math.sqrt(PAPERS / 4),
    )
  })

  test('a pool that is too small is told of, not drawn from', () => {
    const small = pool.filter((question) => !fits({ topic: 'mot-cua', difficulty: 'hard', count: 1 }, question))
    expect(() => drawPaper({ seed: 'a', attemptId: 'b', blueprint, pool: small })).toThrow('too few questions')
  })
})
