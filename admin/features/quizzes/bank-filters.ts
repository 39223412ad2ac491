import { useFilters } from '../../ui/use-filters.ts'
import { AUDIENCE_NAMES, DIFFICULTY_NAMES, FLAG_NAMES, LIST_NAMES, optionsOf, POOL_NAMES } from './words.ts'

export const LISTS = optionsOf(LIST_NAMES)
export const DIFFICULTIES = optionsOf(DIFFICULTY_NAMES)
export const AUDIENCES = optionsOf(AUDIENCE_NAMES)
export const POOLS = optionsOf(POOL_NAMES)
export const FLAGS = optionsOf(FLAG_NAMES)

/** What the address asks of the bank; what it cannot ask is left out. */
export function useBankFilters() {
  const { filters, ...rest } = useFilters('state', 'topic', 'difficulty', 'audience', 'pool', 'flag', 'q')
  const query = {
    state: LISTS.find(({ value }) => value === filters.state)?.value ?? ('published' as const),
    topic: filters.topic,
    difficulty: DIFFICULTIES.find(({ value }) => value === filters.difficulty)?.value,
    audience: AUDIENCES.find(({ value }) => value === filters.audience)?.value,
    pool: POOLS.find(({ value }) => value === filters.pool)?.value,
    flag: FLAGS.find(({ value }) => value === filters.flag)?.value,
    q: filters.q?.slice(0, 100),
  }
  return { ...rest, query }
}
