import { useParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import { Provenance } from '../../ui/provenance.tsx'
import { RelatedLinks } from '../../ui/related-links.tsx'
import { RichText } from '../../ui/rich-text.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ShareButton } from '../../ui/share-button.tsx'
import { Standing } from '../../ui/standing.tsx'
import { Ready } from '../../ui/states.tsx'
import { PageFeedback } from '../reading/page-feedback.tsx'
import { useRead } from '../reading/use-read.ts'

export default function AnswerScreen() {
  const { slug = '' } = useParams()
  const answer = useApi().useAsk('/api/answers/{slug}', { path: { slug } })
  useRead('answer', answer.data?.slug)
  return (
    <Screen key={slug} title={answer.data?.question ?? 'Hỏi đáp'}>
      <Ready asked={answer}>
        {(data) => (
          <div className="stack">
            <Standing item={data} />
            <RichText blocks={data.body} />
            <div className="buttons">
              <ShareButton title={data.question} path={`/hoi-dap/${data.slug}`} />
            </div>
            <RelatedLinks links={data.related} />
            <Provenance item={data} />
            <PageFeedback type="answer" slug={data.slug} />
          </div>
        )}
      </Ready>
    </Screen>
  )
}
