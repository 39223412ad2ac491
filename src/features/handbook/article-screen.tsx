import { useParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import { formatDate } from '../../ui/dates.ts'
import { Provenance } from '../../ui/provenance.tsx'
import { RelatedLinks } from '../../ui/related-links.tsx'
import { RichText } from '../../ui/rich-text.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ShareButton } from '../../ui/share-button.tsx'
import { Standing } from '../../ui/standing.tsx'
import { Ready } from '../../ui/states.tsx'
import { PageFeedback } from '../reading/page-feedback.tsx'
import { useRead } from '../reading/use-read.ts'

export default function ArticleScreen() {
  const { slug = '' } = useParams()
  const article = useApi().useAsk('/api/articles/{slug}', { path: { slug } })
  useRead('article', article.data?.slug)
  return (
    <Screen
      key={slug}
      title={article.data?.title ?? 'Cẩm nang'}
      below={article.data && `Đăng ngày ${formatDate(article.data.publishedOn)}`}
    >
      <Ready asked={article}>
        {(data) => (
          <div className="stack">
            <Standing item={data} />
            <p className="note">{data.summary}</p>
            <RichText blocks={data.body} />
            <div className="buttons">
              <ShareButton title={data.title} path={`/cam-nang/${data.slug}`} />
            </div>
            <RelatedLinks links={data.related} />
            <Provenance item={data} />
            <PageFeedback type="article" slug={data.slug} />
          </div>
        )}
      </Ready>
    </Screen>
  )
}
