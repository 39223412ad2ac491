import { Link } from 'react-router-dom'
import { Failed } from '../../ui/states.tsx'
import { may, useMe } from '../account/session.ts'
import { formatCount } from '../units/words.ts'
import { countOf, useInboxCounts } from './inbox-tabs.tsx'
import './feedback.css'

/** What reports ask of this person; nothing for who has none. */
export function ReportsCard() {
  const { data: me } = useMe()
  const isWanted = me !== undefined && may(me, 'feedback.read')
  const counts = useInboxCounts(isWanted)
  if (!isWanted) return null
  if (counts.error) return <Failed problem={counts.error} onRetry={counts.refetch} />
  if (counts.data === undefined) return null
  const { overdue, mine } = counts.data
  const lines = [
    { label: 'Quá hạn', count: overdue, where: 'due=overdue', isBad: true },
    { label: 'Giao cho tôi', count: mine, where: 'mine=yes' },
    { label: 'Mới nhận', count: countOf(counts.data, 'received'), where: 'state=received' },
    ...(may(me, 'feedback.approve')
      ? [{ label: 'Chờ tôi duyệt', count: countOf(counts.data, 'awaiting_approval'), where: 'state=awaiting_approval' }]
      : []),
  ].filter(({ count }) => count > 0)
  if (lines.length === 0) return null
  return (
    <section className="card narrow" aria-label="Phản ánh của người dân">
      <h2>Phản ánh của người dân</h2>
      <ul className="work-rows">
        {lines.map(({ label, count, where, isBad = false }) => (
          <li key={where} data-row="" tabIndex={-1}>
            <Link to={`/phan-anh?${where}`} className="roomy">
              {label}:&nbsp;
              <strong className={isBad ? 'overdue' : undefined}>
                {isBad && <span aria-hidden="true">⚠ </span>}
                {formatCount(count)}
              </strong>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
