import { Button } from 'antd'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { formatDay } from '../units/words.ts'
import { BulkBar } from './bulk-bar.tsx'
import { ABOUT_COLUMN, CODE_COLUMN } from './columns.tsx'
import { DueMark, dueText } from './report-marks.tsx'
import { usePicked } from './use-picked.ts'
import type { InboxRow } from './words.ts'
import './feedback.css'

const COLUMNS: Column<InboxRow>[] = [
  CODE_COLUMN,
  ABOUT_COLUMN,
  { key: 'day', title: 'Ngày gửi', width: 150, cell: ({ answerDay }) => dayText(answerDay) },
  { key: 'due', title: 'Hạn trả lời', width: 170, cell: (row) => <DueMark {...row} />, text: dueText },
  { key: 'unit', title: 'Đơn vị', width: 190, cell: ({ unitName }) => unitName },
]
const QUERY = { state: 'answer_approved' } as const

/** Answers that are approved and wait for their day, or for somebody to send them. */
export default function AnswerDayScreen() {
  const list = api.useInfiniteQuery('get', '/admin/api/reports', { params: { query: QUERY } }, BY_CURSOR)
  const { picked, setPicked } = usePicked(list)
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <ScreenFrame
      title="Ngày trả lời"
      intro="Câu trả lời đã duyệt, chờ gửi. Đến ngày đã hẹn máy tự gửi; muốn gửi sớm thì chọn rồi bấm “Gửi trả lời”."
      actions={rows.length > 0 && <Button onClick={() => setPicked(rows)}>Chọn tất cả đang hiện</Button>}
    >
      <BulkBar picked={picked} onPick={setPicked} steps={['send']} />
      <DataTable
        name="Câu trả lời chờ gửi"
        list={list}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        linkTo={({ id }) => `/phan-anh/${id}`}
        picking={{ picked, onPick: setPicked, label: ({ code }) => `Chọn ${code}` }}
        file={{
          name: 'cau-tra-loi-cho-gui',
          readPage: (cursor) => client.GET('/admin/api/reports', { params: { query: { ...QUERY, cursor } } }),
        }}
        empty="Không có câu trả lời nào đang chờ gửi."
      />
    </ScreenFrame>
  )
}

function dayText(answerDay: string | null) {
  return answerDay === null ? 'chưa hẹn ngày' : formatDay(answerDay)
}
