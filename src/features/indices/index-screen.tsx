import { useParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { Fold } from '../../ui/fold.tsx'
import { Provenance } from '../../ui/provenance.tsx'
import { RelatedLinks } from '../../ui/related-links.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Standing } from '../../ui/standing.tsx'
import { Ready } from '../../ui/states.tsx'
import { PageFeedback } from '../reading/page-feedback.tsx'
import { useRead } from '../reading/use-read.ts'
import { PartsChart } from './parts-chart.tsx'
import { toSeries } from './series.ts'
import { YearChart } from './year-chart.tsx'

type Index = components['schemas']['ReformIndex']

export default function IndexScreen() {
  const { slug = '' } = useParams()
  const index = useApi().useAsk('/api/indices/{slug}', { path: { slug } })
  useRead('index', index.data?.slug)
  return (
    <Screen key={slug} title={index.data?.name ?? 'Chỉ số'} below={index.data?.nameVi}>
      <Ready asked={index}>{(data) => <IndexContent index={data} />}</Ready>
    </Screen>
  )
}

function IndexContent({ index }: { index: Index }) {
  const { measures, publisher, frequency, scale, legal, notes, values, parts, facts, gaps } = index
  return (
    <div className="stack">
      <Standing item={index} />
      <p className="note">{measures}</p>
      {toSeries(values).map((series) => (
        <YearChart key={`${series.province}${series.name}`} series={series} max={scale.max} unit={scale.unit} />
      ))}
      {parts.map((part) => (
        <PartsChart key={part.title} part={part} />
      ))}
      {facts.length > 0 && (
        <section className="card stack" aria-labelledby="ket-qua">
          <h2 id="ket-qua">Kết quả, mục tiêu</h2>
          <ul className="bullets">
            {facts.map((fact) => (
              <li key={fact.text}>
                {fact.text} <span className="caption">Nguồn: {fact.sources.map(({ title }) => title).join('; ')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {gaps.length > 0 && (
        <section className="note warn stack" aria-labelledby="con-thieu">
          <h2 id="con-thieu">Chưa có thông tin</h2>
          <ul className="bullets">
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </section>
      )}
      <Fold title="Cách đọc chỉ số này">
        <div className="stack">
          <p>
            Cơ quan công bố: {publisher}. {frequency !== null && `Công bố: ${frequency}. `}Thang điểm: {scale.text}.
          </p>
          <ul className="bullets">
            {[...notes, ...legal].map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      </Fold>
      <RelatedLinks links={index.related} />
      <Provenance item={index} />
      <PageFeedback type="index" slug={index.slug} />
    </div>
  )
}
