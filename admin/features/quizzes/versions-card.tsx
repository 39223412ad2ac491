import { formatMoment } from '../../ui/dates.ts'
import { QuestionCard } from './question-card.tsx'
import { VersionTag } from './question-marks.tsx'
import { keyWords, ORIGIN_NAMES, type Question, type Version } from './words.ts'

/** What was asked and which key counted, version by version: old papers are read by them. */
export function VersionsCard({ question }: { question: Question }) {
  return (
    <section className="card" aria-label="Các bản của câu hỏi">
      <h2>Các bản</h2>
      <ul className="versions">
        {question.versions.map((version) => (
          <li key={version.number}>
            <details>
              <summary>
                <b>Bản {version.number}</b> <VersionTag state={version.state} />{' '}
                <span className="caption">{story(version)}</span>
              </summary>
              <QuestionCard body={version.body} />
            </details>
            {version.keys.length > 1 && <Keys version={version} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Keys({ version: { body, keys } }: { version: Version }) {
  return (
    <ol className="keys" reversed>
      {keys.map(({ number, key, byName, at, reason }) => (
        <li key={number}>
          Đáp án {keyWords(body.kind, key)}
          {reason !== null && `: ${reason}`}{' '}
          <span className="caption">
            {byName ?? 'có sẵn'}, {formatMoment(at)}
          </span>
        </li>
      ))}
    </ol>
  )
}

function story({ origin, authorNames, publishedAt, publishedByName, updatedAt }: Version) {
  const written = authorNames.length > 0 ? `${authorNames.join(', ')} soạn` : ORIGIN_NAMES[origin]
  if (publishedAt === null) return `${written}, ${formatMoment(updatedAt)}`
  return `${written}; ${publishedByName === null ? 'vào dùng' : `${publishedByName} duyệt`} ${formatMoment(publishedAt)}`
}
