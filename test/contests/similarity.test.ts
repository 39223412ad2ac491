import { describe, expect, test } from 'vitest'
import {
  abilityOf,
  atLeast,
  calibrate,
  compare,
  type GivenAnswer,
  type Known,
  type Model,
  powerOf,
  seeded,
} from '../../server/contests/similarity.rules.ts'

type Class = { people: number; questions: number; easy: boolean; seed: number }

/** People of a normal spread of ability, each by themselves; wrong answers divide unevenly, as they do. */
function sitExam({ people, questions, easy, seed }: Class) {
  const random = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random())
  const hardness = Array.from({ length: questions }, () => normal() + (easy ? -1.2 : 0.6))
  return Array.from({ length: people }, (_, at) => {
    const ability = normal()
    const answers = hardness.map((hard, item): GivenAnswer => {
      const isRight = random() < 1 / (1 + Math.exp(hard - ability))
      const among = random()
      return { item, isRight, choice: isRight ? '0' : among < 0.6 ? '1' : among < 0.9 ? '2' : '3' }
    })
    return { id: `p${at}`, answers }
  })
}

function know(people: { id: string; answers: GivenAnswer[] }[]): { known: Known[]; model: Model } {
  const model = calibrate(people)
  return { model, known: people.map((each) => ({ ...each, ability: abilityOf(each, model) })) }
}

function findAll(known: Known[], model: Model) {
  const pairs = (known.length * (known.length - 1)) / 2
  return known.flatMap((one, at) => known.slice(at + 1).flatMap((other) => compare(one, other, model, pairs) ?? []))
}

describe('papers that are alike', () => {
  test('chances of so many successes are the binomial’s', () => {
    expect(atLeast([0.5, 0.5, 0.5], 2)).toBeCloseTo(0.5, 12)
    expect(atLeast([0.1, 0.2, 0.3], 3)).toBeCloseTo(0.006, 12)
    expect(atLeast([0.1, 0.2], 0)).toBeCloseTo(1, 12)
  })

  test.each([1, 2, 3, 4])('among 300 who wrote by themselves at most one pair is named (seed %i)', (seed) => {
    const { known, model } = know(sitExam({ people: 300, questions: 30, easy: seed % 2 === 0, seed }))
    expect(findAll(known, model).length).toBeLessThanOrEqual(1)
  })

  test('of those who copied a hard paper whole most are named, and each with the one they copied from', () => {
    const people = sitExam({ people: 200, questions: 40, easy: false, seed: 5 })
    const copying = people.map((each, at) =>
      at % 20 === 1 ? { ...each, answers: people[at - 1]?.answers ?? [] } : each,
    )
    const { known, model } = know(copying)
    const named = findAll(known, model).map(({ one, other }) => `${one} ${other}`)
    const copied = Array.from({ length: 10 }, (_, at) => `p${at * 20} p${at * 20 + 1}`)
    expect(copied.filter((pair) => named.includes(pair)).length).toBeGreaterThanOrEqual(7)
    expect(named.filter((pair) => !copied.includes(pair)).length).toBeLessThanOrEqual(1)
  })

  test('the power that is printed is small for few easy questions, larger for many hard ones', () => {
    const powers = [
      { questions: 15, easy: true },
      { questions: 40, easy: false },
    ].map((exam) => {
      const { known, model } = know(sitExam({ people: 200, seed: 8, ...exam }))
      return powerOf(known, model, { pairs: 19_900, share: 1, tries: 200, random: seeded(1) }) ?? 0
    })
    expect(powers[0]).toBeLessThan(0.3)
    expect(powers[1]).toBeGreaterThan(0.7)
  })
})
