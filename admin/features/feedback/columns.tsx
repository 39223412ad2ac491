import type { Column } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { DueMark, dueText, ReportStateTag } from './report-marks.tsx'
import { type InboxRow, KIND_NAMES, STATE_NAMES } from './words.ts'

export const CODE_COLUMN: Column<InboxRow> = {
  key: 'code',
  title: 'Mã',
  width: 130,
  cell: ({ code }) => <span className="code">{code}</span>,
  text: ({ code }) => code,
}

export const ABOUT_COLUMN: Column<InboxRow> = {
  key: 'about',
  title: 'Nội dung',
  cell: (row) => <About {...row} />,
  text: ({ kind, categoryName, excerpt }) => `${KIND_NAMES[kind]} · ${categoryName}: ${excerpt}`,
}

export const INBOX_COLUMNS: Column<InboxRow>[] = [
  CODE_COLUMN,
  ABOUT_COLUMN,
  {
    key: 'state',
    title: 'Trạng thái',
    width: 150,
    cell: ({ state }) => <ReportStateTag state={state} />,
    text: ({ state }) => STATE_NAMES[state],
  },
  { key: 'due', title: 'Hạn trả lời', width: 115, cell: (row) => <DueMark {...row} />, text: dueText },
  {
    key: 'holder',
    title: 'Đang giữ',
    width: 170,
    cell: (row) => <Holder {...row} />,
    text: ({ unitName, assigneeName }) => (assigneeName === null ? unitName : `${unitName}: ${assigneeName}`),
  },
  { key: 'at', title: 'Nhận lúc', width: 105, cell: ({ receivedAt }) => formatMoment(receivedAt) },
]

function About({ excerpt, kind, categoryName }: InboxRow) {
  return (
    <span className="about">
      <span className="excerpt">{excerpt}</span>
      <span className="caption">
        {KIND_NAMES[kind]} · {categoryName}
      </span>
    </span>
  )
}

function Holder({ unitName, assigneeName }: InboxRow) {
  return (
    <span className="about">
      {unitName}
      <span className="caption">{assigneeName ?? 'chưa giao ai'}</span>
    </span>
  )
}
