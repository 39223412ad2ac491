import { Button } from 'antd'
import { api, BY_CURSOR } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { Ready } from '../../ui/states.tsx'
import { VERSION_STATES } from './result-words.ts'
import type { Contest } from './words.ts'

type Props = {
  contest: Contest
  which: { round?: number; block?: string; number?: number }
  onVersion: (number: number) => void
}

/** What proves a result, what was changed in the marking, and every version there has been. */
export function ResultHeadCard({ contest: { id }, which, onVersion }: Props) {
  const params = { path: { id }, query: which }
  // As the list beside it asks, so that both share one answer.
  const pages = api.useInfiniteQuery('get', '/admin/api/contests/{id}/results', { params }, BY_CURSOR)
  return (
    <Ready asked={{ ...pages, data: pages.data?.pages[0] }}>
      {({ result: { number, fingerprint, signature, signedAt, drawSeed, notices, versions } }) => (
        <>
          {notices.length > 0 && (
            <section className="card" aria-labelledby="notices">
              <h2 id="notices">Thông báo công khai về việc chấm</h2>
              <ul>
                {notices.map(({ text, at }) => (
                  <li key={at}>
                    {text} <span className="caption">{formatMoment(at)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="card" aria-labelledby="proof">
            <h2 id="proof">Bằng chứng của bản số {number}</h2>
            <dl className="proof">
              <div>
                <dt>Dấu vân (SHA-256) của cả danh sách</dt>
                <dd>
                  <code className="commitment">{fingerprint}</code>
                </dd>
              </div>
              <div>
                <dt>Chữ ký của hệ thống</dt>
                <dd>{signature ? <code className="commitment">{signature}</code> : 'chưa ký, vì chưa chính thức'}</dd>
              </div>
              {signedAt && (
                <div>
                  <dt>Ký lúc</dt>
                  <dd>{formatMoment(signedAt)}</dd>
                </div>
              )}
              {drawSeed && (
                <div>
                  <dt>Hạt giống rút thăm</dt>
                  <dd>
                    <code className="commitment">{drawSeed}</code>
                  </dd>
                </div>
              )}
            </dl>
          </section>
          <section className="card" aria-labelledby="versions">
            <h2 id="versions">Các bản kết quả</h2>
            <ol className="contest-history">
              {versions.toReversed().map((version) => (
                <li key={version.number}>
                  <strong>
                    Bản số {version.number}, {VERSION_STATES[version.state]}
                  </strong>
                  {version.reason !== null && <p>Lý do: {version.reason}</p>}
                  <span className="caption">
                    {formatMoment(version.madeAt)} · dấu vân {version.fingerprint.slice(0, 12)}…
                  </span>
                  {version.number !== number && (
                    <div>
                      <Button onClick={() => onVersion(version.number)}>Đọc bản số {version.number}</Button>
                    </div>
                  )}
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </Ready>
  )
}
