import { useParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { formatDate } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import '../feedback/feedback.css'

type Certificate = components['schemas']['CertificatePage']

const VALIDITY: Record<Certificate['validity'], { words: string; tone: string }> = {
  valid: { words: '✓ Giấy chứng nhận này có thật và còn giá trị.', tone: 'good' },
  replaced: { words: 'Kết quả đã được tính lại sau khi cấp giấy này. Giấy không còn giá trị.', tone: 'warn' },
  revoked: { words: 'Giấy chứng nhận này đã bị thu hồi.', tone: 'bad' },
}

/** What anybody sees who scans a certificate, or opens a shared result; the name is as the public list shows it. */
export default function CertificateScreen() {
  const { code = '' } = useParams()
  const certificate = useApi().useAsk('/api/certificates/{code}', { path: { code } })
  return (
    <Screen title="Giấy chứng nhận" above={`Số ${code}`}>
      <OwnReady asked={certificate}>{(page) => <Page page={page} />}</OwnReady>
    </Screen>
  )
}

function Page({ page }: { page: Certificate }) {
  const { validity, contestName, slug, roundName, blockName, publicName, unitName, score, outOf, rank, people } = page
  return (
    <div className="stack">
      <p className={`note ${VALIDITY[validity].tone}`}>{VALIDITY[validity].words}</p>
      <dl className="card facts">
        <div>
          <dt>Cấp cho</dt>
          <dd>{publicName}</dd>
        </div>
        {unitName !== null && (
          <div>
            <dt>Trường, đơn vị</dt>
            <dd>{unitName}</dd>
          </div>
        )}
        <div>
          <dt>Hội thi</dt>
          <dd>
            {contestName}, {roundName ?? 'cả hội thi'}, {blockName}
          </dd>
        </div>
        <div>
          <dt>Kết quả</dt>
          <dd>
            {score}/{outOf} điểm, hạng {rank} trong {people} người
          </dd>
        </div>
        <div>
          <dt>Ngày cấp</dt>
          <dd>{formatDate(page.issuedAt)}</dd>
        </div>
      </dl>
      <ul className="rows">
        <li>
          <RowLink to={`/hoi-thi/${slug}`} title={contestName} help="Xem hội thi" />
        </li>
      </ul>
    </div>
  )
}
