import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import { api, client } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { Failed } from '../../ui/states.tsx'
import { formatDay } from '../units/words.ts'

const PATH = '/admin/api/notices'
const SHOWN = 5

type Kind = components['schemas']['Notice']['kind']
/** Before the day it is about. */
const TOLD: Record<Kind, string> = {
  review_due: 'Cần đối chiếu lại với nguồn trước ngày',
  report_due_soon: 'Sắp đến hạn trả lời, hạn là ngày',
  report_late: 'Đã quá hạn trả lời, hạn là ngày',
}

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
    <section className="card" aria-label="Nhắc việc">
      <h2>Nhắc việc</h2>
      <ul className="work-rows">
        {unread.slice(0, SHOWN).map(({ id, kind, entryId, reportId, title, dueOn }) => (
          <li key={id} data-row="" tabIndex={-1}>
            <Link
              to={reportId === null ? `/noi-dung/${entryId}` : `/phan-anh/${reportId}`}
              className="roomy"
              data-open=""
            >
              {reportId === null ? title : `Phản ánh ${title}`}
            </Link>
            <span className="caption">
              {TOLD[kind]} {formatDay(dueOn)}
            </span>
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
