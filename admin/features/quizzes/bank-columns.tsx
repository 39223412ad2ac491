import type { Column } from '../../ui/data-table.tsx'
import { showDay } from '../../ui/days.ts'
import { FlagTag, PoolTag } from './question-marks.tsx'
import { AUDIENCE_NAMES, type BankRow, DIFFICULTY_NAMES, FLAG_NAMES, KIND_NAMES, POOL_NAMES } from './words.ts'

const audienceWords = ({ audiences }: BankRow) => audiences.map((each) => AUDIENCE_NAMES[each]).join(', ')

export function bankColumns(topicName: (id: string) => string, isDrafts: boolean): Column<BankRow>[] {
  return [
    {
      key: 'code',
      title: 'Mã',
      width: 100,
      cell: ({ code }) => <span className="code">{code}</span>,
      text: ({ code }) => code,
    },
    {
      key: 'text',
      title: 'Câu hỏi',
      cell: (row) => (
        <span className="question-row">
          <span className="excerpt">{row.text}</span>
          <span className="caption">
            {topicName(row.topic)} · {KIND_NAMES[row.kind]} · {audienceWords(row)}
          </span>
        </span>
      ),
      text: ({ text }) => text,
    },
    { key: 'difficulty', title: 'Độ khó', width: 80, cell: ({ difficulty }) => DIFFICULTY_NAMES[difficulty] },
    {
      key: 'pool',
      title: 'Kho',
      width: 105,
      cell: ({ pool }) => <PoolTag pool={pool} />,
      text: ({ pool }) => POOL_NAMES[pool],
    },
    isDrafts
      ? {
          key: 'problems',
          title: 'Còn thiếu',
          width: 110,
          cell: ({ problems }) => (problems === 0 ? 'Đủ để duyệt' : `${problems} chỗ`),
        }
      : {
          key: 'flag',
          title: 'Cần xem lại',
          width: 150,
          cell: ({ flag }) => <FlagTag flag={flag} />,
          text: ({ flag }) => (flag === null ? '' : FLAG_NAMES[flag]),
        },
    { key: 'reviewBy', title: 'Xem lại trước', width: 115, cell: ({ reviewBy }) => showDay(reviewBy) },
  ]
}
