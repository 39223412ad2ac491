import type { components } from '../../api/schema.gen.ts'
import { formatMoment } from '../../ui/dates.ts'
import './feedback.css'

type Told = Pick<components['schemas']['ReportProgress'], 'receivedAt' | 'countedFrom' | 'dueAt' | 'isDueApproximate'>
const MINUTE_MS = 60_000

/** When an answer is due, and from when the office counts where that is not the moment of sending. */
export function DueLines({ told: { receivedAt, countedFrom, dueAt, isDueApproximate } }: { told: Told }) {
  const isLater =
    dueAt !== null && countedFrom !== null && Date.parse(countedFrom) - Date.parse(receivedAt) >= MINUTE_MS
  return (
    <>
      {dueAt === null && (
        <div>
          <dt>Trả lời chậm nhất</dt>
          <dd>Thời hạn đang tạm dừng</dd>
        </div>
      )}
      {dueAt !== null && (
        <div>
          <dt>Trả lời chậm nhất</dt>
          <dd>
            <strong>
              {isDueApproximate && 'Khoảng '}
              {formatMoment(dueAt)}
            </strong>
          </dd>
          {isDueApproximate && (
            <dd className="caption">Lịch nghỉ của những ngày tới chưa công bố đủ, nên ngày này có thể xê dịch.</dd>
          )}
        </div>
      )}
      {isLater && countedFrom !== null && (
        <div>
          <dt>Thời gian tính từ</dt>
          <dd>{formatMoment(countedFrom)}</dd>
          <dd className="caption">Bạn gửi ngoài giờ làm việc, nên tính từ lúc cơ quan mở cửa.</dd>
        </div>
      )}
    </>
  )
}
