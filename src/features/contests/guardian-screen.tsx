import { useState } from 'react'
import { useLocation } from 'react-router-dom'
import useSWR from 'swr'
import { useCitizen } from '../../api/use-citizen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useAction } from '../feedback/use-action.ts'
import '../feedback/feedback.css'

type Anyone = ReturnType<typeof useCitizen>['anyone']

/** A parent reads and agrees, from any browser. The token stands behind `#`, so no server's log has it. */
export default function GuardianScreen() {
  const token = useLocation().hash.slice(1)
  const { anyone } = useCitizen()
  const asked = useSWR(['own', 'guardian-link', token], () => readLink(anyone, token), {
    revalidateOnFocus: false,
    shouldRetryOnError: false,
  })
  return (
    <Screen title="Cha mẹ đồng ý cho con dự thi" above="Hội thi">
      <OwnReady asked={{ ...asked, data: asked.data, refetch: () => void asked.mutate() }}>
        {(link) => <Agreement token={token} link={link} />}
      </OwnReady>
    </Screen>
  )
}

async function readLink(anyone: Anyone, token: string) {
  const { data, error } = await anyone.POST('/api/guardian-links/read', { body: { token } })
  if (data === undefined) throw error
  return data
}

type Link = Awaited<ReturnType<typeof readLink>>

function Agreement({ token, link }: { token: string; link: Link }) {
  const { anyone } = useCitizen()
  const { contestName, publicName, text, consentVersion, expiresAt } = link
  const [isTicked, setTicked] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const [agreedAt, setAgreedAt] = useState('')
  const agreeing = useAction((agreed: { agreedAt: string }) => setAgreedAt(agreed.agreedAt))
  if (agreedAt !== '')
    return (
      <p className="note good" role="status">
        ✓ Đã ghi nhận lúc {formatMoment(agreedAt)}. Cảm ơn bạn; con bạn đã có thể xem trên máy của mình.
      </p>
    )
  function agree() {
    setMissing(!isTicked)
    if (isTicked)
      void agreeing.run(() => anyone.POST('/api/guardian-links/agreement', { body: { token, consentVersion } }))
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        agree()
      }}
    >
      <p>
        <strong>{publicName}</strong> muốn dự thi <strong>{contestName}</strong> và dưới 16 tuổi, nên cần bạn đồng ý.
      </p>
      <div className="card stack">
        <p>{text}</p>
        <div className="field">
          {isMissing && <p className="field-error">Đánh dấu đồng ý rồi bấm Gửi</p>}
          <label className="pick">
            <input
              id="dong-y"
              type="checkbox"
              checked={isTicked}
              onChange={(event) => setTicked(event.target.checked)}
            />
            <span>Tôi là cha, mẹ hoặc người giám hộ, và tôi đồng ý</span>
          </label>
        </div>
      </div>
      {agreeing.problem && (
        <p className="note bad" role="alert">
          {agreeing.problem}
        </p>
      )}
      <button type="submit" className="button main" disabled={agreeing.isSending}>
        Gửi
      </button>
      <p className="caption">
        Không đồng ý thì bạn chỉ cần đóng trang này. Đường dẫn hết hạn lúc {formatMoment(expiresAt)}.
      </p>
    </form>
  )
}
