import { formatScore, type Series } from './series.ts'
import './indices.css'
import '../../ui/wide-table.css'

type Props = { series: Series; max: number | null; unit: string | null }

const BAR = 26
const GAP = 18
const HEIGHT = 150
const TOP = 22

/** Bars by year with their values on them; the same numbers stand in the table one tap below. */
export function YearChart({ series: { province, name, values }, max, unit }: Props) {
  const scored = values.filter((value) => value.score !== null)
  const highest = max ?? Math.max(...scored.map((value) => value.score ?? 0), 1)
  const width = scored.length * (BAR + GAP) + GAP
  const title = name === '' ? province : `${province} · ${name}`
  return (
    <figure className="card stack chart">
      <figcaption>
        <h2>{title}</h2>
        <p className="caption">{unit === null ? 'Điểm' : `Đơn vị: ${unit}`}</p>
      </figcaption>
      {scored.length > 1 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide chart scrolls, and must do so by keyboard too
        <section className="chart-scroll" aria-label={`Biểu đồ ${title}`} tabIndex={0}>
          <svg
            width={width}
            height={HEIGHT + TOP + 24}
            viewBox={`0 0 ${width} ${HEIGHT + TOP + 24}`}
            aria-hidden="true"
            focusable="false"
          >
            {scored.map((value, at) => {
              const height = Math.max(2, ((value.score ?? 0) / highest) * HEIGHT)
              const left = GAP + at * (BAR + GAP)
              const middle = left + BAR / 2
              return (
                <g key={value.year}>
                  <rect className="bar" x={left} y={TOP + HEIGHT - height} width={BAR} height={height} rx={4} />
                  <text className="bar-value" x={middle} y={TOP + HEIGHT - height - 6} textAnchor="middle">
                    {(value.score ?? 0).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}
                  </text>
                  <text className="bar-year" x={middle} y={TOP + HEIGHT + 18} textAnchor="middle">
                    {value.year}
                  </text>
                </g>
              )
            })}
          </svg>
        </section>
      )}
      <details open={scored.length <= 1}>
        <summary className="chart-more">Xem bảng số liệu</summary>
        <ValueTable title={title} values={values} />
      </details>
      <p className="caption">
        Nguồn: {[...new Set(values.flatMap((value) => value.sources.map((source) => source.title)))].join('; ')}
      </p>
    </figure>
  )
}

function ValueTable({ title, values }: { title: string; values: Series['values'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and must do so by keyboard too
    <section className="wide-table" aria-label={`Bảng ${title}`} tabIndex={0}>
      <table>
        <caption className="only-heard">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Năm</th>
            <th scope="col">Điểm</th>
            <th scope="col">Hạng</th>
            <th scope="col">Ghi chú</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <tr key={value.year}>
              <th scope="row">{value.year}</th>
              <td>{formatScore(value.score) ?? 'chưa có'}</td>
              <td>{value.rank === null ? 'chưa có' : `${value.rank}${value.of === null ? '' : `/${value.of}`}`}</td>
              <td>{value.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
