import { api } from '../../api/client.ts'
import { useFilters } from '../../ui/use-filters.ts'
import { endedRounds, type RoundResult } from './result-words.ts'
import type { Contest } from './words.ts'

const WHILE_MADE_MS = 2_000
const WHOLE = 'ca-hoi-thi'

/** How each round stands; asked again and again while the service reckons. */
export function useResultBoard({ id }: Contest) {
  return api.useQuery(
    'get',
    '/admin/api/contests/{id}/result-board',
    { params: { path: { id } } },
    {
      refetchOnMount: 'always',
      refetchInterval: ({ state }) => (state.data?.items.some(isAwaited) ? WHILE_MADE_MS : false),
    },
  )
}

/** Being reckoned, or over with nothing reckoned yet. */
export const isAwaited = ({ isBeingMade, roundState }: RoundResult) => isBeingMade || roundState === 'closed'

/** The round of the address, `?vong=`; the last one that is over where it says none. */
export function useEndedRound(contest: Contest) {
  const { filters, setFilter } = useFilters('vong')
  const rounds = endedRounds(contest)
  const asked = rounds.find(({ number }) => String(number) === filters.vong)
  const isWhole = filters.vong === WHOLE && contest.rounds.length > 1
  return {
    rounds,
    round: isWhole ? undefined : (asked ?? rounds.at(-1)),
    choose: (number: number | null) => setFilter('vong', number === null ? WHOLE : String(number)),
  }
}
