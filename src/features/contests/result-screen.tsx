import { Link } from 'react-router-dom'
import type { components } from '../../api/schema.gen.ts'
import { useIsKnown, useOwn } from '../../api/use-citizen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ShareButton } from '../../ui/share-button.tsx'
import { Empty, Waiting } from '../../ui/states.tsx'
import { takenWords } from './clock.rules.ts'
import { Complaints } from './complaints.tsx'
import { OwnFileButton } from './own-file-button.tsx'
import { whyThisRank } from './rank-words.rules.ts'
import { useRoundOfAddress } from './result-head.tsx'
import './contests.css'

type OwnRank = components['schemas']['OwnContestRank']

export default function ResultScreen() {
  const { slug, query } = useRoundOfAddress()
  const isKnown = useIsKnown()
  const rank = useOwn(isKnown ? '/api/me/contests/{slug}/rank' : null, { path: { slug }, query })
  return (
    <Screen title="Kết quả của tôi" above="Hội thi">
      {isKnown === undefined && <Waiting />}
      {isKnown === false && <NotHere slug={slug} />}
      {isKnown && <OwnReady asked={rank}>{(own) => <Result slug={slug} own={own} />}</OwnReady>}
    </Screen>
  )
}

function NotHere({ slug }: { slug: string }) {
  return (
    <Empty>
      <p>Máy này chưa dự thi. Kết quả của bạn xem ở máy đã thi, trong Zalo.</p>
      <Link className="button main" to={`/hoi-thi/${slug}/xep-hang`}>
        Xem bảng xếp hạng
      </Link>
    </Empty>
  )
}

function Result({ slug, own }: { slug: string; own: OwnRank }) {
  const { standing, round, roundName, state, block, status, certificate } = own
  const { tail } = useRoundOfAddress()
  return (
    <div className="stack">
      {standing === null ? (
        <p className="note">
          {status === 'practice'
            ? 'Bạn ở trong Ban tổ chức nên bài của bạn không xếp hạng.'
            : 'Bạn không có bài nào được tính trong vòng này.'}
        </p>
      ) : (
        <Standing own={own} standing={standing} />
      )}
      <p className="caption">
        {roundName ?? 'Cả hội thi'} · {block.name} ·{' '}
        {state === 'official' ? 'kết quả chính thức' : 'kết quả tạm, còn có thể thay đổi'}
      </p>
      {certificate && <OwnFiles code={certificate.code} />}
      <ul className="rows">
        {round !== null && (
          <li>
            <RowLink
              to={`/hoi-thi/${slug}/dap-an?vong=${round}`}
              title="Bài làm và đáp án"
              help="Từng câu, có lời giải"
            />
          </li>
        )}
        <li>
          <RowLink to={`/hoi-thi/${slug}/xep-hang${tail}`} title="Bảng xếp hạng" />
        </li>
      </ul>
      {round !== null && <Complaints slug={slug} round={round} />}
    </div>
  )
}

/** The certificate has the whole name, the picture only what the public list shows. */
function OwnFiles({ code }: { code: string }) {
  const own = `/api/me/certificates/${code}`
  return (
    <>
      <OwnFileButton path={`${own}/pdf`} fileName={`chung-nhan-${code}.pdf`} label="Tải giấy chứng nhận" isMain />
      <OwnFileButton path={`${own}/card`} fileName={`ket-qua-${code}.png`} label="Lưu ảnh kết quả để chia sẻ" />
    </>
  )
}

type StandingProps = { own: OwnRank; standing: NonNullable<OwnRank['standing']> }

function Standing({ own, standing }: StandingProps) {
  const { rank, people, score, outOf, prediction, actual, takenMs, submittedAt } = standing
  return (
    <>
      <section className="card stack" aria-labelledby="hang">
        <h2 id="hang">
          Hạng {rank} trong {people} người
        </h2>
        <dl className="facts">
          <div>
            <dt>Điểm</dt>
            <dd>
              {score}/{outOf}
            </dd>
          </div>
          <div>
            <dt>Làm trong</dt>
            <dd>{takenWords(takenMs)}</dd>
          </div>
          <div>
            <dt>Nộp bài lúc</dt>
            <dd>{formatMoment(submittedAt)}</dd>
          </div>
          {actual !== null && (
            <div>
              <dt>Dự đoán</dt>
              <dd>
                {prediction === null ? 'không đoán' : `bạn đoán ${prediction}`}, thực tế {actual}
              </dd>
            </div>
          )}
        </dl>
        {own.certificate && <ShareButton title="Kết quả hội thi" path={`/chung-nhan/${own.certificate.code}`} />}
      </section>
      <section className="section" aria-labelledby="vi-sao">
        <h2 id="vi-sao">Vì sao tôi hạng {rank}?</h2>
        <ul className="bullets">
          {whyThisRank(standing).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
