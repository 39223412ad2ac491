import { Button } from 'antd'
import { useParams } from 'react-router-dom'
import { api } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import './poster.css'

/** A sheet of A4 to print and hang up. */
export default function PosterScreen() {
  const { code = '' } = useParams()
  const link = api.useQuery('get', '/admin/api/source-links/{code}', { params: { path: { code } } })
  return (
    <ScreenFrame
      title="Tờ dán có mã QR"
      intro={link.data && `${link.data.label} · ${link.data.unitName}${link.data.isClosed ? ' · đã đóng' : ''}`}
      actions={
        link.data && (
          <Button type="primary" onClick={() => window.print()}>
            In tờ này
          </Button>
        )
      }
    >
      <Ready asked={link}>{(ready) => <Poster link={ready} />}</Ready>
    </ScreenFrame>
  )
}

function Poster({ link: { unitName, url, qrSvg } }: { link: components['schemas']['SourceLink'] }) {
  return (
    <article className="poster" aria-label="Tờ dán">
      <p className="poster-unit">{unitName}</p>
      <h2>Tra cứu thủ tục giáo dục</h2>
      <p>Cần giấy tờ gì, nộp ở đâu, bao lâu có kết quả.</p>
      <img src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`} alt={`Mã QR mở ${url}`} />
      <p>Mở Zalo hoặc máy ảnh, quét mã trên. Hoặc gõ địa chỉ:</p>
      <p className="poster-url">{url.replace(/^https?:\/\//, '')}</p>
      <p className="caption">Miễn phí, không cần đăng nhập.</p>
    </article>
  )
}
