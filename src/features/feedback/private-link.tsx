import { useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { usePlatform } from '../../zalo/platform.ts'
import './feedback.css'

const SAID = {
  not_yet: '',
  copied: 'Đã chép. Bạn dán vào nơi cất giữ riêng.',
  failed: 'Chưa chép được. Bạn giữ vào đường dẫn dưới đây để chép.',
} as const

/** The token stands behind `#`, which browsers send to no server. The link opens in any browser. */
export function PrivateLink({ code, linkToken }: { code: string; linkToken: string }) {
  const { apiBase, basename, kind, copyText } = usePlatform()
  const [outcome, setOutcome] = useState<keyof typeof SAID>('not_yet')
  const path = `/phan-anh/xem/${code}#${linkToken}`
  const link = kind === 'zalo' ? apiBase + path : location.origin + basename + path
  return (
    <section className="card stack" aria-labelledby="duong-dan-rieng">
      <h2 id="duong-dan-rieng">Đường dẫn riêng</h2>
      <p>
        Mở được từ máy khác để xem toàn bộ việc này. <strong>Ai có đường dẫn đều đọc được</strong>, nên chỉ đưa cho
        người bạn tin.
      </p>
      <button
        type="button"
        className="button"
        onClick={async () => setOutcome((await copyText(link)) ? 'copied' : 'failed')}
      >
        <Icon name="copy" size={20} />
        Chép đường dẫn riêng
      </button>
      <p role="status" className="caption">
        {SAID[outcome]}
      </p>
      {outcome === 'failed' && <p>{link}</p>}
    </section>
  )
}
