import { useState } from 'react'
import { useApi } from '../api/client.ts'
import { usePlatform } from '../zalo/platform.ts'
import { Icon } from './icon.tsx'

const SAID = { shared: '', copied: 'Đã chép địa chỉ', failed: 'Chưa chia sẻ được' } as const

export function ShareButton({ title, path }: { title: string; path: string }) {
  const platform = usePlatform()
  const home = useApi().useAsk('/api/home')
  const [outcome, setOutcome] = useState<keyof typeof SAID>('shared')
  const share = () => platform.share({ title, path, miniAppId: home.data?.app.miniAppId ?? null }).then(setOutcome)
  return (
    <button type="button" className="button" onClick={() => void share()}>
      <Icon name="share" size={20} />
      <span role="status">{SAID[outcome] || 'Chia sẻ'}</span>
    </button>
  )
}
