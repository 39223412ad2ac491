/** One paper: its answers by the number of the question, in that order. */
export type AnswerRow = { id: string; answers: readonly GivenAnswer[] }
/** `choice`: what was chosen, as one text; empty where nothing was. */
export type GivenAnswer = { item: number; choice: string; isRight: boolean }

/** How hard each question is, and how those who got it wrong divide among the wrong answers. */
export type Model = {
  difficulty: ReadonlyMap<number, number>
  wrongs: ReadonlyMap<number, ReadonlyMap<string, number>>
}
export type Similar = {
  one: string
  other: string
  shared: number
  matches: number
  expected: number
  /** Chance of so many matches or more between two who know nothing of each other. */
  chance: number
}

/** Over all pairs of a contest together, one false alarm is expected in a hundred contests. */
export const ALPHA = 0.01
/** A pair is reckoned exactly only where a rough measure stands out. */
const WORTH_RECKONING = 2.5
const ROUNDS = 12
const MOST_STEP = 1
/** What is known of a person before their paper: keeps those with everything right from being infinitely able. */
const PRIOR_VARIANCE = 2.25

/** Difficulties by Rasch's model, from people who answered some of the same questions. */
export function calibrate(people: readonly AnswerRow[]): Model {
  const difficulty = new Map<number, number>()
  for (const { answers } of people) for (const { item } of answers) difficulty.set(item, 0)
  const abilities = new Map(people.map(({ id }) => [id, 0]))
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = new Map([...difficulty.keys()].map((item) => [item, { gradient: 0, weight: 1 / PRIOR_VARIANCE }]))
    for (const { id, answers } of people) {
      const ability = stepAbility(abilities.get(id) ?? 0, answers, difficulty)
      abilities.set(id, ability)
      for (const { item, isRight } of answers) {
        const chance = logistic(ability - (difficulty.get(item) ?? 0))
        const sum = sums.get(item)
        if (sum === undefined) continue
        sum.gradient += chance - (isRight ? 1 : 0)
        sum.weight += chance * (1 - chance)
      }
    }
    for (const [item, { gradient, weight }] of sums) {
      const now = difficulty.get(item) ?? 0
      difficulty.set(item, now + clamp((gradient - now / PRIOR_VARIANCE) / weight))
    }
  }
  return { difficulty, wrongs: shareOutWrongs(people) }
}

export function abilityOf({ answers }: Pick<AnswerRow, 'answers'>, { difficulty }: Model): number {
  let ability = 0
  for (let round = 0; round < ROUNDS; round += 1) ability = stepAbility(ability, answers, difficulty)
  return ability
}

function stepAbility(ability: number, answers: readonly GivenAnswer[], difficulty: Model['difficulty']) {
  let [gradient, weight] = [-ability / PRIOR_VARIANCE, 1 / PRIOR_VARIANCE]
  for (const { item, isRight } of answers) {
    const chance = logistic(ability - (difficulty.get(item) ?? 0))
    gradient += (isRight ? 1 : 0) - chance
    weight += chance * (1 - chance)
  }
  return ability + clamp(gradient / weight)
}

/** One more of each is counted than there was, so that a rare wrong answer is unlikely and not impossible. */
function shareOutWrongs(people: readonly AnswerRow[]): Model['wrongs'] {
  const counts = new Map<number, Map<string, number>>()
  for (const { answers } of people)
    for (const { item, choice, isRight } of answers) {
      if (isRight) continue
      const ofItem = counts.get(item) ?? new Map<string, number>()
      counts.set(item, ofItem.set(choice, (ofItem.get(choice) ?? 1) + 1))
    }
  for (const ofItem of counts.values()) {
    const all = [...ofItem.values()].reduce((sum, many) => sum + many, 0)
    for (const [choice, many] of ofItem) ofItem.set(choice, many / all)
  }
  return counts
}

export type Known = AnswerRow & { ability: number }

