import type { components } from '../../api/schema.gen.ts'
import { formatScore } from './series.ts'
import './indices.css'

type Part = components['schemas']['ReformIndex']['parts'][number]

/** The parts of one year's score, each against its own largest value. */
export function PartsChart({ part: { title, year, max, rows, sources } }: { part: Part }) {
  return (
    <section className="card stack" aria-labelledby={`phan-${year}`}>
      <h2 id={`phan-${year}`}>{title}</h2>
      <ul className="parts">
        {rows.map((row) => (
          <li key={row.name}>
            <span>{row.name}</span>
            <span className="part-score">
              {formatScore(row.score)}/{formatScore(max)}
            </span>
            <meter min={0} max={max} value={row.score} aria-label={row.name} />
          </li>
        ))}
      </ul>
      <p className="caption">
        Năm {year}. Nguồn: {sources.map((source) => source.title).join('; ')}
      </p>
    </section>
  )
}
