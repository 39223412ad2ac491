import { ADULT_AGE, type AgeBand, type Block, GUARDIAN_UNDER_AGE } from './contests.schemas.ts'

/** Whole years on a day, both `YYYY-MM-DD`. Who was born on 29 February is a year older on 1 March of other years. */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}

export function ageBandOf(age: number): AgeBand {
  if (age < GUARDIAN_UNDER_AGE) return 'under_16'
  return age < ADULT_AGE ? 'under_18' : 'adult'
}

export function mayEnter({ minAge, maxAge }: Pick<Block, 'minAge' | 'maxAge'>, age: number) {
  return age >= (minAge ?? 0) && age <= (maxAge ?? Number.POSITIVE_INFINITY)
}
