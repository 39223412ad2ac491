import { useState } from 'react'
import { useCitizen } from '../../api/use-citizen.ts'
import { Icon } from '../../ui/icon.tsx'
import { usePlatform } from '../../zalo/platform.ts'
import { useAction } from '../feedback/use-action.ts'

const SAID = {
  not_yet: '',
  copied: 'Đã chép. Bạn dán vào tin nhắn gửi cha mẹ.',
  failed: 'Chưa chép được. Bạn giữ vào đường dẫn dưới đây để chép.',
} as const

/** Under 16: a parent agrees by a link that works once. It stands behind `#`, which browsers send to no server. */
export function GuardianLink({ slug }: { slug: string }) {
  const { client } = useCitizen()
  const { apiBase, basename, kind, copyText } = usePlatform()
  const [link, setLink] = useState('')
  const [outcome, setOutcome] = useState<keyof typeof SAID>('not_yet')
  const making = useAction(({ token }: { token: string }) => {
    const path = `/nguoi-giam-ho#${token}`
    const made = kind === 'zalo' ? apiBase + path : location.origin + basename + path
    setLink(made)
    void copy(made)
  })
  const copy = async (text: string) => setOutcome((await copyText(text)) ? 'copied' : 'failed')
  return (
    <section className="note warn stack" aria-labelledby="giam-ho">
      <h2 id="giam-ho">Cần cha, mẹ hoặc người giám hộ đồng ý</h2>
      <p>Bạn dưới 16 tuổi. Chép đường dẫn này gửi cho cha mẹ mở và bấm đồng ý. Đường dẫn dùng được một lần.</p>
      <button
        type="button"
        className="button"
        disabled={making.isSending}
        onClick={() =>
          link === ''
            ? making.run(() => client.POST('/api/contests/{slug}/guardian-link', { params: { path: { slug } } }))
            : copy(link)
        }
      >
        <Icon name="copy" size={20} />
        Chép đường dẫn cho cha mẹ
      </button>
      <p role="status" className="caption">
        {SAID[outcome]}
      </p>
      {outcome === 'failed' && <p>{link}</p>}
      {making.problem && <p role="alert">{making.problem}</p>}
    </section>
  )
}
