import { formatCount } from '../units/words.ts'
import { type By, hoursText, onTimeText, type Row, starsText } from './words.ts'

const HEADINGS: Record<By, string> = { unit: 'Đơn vị', category: 'Lĩnh vực', month: 'Tháng nhận' }

const COLUMNS: { title: string; text: (row: Row) => string }[] = [
  { title: 'Nhận', text: ({ received }) => formatCount(received) },
  { title: 'Đã trả lời', text: ({ answered }) => formatCount(answered) },
  { title: 'Trả lại', text: ({ returned }) => formatCount(returned) },
  { title: 'Gộp', text: ({ merged }) => formatCount(merged) },
  { title: 'Đang xử lý', text: ({ open }) => formatCount(open) },
  { title: 'Quá hạn', text: ({ overdue }) => formatCount(overdue) },
  { title: 'Trả lời đúng hạn', text: onTimeText },
  { title: 'Nửa số được trả lời trong', text: hoursText },
  { title: 'Số sao', text: starsText },
  { title: 'Mở lại', text: ({ reopened }) => formatCount(reopened) },
]

export function FiguresTable({ by, total, rows }: { by: By; total: Row; rows: Row[] }) {
  return (
    // A wide table is scrolled by whoever has a narrow window, with the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="card report-figures" aria-label="Số liệu" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{HEADINGS[by]}</th>
            {COLUMNS.map(({ title }) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, total].map((row) => (
            <tr key={row.key} className={row === total ? 'report-figures-total' : undefined}>
              <th scope="row">{row.name}</th>
              {COLUMNS.map(({ title, text }) => (
                <td key={title}>{text(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="caption">Giờ là giờ làm việc của cơ quan, không kể lúc chờ người gửi bổ sung.</p>
    </section>
  )
}
