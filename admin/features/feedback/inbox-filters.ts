import { useFilters } from '../../ui/use-filters.ts'
import { optionsOf, STATE_NAMES } from './words.ts'

export const STATE_OPTIONS = [{ value: 'all' as const, label: 'Mọi trạng thái' }, ...optionsOf(STATE_NAMES)]
export const DUE_OPTIONS = [
  { value: 'overdue' as const, label: 'Quá hạn' },
  { value: 'soon' as const, label: 'Sắp đến hạn' },
]

/** What the address asks of the inbox; what it cannot ask is left out. */
export function useInboxFilters() {
  const { filters, ...rest } = useFilters('state', 'unitId', 'categoryId', 'due', 'mine', 'code')
  const query = {
    state: STATE_OPTIONS.find(({ value }) => value === filters.state)?.value,
    due: DUE_OPTIONS.find(({ value }) => value === filters.due)?.value,
    mine: filters.mine === 'yes' ? ('yes' as const) : undefined,
    unitId: filters.unitId,
    categoryId: filters.categoryId,
    code: filters.code?.slice(0, 20),
  }
  return { ...rest, query }
}
