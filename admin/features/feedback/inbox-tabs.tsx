import { Link, useSearchParams } from 'react-router-dom'
import { api } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { formatCount } from '../units/words.ts'
import type { ReportState } from './words.ts'
import './tabs.css'

type Counts = components['schemas']['InboxCounts']

const TABS: { where: string; label: string; count?: (counts: Counts) => number }[] = [
  { where: '', label: 'Đang mở', count: ({ open }) => open },
  { where: 'due=overdue', label: 'Quá hạn', count: ({ overdue }) => overdue },
  { where: 'due=soon', label: 'Sắp đến hạn', count: ({ soon }) => soon },
  { where: 'mine=yes', label: 'Giao cho tôi', count: ({ mine }) => mine },
  { where: 'state=received', label: 'Mới nhận', count: (counts) => countOf(counts, 'received') },
  { where: 'state=awaiting_approval', label: 'Chờ duyệt', count: (counts) => countOf(counts, 'awaiting_approval') },
  { where: 'state=answered', label: 'Đã trả lời' },
  { where: 'state=all', label: 'Tất cả' },
]

export function countOf({ states }: Counts, state: ReportState) {
  return states.find((each) => each.state === state)?.count ?? 0
}

export function useInboxCounts(isWanted = true) {
  return api.useQuery('get', '/admin/api/reports/counts', {}, { refetchOnMount: 'always', enabled: isWanted })
}

/** How much of what there is, each leading to the list of it. */
export function InboxTabs() {
  const counts = useInboxCounts()
  const [search] = useSearchParams()
  return (
    <nav aria-label="Phản ánh theo tình trạng">
      <ul className="report-tabs">
        {TABS.map(({ where, label, count }) => (
          <li key={where}>
            <Link to={`?${where}`} aria-current={search.toString() === where ? 'page' : undefined}>
              {label}
              {count && counts.data && <strong>{formatCount(count(counts.data))}</strong>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
