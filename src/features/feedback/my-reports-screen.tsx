import { Link } from 'react-router-dom'
import { useIsKnown, useOwn } from '../../api/use-citizen.ts'
import { formatDate } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty, Waiting } from '../../ui/states.tsx'
import { MoreButton } from './more-button.tsx'
import { formatCode, KIND_WORDS, STATE_WORDS } from './words.ts'

export default function MyReportsScreen() {
  const isKnown = useIsKnown()
  return (
    <Screen title="Việc tôi đã gửi">
      {isKnown === undefined && <Waiting />}
      {isKnown === false && <NothingSent />}
      {isKnown && <Page />}
    </Screen>
  )
}

function Page({ cursor }: { cursor?: string }) {
  const reports = useOwn('/api/me/feedback', { query: cursor === undefined ? {} : { cursor } })
  return (
    <OwnReady asked={reports}>
      {({ items, nextCursor }) =>
        items.length === 0 && cursor === undefined ? (
          <NothingSent />
        ) : (
          <div className="stack">
            <ul className="rows">
              {items.map((report) => (
                <li key={report.code}>
                  <RowLink
                    to={`/phan-anh/cua-toi/${report.code}`}
                    title={report.excerpt}
                    help={`${formatCode(report.code)} · ${KIND_WORDS[report.kind].title} · gửi ngày ${formatDate(report.receivedAt)}`}
                    tag={
                      <span className={`tag ${STATE_WORDS[report.state].tone}`}>{STATE_WORDS[report.state].word}</span>
                    }
                  />
                </li>
              ))}
            </ul>
            {nextCursor !== null && (
              <MoreButton>
                <Page cursor={nextCursor} />
              </MoreButton>
            )}
          </div>
        )
      }
    </OwnReady>
  )
}

function NothingSent() {
  return (
    <Empty>
      <p>Bạn chưa gửi việc nào từ đây. Việc gửi ở máy khác thì tra cứu bằng mã.</p>
      <div className="buttons">
        <Link className="button main" to="/phan-anh/gui/loai">
          Gửi phản ánh, góp ý
        </Link>
        <Link className="button" to="/phan-anh/tra-cuu">
          Tra cứu bằng mã
        </Link>
      </div>
    </Empty>
  )
}