/**
 * Whether two papers agree more than two such people would by chance: each in turn is taken for the one who copied, and
 * agreeing in a rare wrong answer says more than in a common right one. `pairs`: how many are looked at in all.
 */
export function compare(one: Known, other: Known, model: Model, pairs: number): Similar | undefined {
  const [forth, back] = [matchChances(one, other, model), matchChances(other, one, model)]
  if (!standsOut(forth) && !standsOut(back)) return undefined
  const [chanceForth, chanceBack] = [atLeast(forth.chances, forth.matches), atLeast(back.chances, back.matches)]
  const chance = Math.min(1, 2 * Math.min(chanceForth, chanceBack))
  if (chance * pairs >= ALPHA) return undefined
  const expected = forth.chances.reduce((sum, each) => sum + each, 0)
  return { one: one.id, other: other.id, shared: forth.chances.length, matches: forth.matches, expected, chance }
}

/** For each question both have: the chance that the copier gives the source's answer by themselves. */
function matchChances(source: Known, copier: Known, { difficulty, wrongs }: Model) {
  const chances: number[] = []
  let [matches, at] = [0, 0]
  for (const { item, choice, isRight } of source.answers) {
    while ((copier.answers[at]?.item ?? Number.POSITIVE_INFINITY) < item) at += 1
    const theirs = copier.answers[at]
    if (theirs?.item !== item || choice === '') continue
    const right = logistic(copier.ability - (difficulty.get(item) ?? 0))
    chances.push(isRight ? right : (1 - right) * (wrongs.get(item)?.get(choice) ?? 0))
    if (theirs.choice === choice) matches += 1
  }
  return { chances, matches }
}

function standsOut({ chances, matches }: { chances: number[]; matches: number }) {
  const expected = chances.reduce((sum, chance) => sum + chance, 0)
  const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0)
  return variance > 0 && matches - expected > WORTH_RECKONING * Math.sqrt(variance)
}

/** The chance of at least so many successes among independent trials of different chances. */
export function atLeast(chances: readonly number[], many: number): number {
  const exactly = [1, ...chances.map(() => 0)]
  for (const [at, chance] of chances.entries())
    for (let successes = at + 1; successes >= 0; successes -= 1) {
      const before = successes === 0 ? 0 : (exactly[successes - 1] ?? 0)
      exactly[successes] = (exactly[successes] ?? 0) * (1 - chance) + before * chance
    }
  return exactly.slice(many).reduce((sum, each) => sum + each, 0)
}

/**
 * How many of a hundred who copied would be found: real papers, one of each pair filled in from the other's for the
 * `share` of the questions they have in common.
 */
export function powerOf(
  people: readonly Known[],
  model: Model,
  { pairs, share, tries, random }: { pairs: number; share: number; tries: number; random: () => number },
): number | null {
  if (people.length < 2) return null
  let found = 0
  for (let at = 0; at < tries; at += 1) {
    const source = people[Math.floor(random() * people.length)]
    const copier = people[Math.floor(random() * people.length)]
    if (source === undefined || copier === undefined) continue
    const copied = copyFrom(source, copier, () => random() < share)
    const known = { id: `${copier.id} copied`, answers: copied, ability: abilityOf({ answers: copied }, model) }
    if (compare(source, known, model, pairs) !== undefined) found += 1
  }
  return found / tries
}

function copyFrom(source: AnswerRow, copier: AnswerRow, copies: () => boolean): GivenAnswer[] {
  const theirs = new Map(source.answers.map((answer) => [answer.item, answer]))
  return copier.answers.map((own) => (copies() ? (theirs.get(own.item) ?? own) : own))
}

/** The same numbers each time, so that a printed power can be printed again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function logistic(value: number) {
  return 1 / (1 + Math.exp(-value))
}

function clamp(step: number) {
  return Math.max(-MOST_STEP, Math.min(MOST_STEP, step))
}
