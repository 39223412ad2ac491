import type { components } from '../api/schema.gen.ts'
import { usePlatform } from '../zalo/platform.ts'
import { formatDate } from './dates.ts'
import { isOverdue } from './standing.tsx'

type Props = {
  item: {
    sources: components['schemas']['Source'][]
    checkedOn: string
    reviewBy: string
    owner: string
    unverified: string[]
    updates?: { on: string; note: string }[]
  }
}

/** Where it comes from, when it was looked at last, and what in it nobody has confirmed. */
export function Provenance({ item: { sources, checkedOn, reviewBy, owner, unverified, updates = [] } }: Props) {
  return (
    <section className="section" aria-labelledby="nguon">
      <h2 id="nguon">Nguồn và ngày kiểm tra</h2>
      {unverified.length > 0 && (
        <div className="note warn stack">
          <h3>Chưa kiểm chứng</h3>
          <ul className="bullets">
            {unverified.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <p>
        Kiểm tra ngày {formatDate(checkedOn)}. Xem lại trước ngày {formatDate(reviewBy)}.{' '}
        {isOverdue(reviewBy) && <strong className="tag warn">Chưa rà soát</strong>}
      </p>
      <ul className="bullets caption">
        {sources.map((source) => (
          <li key={source.title + source.url}>
            <SourceName source={source} />
          </li>
        ))}
      </ul>
      <p className="caption">Phụ trách: {owner}</p>
      {updates.length > 0 && (
        <>
          <h3>Đã thay đổi</h3>
          <ul className="bullets">
            {updates.map(({ on, note }) => (
              <li key={on + note}>
                Ngày {formatDate(on)}: {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Inside Zalo nothing leads out of the app. */
export function SourceName({ source: { title, url } }: { source: components['schemas']['Source'] }) {
  const { kind } = usePlatform()
  if (url === null || kind === 'zalo') return title
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {title}
    </a>
  )
}
