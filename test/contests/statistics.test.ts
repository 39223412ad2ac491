import { describe, expect, test } from 'vitest'
import { countAnswer, emptyCount, looksWrong, statisticsOf } from '../../server/contests/statistics.rules.ts'
import { seededRandom } from '../chaos/seeded-random.ts'

/** Marks of eight people for four questions. */
const MARKS = [
  [1, 1, 1, 0],
  [1, 1, 0, 0],
  [1, 0, 1, 1],
  [0, 1, 0, 0],
  [1, 0, 0, 1],
  [0, 0, 1, 0],
  [1, 1, 1, 1],
  [0, 0, 0, 1],
]
const KEY = { kind: 'single' as const, key: [0] }

function countColumn(rows: number[][], question: number) {
  const count = emptyCount(4)
  for (const row of rows) {
    const isRight = row[question] === 1
    const rest = row.reduce((sum, mark, at) => (at === question ? sum : sum + mark), 0)
    countAnswer(count, { isRight, rest, chosen: [isRight ? 0 : 1] })
  }
  return count
}

describe('statistics as Moodle reckons them', () => {
  /*
   * Question 1: five of eight right; the rests are 2 1 2 1 1 1 3 1, their mean 1.5. Products about the means sum to 1.5,
   * squares to 1.875 and 4, so the correlation is 1.5 / √7.5; with both lists sorted the products sum to 1.5 too.
   */
  test.each([
    [0, 62.5, 54.77225575051661, 100],
    [1, 50, -12.598815766974239, -14.285714285714285],
    [2, 50, 14.586499149789455, 20],
    [3, 50, -12.598815766974239, -14.285714285714285],
  ])('question %i', (question, facility, discrimination, efficiency) => {
    const statistics = statisticsOf(countColumn(MARKS, question), KEY)
    expect(statistics.facility).toBeCloseTo(facility, 6)
    expect(statistics.discrimination).toBeCloseTo(discrimination, 6)
    expect(statistics.efficiency).toBeCloseTo(efficiency, 6)
    expect(statistics).toMatchObject({ attempts: 8, flags: [] })
  })

  test('where everybody is right there is nothing to tell people apart by', () => {
    const count = emptyCount(4)
    for (let at = 0; at < 40; at += 1) countAnswer(count, { isRight: true, rest: at % 5, chosen: [0] })
    expect(statisticsOf(count, KEY)).toMatchObject({ facility: 100, discrimination: null, efficiency: null })
  })
})

/** People of different ability; the third of ten questions has a wrong key in the bank. */
function takePapers({ people, wrongKeyAt }: { people: number; wrongKeyAt: number | null }) {
  const random = seededRandom(11)
  const counts = Array.from({ length: 10 }, () => emptyCount(4))
  for (let person = 0; person < people; person += 1) {
    const ability = random()
    const chosen = counts.map(() => (random() < 0.25 + 0.7 * ability ? 0 : 1 + Math.floor(random() * 3)))
    const marks = chosen.map((option, at) => option === (at === wrongKeyAt ? 2 : 0))
    const score = marks.filter(Boolean).length
    for (const [at, count] of counts.entries())
      countAnswer(count, { isRight: marks[at] ?? false, rest: score - (marks[at] ? 1 : 0), chosen: [chosen[at] ?? 0] })
  }
  return counts.map((count, at) => statisticsOf(count, { kind: 'single', key: [at === wrongKeyAt ? 2 : 0] }))
}

describe('a question whose key looks wrong', () => {
  test('is found among thirty papers, and it alone', () => {
    const doubted = takePapers({ people: 60, wrongKeyAt: 2 }).flatMap((each, at) => (looksWrong(each) ? [at] : []))
    expect(doubted).toEqual([2])
    expect(takePapers({ people: 60, wrongKeyAt: 2 })[2]?.flags).toContain('key_chosen_less')
  })

  test('is not called so before thirty people have answered it', () => {
    expect(takePapers({ people: 29, wrongKeyAt: 2 }).flatMap(({ flags }) => flags)).toEqual([])
  })

  test('and with right keys nothing is', () => {
    expect(takePapers({ people: 200, wrongKeyAt: null }).filter(looksWrong)).toEqual([])
  })
})

test('a wrong option that nobody takes is named, and the order of an ordering has none', () => {
  const count = emptyCount(3)
  for (let at = 0; at < 40; at += 1) countAnswer(count, { isRight: at % 2 === 0, rest: at % 7, chosen: [at % 2] })
  expect(statisticsOf(count, KEY).flags).toContain('unused_distractor')
  expect(statisticsOf(count, { kind: 'ordering', key: [0, 1, 2] }).flags).not.toContain('unused_distractor')
})
