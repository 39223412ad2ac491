import { useState } from 'react'
import { Link, useParams } from 'react-router-dom'
import { formatMoment } from '../../ui/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty } from '../../ui/states.tsx'
import { useStored } from '../../ui/stored.ts'
import { usePlatform } from '../../zalo/platform.ts'
import { DueLines } from './due.tsx'
import { PrivateLink } from './private-link.tsx'
import { NO_RECEIPTS, RECEIPTS_KEY, type Receipt } from './receipts.ts'
import { formatCode } from './words.ts'
import './feedback.css'

/** Kept on this device, so that closing the app right after sending loses nothing. */
export default function ReceiptScreen() {
  const { code } = useParams()
  const [receipts] = useStored(RECEIPTS_KEY, NO_RECEIPTS)
  const receipt = receipts.find((each) => each.code === code)
  return (
    <Screen title={receipt ? 'Đã gửi' : 'Biên nhận'}>
      {receipt ? (
        <Details receipt={receipt} />
      ) : (
        <Empty>
          <p>Máy này không giữ biên nhận của mã đó.</p>
          <div className="buttons">
            <Link className="button main" to="/phan-anh/tra-cuu">
              Tra cứu bằng mã
            </Link>
          </div>
        </Empty>
      )}
    </Screen>
  )
}

function Details({ receipt }: { receipt: Receipt }) {
  const { copyText } = usePlatform()
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="ma">
        <h2 id="ma">Mã của bạn</h2>
        <p className="report-code">{formatCode(receipt.code)}</p>
        <p>Bạn chụp màn hình hoặc ghi mã ra giấy. Tra cứu bằng mã này và bốn số cuối điện thoại bạn đã ghi.</p>
        <button type="button" className="button" onClick={async () => setCopied(await copyText(receipt.code))}>
          <Icon name="copy" size={20} />
          <span role="status">{isCopied ? 'Đã chép mã' : 'Chép mã'}</span>
        </button>
      </section>
      <dl className="card facts">
        <div>
          <dt>Nơi nhận</dt>
          <dd>{receipt.unitName}</dd>
        </div>
        <div>
          <dt>Gửi lúc</dt>
          <dd>{formatMoment(receipt.receivedAt)}</dd>
        </div>
        <DueLines told={receipt} />
      </dl>
      <PrivateLink code={receipt.code} linkToken={receipt.linkToken} />
      <div className="buttons">
        <Link className="button main" to={`/phan-anh/cua-toi/${receipt.code}`}>
          Theo dõi việc này
        </Link>
        <Link className="button" to="/phan-anh">
          Về Phản ánh, góp ý
        </Link>
      </div>
    </div>
  )
}
