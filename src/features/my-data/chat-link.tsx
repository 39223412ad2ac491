import { useState } from 'react'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { usePlatform } from '../../zalo/platform.ts'

type Code = components['schemas']['ChatLinkCode']

/** Joins the chat with the Official Account to this app: what is sent on either is then seen on both. */
export function ChatLink() {
  const { client } = useCitizen()
  const [code, setCode] = useState<Code>()
  const [problem, setProblem] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  async function ask() {
    setAsking(true)
    setProblem(undefined)
    const { data, error } = await client.POST('/api/me/chat-link')
    setAsking(false)
    if (data) setCode(data)
    else setProblem(citizenProblemText(error))
  }
  return (
    <section className="section" aria-labelledby="noi-chat">
      <h2 id="noi-chat">Nối với chat Zalo</h2>
      <p>Nhắn tin cho Sở trên Zalo? Nối lại thì phiếu gửi ở chat và ở đây là một, xem ở đâu cũng thấy.</p>
      {code && <Shown code={code} />}
      {problem && (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
      <button type="button" className="button" disabled={isAsking} onClick={() => void ask()}>
        {isAsking ? 'Đang lấy mã…' : code ? 'Lấy mã khác' : 'Lấy mã để nối'}
      </button>
    </section>
  )
}

function Shown({ code: { code, expiresAt, oaId } }: { code: Code }) {
  const { kind, copyText } = usePlatform()
  const [said, setSaid] = useState('')
  const message = `#lienket ${code}`
  async function open() {
    const { openOaChat } = await import('../../zalo/open-oa-chat.ts')
    if (oaId !== null && (await openOaChat({ oaId, message }))) return
    setSaid('Chưa mở được chat. Bạn chép mã rồi tự mở chat với Sở.')
  }
  return (
    <div className="card stack">
      <p className="report-code">{code.replace(/(\d{3})(\d{3})/, '$1 $2')}</p>
      <p>
        Mở chat với Sở trên Zalo, nhắn <strong>{message}</strong>. Mã dùng một lần, đến {formatMoment(expiresAt)}. Đừng
        đưa mã này cho người khác.
      </p>
      <div className="buttons">
        {kind === 'zalo' && oaId !== null && (
          <button type="button" className="button main" onClick={() => void open()}>
            Mở chat và gửi mã
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={async () => setSaid((await copyText(message)) ? 'Đã chép' : 'Chưa chép được, bạn tự gõ mã.')}
        >
          Chép tin nhắn
        </button>
      </div>
      <p role="status">{said}</p>
    </div>
  )
}
