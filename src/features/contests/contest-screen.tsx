import { useParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { Fold } from '../../ui/fold.tsx'
import { OwnReady } from '../../ui/own-states.tsx'
import { SourceName } from '../../ui/provenance.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ShareButton } from '../../ui/share-button.tsx'
import { OwnPart } from './own-part.tsx'
import { agesInWords, rulesInWords, STATE_WORDS } from './words.ts'
import './contests.css'

type Contest = components['schemas']['ContestHome']

export default function ContestScreen() {
  const { slug = '' } = useParams()
  const home = useApi().useAsk('/api/contests/{slug}', { path: { slug } })
  return (
    <Screen title={home.data?.name ?? 'Hội thi'} above="Hội thi">
      <OwnReady asked={home}>{(contest) => <Home contest={contest} onTurned={home.refetch} />}</OwnReady>
    </Screen>
  )
}

function Home({ contest, onTurned }: { contest: Contest; onTurned: () => void }) {
  return (
    <>
      <OwnPart contest={contest} onTurned={onTurned} />
      <Notices notices={contest.notices} />
      <section className="section" aria-labelledby="cac-vong">
        <h2 id="cac-vong">Các vòng thi</h2>
        <ul className="rows">
          {contest.rounds.map((round) => (
            <li key={round.number}>
              <RoundRow slug={contest.slug} round={round} />
            </li>
          ))}
        </ul>
      </section>
      <section className="section" aria-labelledby="the-le">
        <h2 id="the-le">Thể lệ tóm tắt</h2>
        <ul className="bullets">
          {rulesInWords(contest).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h3>Ai được thi</h3>
        <ul className="bullets">
          {contest.blocks.map((block) => (
            <li key={block.id}>
              {block.name}: {agesInWords(block)}
              {block.needsCode && ', cần mã do đơn vị cấp'}
            </li>
          ))}
        </ul>
        {contest.intro !== '' && (
          <Fold title="Giới thiệu hội thi">
            <p className="said">{contest.intro}</p>
          </Fold>
        )}
        <Fold title="Căn cứ và cách rút thăm">
          <div className="stack">
            {contest.sources.length === 0 ? (
              <p>Căn cứ: chưa có thông tin.</p>
            ) : (
              <ul className="bullets">
                {contest.sources.map((source) => (
                  <li key={source.title + source.url}>
                    <SourceName source={source} />
                  </li>
                ))}
              </ul>
            )}
            <Draw contest={contest} />
          </div>
        </Fold>
        <div className="buttons">
          <ShareButton title={contest.name} path={`/hoi-thi/${contest.slug}`} />
        </div>
      </section>
    </>
  )
}

function RoundRow({ slug, round }: { slug: string; round: Contest['rounds'][number] }) {
  const { number, name, opensAt, closesAt, state, hasResult } = round
  const tag = <span className={`tag ${STATE_WORDS[state].tone}`}>{STATE_WORDS[state].word}</span>
  const help = `Từ ${formatMoment(opensAt)} đến ${formatMoment(closesAt)}`
  if (hasResult) return <RowLink to={`/hoi-thi/${slug}/xep-hang?vong=${number}`} title={name} help={help} tag={tag} />
  return (
    <div className="row">
      <span className="row-text">
        <span className="row-title">{name}</span>
        <span className="caption">{help}</span>
        <span>{tag}</span>
      </span>
    </div>
  )
}

function Notices({ notices }: { notices: Contest['notices'] }) {
  if (notices.length === 0) return null
  return (
    <section className="section" aria-label="Thông báo của hội thi">
      {notices.map(({ round, text, at }) => (
        <div key={at + text} className="note warn">
          <p>{text}</p>
          <p className="caption">
            Vòng {round}, {formatMoment(at)}
          </p>
        </div>
      ))}
    </section>
  )
}

function Draw({ contest: { drawCommitment, drawSeed } }: { contest: Contest }) {
  return (
    <>
      <p>
        Việc rút thăm do một số bí mật quyết định. Số ấy được chọn từ đầu; dấu của nó công bố ngay, còn số thì công bố
        khi có kết quả chính thức, để ai cũng tự kiểm tra được.
      </p>
      <p className="caption">Dấu SHA-256: {drawCommitment}</p>
      <p className="caption">Số: {drawSeed ?? 'công bố khi có kết quả chính thức'}</p>
    </>
  )
}
