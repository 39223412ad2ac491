import { Tag } from 'antd'
import { showDay } from '../../ui/days.ts'
import { Empty } from '../../ui/states.tsx'
import { KIND_NAMES, type Piece } from './words.ts'

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']
const weekday = (day: string) => WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''

/** Days that have something, one after another; on a desk side by side. */
export function CampaignCalendar({ pieces }: { pieces: Piece[] }) {
  const days = [...new Set(pieces.map(({ onDay }) => onDay))].sort()
  if (days.length === 0) return <Empty>Lịch chưa có mục nào. Mở phần Soạn để thêm.</Empty>
  return (
    <ol className="campaign-days">
      {days.map((day) => (
        <li key={day}>
          <h3>
            <time dateTime={day}>{showDay(day)}</time> <span className="caption">{weekday(day)}</span>
          </h3>
          <ul>
            {pieces
              .filter(({ onDay }) => onDay === day)
              .map(({ id, kind, title, place }) => (
                <li key={id ?? title}>
                  <Tag>{KIND_NAMES[kind]}</Tag> {title}
                  {place !== '' && <span className="caption"> · {place}</span>}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
