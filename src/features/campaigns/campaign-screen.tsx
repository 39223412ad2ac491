import { useParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { formatDate } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { SourceName } from '../../ui/provenance.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ShareButton } from '../../ui/share-button.tsx'
import { Empty } from '../../ui/states.tsx'

type Campaign = components['schemas']['Campaign']
type Piece = Campaign['pieces'][number]

const KIND_WORDS: Record<Piece['kind'], string> = {
  article: 'Bài viết',
  quiz: 'Câu hỏi trắc nghiệm',
  poster: 'Thông điệp',
  event: 'Sự kiện',
}
const AUDIENCE_WORDS: Record<Campaign['audiences'][number], string> = {
  citizen: 'người dân',
  parent: 'cha mẹ học sinh',
  student: 'học sinh',
  teacher: 'giáo viên',
  official: 'cán bộ',
}

export default function CampaignScreen() {
  const { slug = '' } = useParams()
  const campaign = useApi().useAsk('/api/campaigns/{slug}', { path: { slug } })
  const { data } = campaign
  return (
    <Screen
      title={data?.name ?? 'Chiến dịch'}
      above={data && `${formatDate(data.startsOn)} – ${formatDate(data.endsOn)}`}
      below={data?.goals}
    >
      <OwnReady asked={campaign}>{(shown) => <Content campaign={shown} />}</OwnReady>
    </Screen>
  )
}

function Content({ campaign }: { campaign: Campaign }) {
  const { slug, name, isOver, audiences, unitName, sources, pieces } = campaign
  const come = pieces.filter(({ isAhead }) => !isAhead).reverse()
  const ahead = pieces.filter(({ isAhead }) => isAhead)
  return (
    <>
      {isOver && <p className="note">Chiến dịch đã kết thúc. Các mục dưới đây vẫn xem được.</p>}
      {pieces.length === 0 && <Empty>Chưa có mục nào được đăng. Bạn quay lại sau.</Empty>}
      <Pieces id="da-dang" title="Đã có" pieces={come} />
      <Pieces id="sap-toi" title="Sắp tới" pieces={ahead} />
      <section className="section" aria-labelledby="nguon">
        <h2 id="nguon">Nguồn</h2>
        <ul className="bullets caption">
          {sources.map((source) => (
            <li key={source.title}>
              <SourceName source={source} />
            </li>
          ))}
        </ul>
        <p className="caption">
          {unitName} tổ chức, dành cho {audiences.map((audience) => AUDIENCE_WORDS[audience]).join(', ')}.
        </p>
      </section>
      <div className="buttons">
        <ShareButton title={name} path={`/chien-dich/${slug}`} />
      </div>
    </>
  )
}

function Pieces({ id, title, pieces }: { id: string; title: string; pieces: Piece[] }) {
  if (pieces.length === 0) return null
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="rows">
        {pieces.map((piece) => (
          <li key={piece.id}>
            <PieceLine piece={piece} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What leads nowhere, a poster or an event, stands there whole. */
function PieceLine({ piece: { kind, title, summary, onDay, place, path } }: { piece: Piece }) {
  const when = [formatDate(onDay), place].filter((part) => part !== '').join(' · ')
  const tag = <span className="tag">{KIND_WORDS[kind]}</span>
  if (path !== null)
    return <RowLink to={path} title={title} help={[when, summary].filter(Boolean).join('. ')} tag={tag} />
  return (
    <div className="row">
      <span className="row-text">
        <span className="row-title">{title}</span>
        <span className="caption">{when}</span>
        {summary !== '' && <span>{summary}</span>}
        <span>{tag}</span>
      </span>
    </div>
  )
}
