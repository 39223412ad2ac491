import { Link, useParams, useSearchParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { Fold } from '../../ui/fold.tsx'
import { pathOf } from '../../ui/link-path.ts'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { Provenance } from '../../ui/provenance.tsx'
import { RelatedLinks } from '../../ui/related-links.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ShareButton } from '../../ui/share-button.tsx'
import { Standing } from '../../ui/standing.tsx'
import { Ready } from '../../ui/states.tsx'
import { useStored } from '../../ui/stored.ts'
import { PageFeedback } from '../reading/page-feedback.tsx'
import { useRead } from '../reading/use-read.ts'
import { Channels } from './channels.tsx'
import { type Kept, NOTHING_KEPT, readAnswers } from './checklist.ts'
import { DossierChecklist } from './dossier-checklist.tsx'
import { FourFacts } from './four-facts.tsx'
import { SaveButton } from './save-button.tsx'
import './procedure.css'

type Procedure = components['schemas']['Procedure']

export default function ProcedureScreen() {
  const { name = '' } = useParams()
  const procedure = useApi().useAsk('/api/procedures/{codeOrSlug}', { path: { codeOrSlug: name } })
  useRead('procedure', procedure.data?.slug)
  return (
    <Screen
      key={name}
      title={procedure.data?.plainName ?? 'Thủ tục'}
      above={procedure.data && `Mã thủ tục ${procedure.data.code}`}
      below={procedure.data?.summary}
    >
      <Ready asked={procedure}>{(data) => <ProcedureContent procedure={data} />}</Ready>
    </Screen>
  )
}

function ProcedureContent({ procedure }: { procedure: Procedure }) {
  const [params] = useSearchParams()
  const [kept, setKept] = useStored<Kept>(`checklist:${procedure.code}`, NOTHING_KEPT)
  const answers = { ...readAnswers(params.get('tl')), ...kept.answers }
  const current = { ...kept, answers }
  return (
    <div className="stack">
      <Standing item={procedure} />
      {procedure.redirectedFrom && <Redirected from={procedure.redirectedFrom} to={procedure.code} />}
      {procedure.warning && <p className="note warn">{procedure.warning}</p>}
      {procedure.detail === 'listed' ? (
        <ListedOnly procedure={procedure} />
      ) : (
        <>
          <FourFacts procedure={procedure} answers={answers} />
          <DossierChecklist procedure={procedure} kept={current} onChange={setKept} />
          <div className="buttons">
            <Link className="button main" to={`/hen-tra?thu-tuc=${procedure.code}`}>
              Tính ngày trả
            </Link>
            <SaveButton procedure={procedure} />
            <ShareButton title={procedure.plainName} path={`/thu-tuc/${procedure.code}`} />
            <Link className="button" to={`/thu-tuc/${procedure.code}/in`}>
              Bản in
            </Link>
          </div>
          <Channels procedure={procedure} answers={answers} />
          {procedure.portalUrl && (
            <OutsideLink url={procedure.portalUrl}>Mở thủ tục này trên Cổng Dịch vụ công quốc gia</OutsideLink>
          )}
          <Details procedure={procedure} />
        </>
      )}
      <RelatedLinks links={procedure.related} />
      <Provenance item={procedure} />
      <PageFeedback type="procedure" slug={procedure.slug} />
    </div>
  )
}

function Redirected({ from, to }: { from: NonNullable<Procedure['redirectedFrom']>; to: string }) {
  return (
    <div className="note stack">
      <p>
        Mã <strong>{from.code}</strong> đã được thay bằng <strong>{to}</strong>. {from.reason}
      </p>
      {from.alternatives.length > 0 && (
        <>
          <p>Mã cũ này còn được thay bằng:</p>
          <ul className="bullets">
            {from.alternatives.map((link) => (
              <li key={link.slug}>
                <Link to={pathOf(link)}>{link.title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function ListedOnly({ procedure }: { procedure: Procedure }) {
  return (
    <div className="card stack">
      <p>
        Hiện chỉ có tên và địa chỉ chính thức của thủ tục này. Hồ sơ, thời hạn và lệ phí:{' '}
        <strong>chưa có thông tin</strong>.
      </p>
      <p className="caption">
        {procedure.name}
        {procedure.agency && ` · Nơi giải quyết: ${procedure.agency}`}
      </p>
      {procedure.portalUrl && <OutsideLink url={procedure.portalUrl}>Xem trên Cổng Dịch vụ công quốc gia</OutsideLink>}
    </div>
  )
}

function Details({ procedure }: { procedure: Procedure }) {
  const { steps, conditions, results, legalBasis, predecessors } = procedure
  return (
    <div className="stack">
      {steps.length > 0 && (
        <Fold title="Các bước" startsOpen>
          <ol className="bullets">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Fold>
      )}
      {conditions.length > 0 && (
        <Fold title="Điều kiện">
          <ul className="bullets">
            {conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </Fold>
      )}
      {results.length > 0 && (
        <Fold title="Kết quả nhận được">
          <ul className="bullets">
            {results.map((result) => (
              <li key={result.name}>{result.name}</li>
            ))}
          </ul>
        </Fold>
      )}
      <Fold title="Căn cứ pháp lý và mã">
        <div className="stack">
          {legalBasis.length === 0 && <p>Căn cứ pháp lý: chưa có thông tin.</p>}
          <ul className="bullets">
            {legalBasis.map((basis) => (
              <li key={basis.number}>
                {basis.document ? <Link to={pathOf(basis.document)}>{basis.number}</Link> : basis.number}
                {basis.title && `: ${basis.title}`}
              </li>
            ))}
          </ul>
          {procedure.changes && <p>{procedure.changes}</p>}
          {predecessors.length > 0 && <p>Thay cho các mã cũ: {predecessors.map(({ code }) => code).join(', ')}.</p>}
          <p className="caption">Tên đầy đủ: {procedure.name}</p>
        </div>
      </Fold>
    </div>
  )
}
