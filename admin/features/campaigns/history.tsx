import { formatMoment } from '../../ui/dates.ts'
import { ACTION_NAMES, type Campaign } from './words.ts'

export function History({ rows }: { rows: Campaign['history'] }) {
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">Ai đã làm gì</h2>
      <ol className="contest-history">
        {rows.map(({ id, at, actorName, action, remark }) => (
          <li key={id}>
            <strong>{ACTION_NAMES[action] ?? action}</strong>
            {remark !== null && <p>{remark}</p>}
            <span className="caption">
              <time dateTime={at}>{formatMoment(at)}</time> · {actorName}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
