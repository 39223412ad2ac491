import { type ReactNode, useState } from 'react'
import { useApi } from '../api/client.ts'
import { usePlatform } from '../zalo/platform.ts'
import { Icon } from './icon.tsx'

const SAID = {
  opened: '',
  copied: 'Đã chép địa chỉ. Bạn mở trình duyệt rồi dán vào.',
  failed: 'Chưa mở được. Bạn giữ vào địa chỉ dưới đây để chép.',
} as const

/** An official address: a link in browsers; inside Zalo it is copied until leaving the app is allowed. */
export function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
  const platform = usePlatform()
  const home = useApi().useAsk('/api/home')
  const [outcome, setOutcome] = useState<keyof typeof SAID>('opened')
  if (platform.kind === 'browser') {
    return (
      <a className="button" href={url} target="_blank" rel="noopener noreferrer">
        {children}
        <Icon name="out" size={20} />
        <span className="only-heard">(mở trang khác)</span>
      </a>
    )
  }
  const allowed = home.data?.app.externalLinks ?? 'browser'
  return (
    <div className="stack">
      <button type="button" className="button" onClick={() => void platform.openOutside(url, allowed).then(setOutcome)}>
        {children}
        <Icon name={allowed === 'all' ? 'out' : 'copy'} size={20} />
        {allowed === 'browser' && <span className="only-heard">(chép địa chỉ)</span>}
      </button>
      <p role="status" className="caption">
        {SAID[outcome]}
      </p>
      {outcome === 'failed' && <p>{url}</p>}
    </div>
  )
}
