import { Link, useParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { formatDate } from '../../ui/dates.ts'
import { pathOf } from '../../ui/link-path.ts'
import { Provenance } from '../../ui/provenance.tsx'
import { RelatedLinks } from '../../ui/related-links.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ShareButton } from '../../ui/share-button.tsx'
import { Standing } from '../../ui/standing.tsx'
import { Ready } from '../../ui/states.tsx'
import { PageFeedback } from '../reading/page-feedback.tsx'
import { useRead } from '../reading/use-read.ts'
import { forceOf } from './force.ts'
import './documents.css'

type Document = components['schemas']['DirectiveDocument']
const UNKNOWN = 'Chưa có thông tin'

export default function DocumentScreen() {
  const { slug = '' } = useParams()
  const document = useApi().useAsk('/api/documents/{slug}', { path: { slug } })
  const data = document.data
  useRead('document', data?.slug)
  return (
    <Screen key={slug} title={data ? `${data.kind} ${data.number}` : 'Văn bản'} below={data?.title}>
      <Ready asked={document}>{(ready) => <DocumentContent document={ready} />}</Ready>
    </Screen>
  )
}

function DocumentContent({ document }: { document: Document }) {
  const force = forceOf({ ...document, isReplaced: document.replacedBy.length > 0 })
  const day = (date: string | null) => (date === null ? UNKNOWN : formatDate(date))
  return (
    <div className="stack">
      <Standing item={document} />
      <Others words="Văn bản này đã được thay bằng" links={document.replacedBy} tone="bad" />
      <Others words="Đã được sửa đổi, bổ sung bởi" links={document.amendedBy} tone="warn" />
      <p>
        <span className={`tag ${force.tone}`}>{force.words}</span>
      </p>
      <p>{document.summary}</p>
      <dl className="document-facts">
        <dt>Số, ký hiệu</dt>
        <dd>{document.number}</dd>
        <dt>Ngày ban hành</dt>
        <dd>{day(document.issuedOn)}</dd>
        <dt>Cơ quan ban hành</dt>
        <dd>{document.issuer ?? UNKNOWN}</dd>
        <dt>Người ký</dt>
        <dd>{document.signer ?? UNKNOWN}</dd>
        <dt>Có hiệu lực từ</dt>
        <dd>{day(document.effectiveFrom)}</dd>
        {document.effectiveTo !== null && (
          <>
            <dt>Hết hiệu lực</dt>
            <dd>{day(document.effectiveTo)}</dd>
          </>
        )}
      </dl>
      <Others words="Thay cho" links={document.replaces} tone="" />
      <div className="buttons">
        <ShareButton title={`${document.kind} ${document.number}`} path={`/van-ban/${document.slug}`} />
      </div>
      <RelatedLinks links={document.related} />
      <Provenance item={document} />
      <PageFeedback type="document" slug={document.slug} />
    </div>
  )
}

function Others({
  words,
  links,
  tone,
}: {
  words: string
  links: components['schemas']['Link'][]
  tone: '' | 'warn' | 'bad'
}) {
  if (links.length === 0) return null
  return (
    <div className={`note ${tone}`}>
      <p>{words}:</p>
      <ul className="bullets">
        {links.map((link) => (
          <li key={link.slug}>
            <Link to={pathOf(link)}>{link.title}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
