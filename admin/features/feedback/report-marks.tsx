import { Tag } from 'antd'
import { formatMoment } from '../../ui/dates.ts'
import { type ReportState, STATE_COLOURS, STATE_NAMES } from './words.ts'

/** The state by its word; the colour only repeats it. */
export function ReportStateTag({ state }: { state: ReportState }) {
  return <Tag color={STATE_COLOURS[state]}>{STATE_NAMES[state]}</Tag>
}

type Due = { dueAt: string | null; isOverdue: boolean }

export function DueMark({ dueAt, isOverdue }: Due) {
  if (dueAt === null) return null
  return (
    <span className="due">
      {isOverdue && (
        <strong className="overdue">
          <span aria-hidden="true">⚠</span> Quá hạn
        </strong>
      )}
      <time dateTime={dueAt}>{formatMoment(dueAt)}</time>
    </span>
  )
}

export function dueText({ dueAt, isOverdue }: Due) {
  if (dueAt === null) return ''
  return `${formatMoment(dueAt)}${isOverdue ? ' (quá hạn)' : ''}`
}
