import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../ui/states.tsx'
import { formatDay } from '../units/words.ts'

const PATH = '/admin/api/notices'
const SHOWN = 5

/** What this person is told and has not read yet; nothing while there is nothing. */
export function NoticesCard() {
  const cache = useQueryClient()
  const notices = api.useQuery('get', PATH, {}, { refetchOnMount: 'always' })
  if (notices.error) return <Failed problem={notices.error} onRetry={notices.refetch} isLoad />
  const unread = notices.data?.items.filter(({ readAt }) => readAt === null) ?? []
  if (unread.length === 0) return null

  async function markRead(id: string) {
    await client.POST('/admin/api/notices/{id}/read', { params: { path: { id } } })
    await cache.invalidateQueries({ queryKey: ['get', PATH] })
  }
  return (
    <section className="card" aria-label="Nhắc rà soát">
      <h2>Nhắc rà soát</h2>
      <ul className="work-rows">
        {unread.slice(0, SHOWN).map(({ id, entryId, title, dueOn }) => (
          <li key={id} data-row="" tabIndex={-1}>
            <Link to={`/noi-dung/${entryId}`} className="roomy" data-open="">
              {title}
            </Link>
            <span className="caption">Cần đối chiếu lại với nguồn trước ngày {formatDay(dueOn)}</span>
            <Button aria-label={`Đã đọc: ${title}`} onClick={() => void markRead(id)}>
              Đã đọc
            </Button>
          </li>
        ))}
      </ul>
      {(notices.data?.unread ?? 0) > SHOWN && (
        <p className="caption">Còn {(notices.data?.unread ?? 0) - SHOWN} lời nhắc nữa.</p>
      )}
    </section>
  )
}
