import { formatCount } from '../units/words.ts'
import type { Row } from './words.ts'

const SHOWN = 12

/** A bar for each of the first rows: how much was received, and how much of it is answered. */
export function Received({ rows }: { rows: Row[] }) {
  const most = Math.max(...rows.map(({ received }) => received))
  const share = (count: number) => (100 * count) / most
  return (
    <section className="card" aria-label="Nhận và đã trả lời">
      <h2>Nhận và đã trả lời</h2>
      <ul className="report-bars">
        {rows.slice(0, SHOWN).map(({ key, name, received, answered }) => (
          <li key={key}>
            <span>{name}</span>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect className="report-bar-received" width={share(received)} height="6" />
              <rect className="report-bar-answered" width={share(answered)} height="6" />
            </svg>
            <span className="caption">
              Nhận {formatCount(received)}, đã trả lời {formatCount(answered)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
