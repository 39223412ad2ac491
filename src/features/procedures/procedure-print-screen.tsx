import { useEffect, useState } from 'react'
import { useParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { formatDate } from '../../ui/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Standing } from '../../ui/standing.tsx'
import { Ready } from '../../ui/states.tsx'
import { useStored } from '../../ui/stored.ts'
import { type Kept, makeChecklist, NOTHING_KEPT } from './checklist.ts'
import { CHANNEL_WORDS, UNKNOWN } from './words.ts'
import './print.css'

type Procedure = components['schemas']['Procedure']

/** One procedure on A4, with one's own checklist and a QR code back to the page. */
export default function ProcedurePrintScreen() {
  const { name = '' } = useParams()
  const api = useApi()
  const procedure = api.useAsk('/api/procedures/{codeOrSlug}', { path: { codeOrSlug: name } })
  const home = api.useAsk('/api/home')
  return (
    <Screen title={procedure.data?.plainName ?? 'Bản in'} above={procedure.data && `Mã thủ tục ${procedure.data.code}`}>
      <Ready asked={procedure}>
        {(data) => (
          <Sheet procedure={data} url={`${home.data?.app.publicUrl ?? location.origin}/thu-tuc/${data.code}`} />
        )}
      </Ready>
    </Screen>
  )
}

function Sheet({ procedure, url }: { procedure: Procedure; url: string }) {
  const [kept] = useStored<Kept>(`checklist:${procedure.code}`, NOTHING_KEPT)
  return (
    <div className="stack sheet">
      <Standing item={procedure} />
      <button type="button" className="button main not-printed" onClick={() => window.print()}>
        <Icon name="print" size={20} />
        In trang này
      </button>
      <dl className="sheet-facts">
        <dt>Nộp ở đâu</dt>
        <dd>{procedure.whereToSubmit ?? UNKNOWN}</dd>
        <dt>Bao lâu</dt>
        <dd>{procedure.timeSummary ?? UNKNOWN}</dd>
        <dt>Lệ phí</dt>
        <dd>{procedure.feeSummary ?? UNKNOWN}</dd>
        <dt>Cách nộp</dt>
        <dd>{procedure.channels.map(({ channel }) => CHANNEL_WORDS[channel]).join(', ') || UNKNOWN}</dd>
      </dl>
      {procedure.cases.map((each) => (
        <Papers key={each.key} name={each.name} checklist={makeChecklist(each, kept)} />
      ))}
      {procedure.steps.length > 0 && (
        <section className="stack">
          <h2>Các bước</h2>
          <ol className="bullets">
            {procedure.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      )}
      <footer className="sheet-foot">
        <QrCode url={url} />
        <p className="caption">
          Xem bản mới nhất tại {url}
          <br />
          Kiểm tra ngày {formatDate(procedure.checkedOn)}. Nguồn:{' '}
          {procedure.sources.map(({ title }) => title).join('; ')}.
        </p>
      </footer>
    </div>
  )
}

function Papers({ name, checklist }: { name: string | null; checklist: ReturnType<typeof makeChecklist> }) {
  return (
    <section className="stack">
      <h2>{name ?? 'Hồ sơ cần có'}</h2>
      <ul className="sheet-papers">
        {checklist.needed.map((document) => (
          <li key={document.name}>{document.name}</li>
        ))}
        {checklist.maybe.map((document) => (
          <li key={document.name}>{document.name} (tuỳ trường hợp)</li>
        ))}
      </ul>
    </section>
  )
}

function QrCode({ url }: { url: string }) {
  const [image, setImage] = useState<string>()
  useEffect(() => {
    void import('qrcode').then(({ toString: toImage }) => toImage(url, { type: 'svg', margin: 1 })).then(setImage)
  }, [url])
  if (image === undefined) return null
  return <img className="qr" src={`data:image/svg+xml;utf8,${encodeURIComponent(image)}`} alt={`Mã QR mở ${url}`} />
}
