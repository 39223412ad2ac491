import { useEffect, useRef, useState } from 'react'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { useForgetDevice } from './forget-device.ts'

type State = { step: 'idle' | 'asking' | 'working' } | { step: 'done'; at: string } | { step: 'failed'; text: string }

/** Cannot be undone, so it says what will happen and asks once more. */
export function Erasure() {
  const { client } = useCitizen()
  const forgetDevice = useForgetDevice()
  const [state, setState] = useState<State>({ step: 'idle' })
  const [isSure, setSure] = useState(false)
  const next = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (state.step === 'asking' || state.step === 'done') next.current?.focus()
  }, [state.step])

  async function erase() {
    setState({ step: 'working' })
    const { data, error } = await client.POST('/api/me/erasure')
    if (!data) return setState({ step: 'failed', text: citizenProblemText(error) })
    await forgetDevice()
    setState({ step: 'done', at: data.erasedAt })
  }
  if (state.step === 'done')
    return (
      <p className="note good" ref={next} tabIndex={-1} role="status">
        Đã xoá lúc {formatMoment(state.at)}. Máy chủ không còn biết bạn là ai.
      </p>
    )
  return (
    <section className="section" aria-labelledby="xoa-het">
      <h2 id="xoa-het">Xoá hết dữ liệu của tôi</h2>
      {state.step === 'idle' ? (
        <button type="button" className="button" onClick={() => setState({ step: 'asking' })}>
          Xoá hết dữ liệu của tôi
        </button>
      ) : (
        <div className="note bad stack">
          <p ref={next} tabIndex={-1}>
            <strong>Xoá rồi không lấy lại được.</strong>
          </p>
          <ul className="bullets">
            <li>Tên, địa chỉ, điện thoại, tin của bạn bị xoá. Cơ quan không còn cách trả lời bạn.</li>
            <li>Việc đang giải quyết có thể phải dừng; bạn không mở, không yêu cầu xem lại được.</li>
            <li>Chỉ giữ bằng chứng đã đồng ý và đã xoá, dưới một mã không cho biết bạn là ai.</li>
          </ul>
          <label className="pick">
            <input type="checkbox" checked={isSure} onChange={(event) => setSure(event.target.checked)} />
            <span>Tôi hiểu và muốn xoá</span>
          </label>
          {state.step === 'failed' && <p role="alert">{state.text}</p>}
          <div className="buttons">
            <button type="button" className="button" onClick={() => setState({ step: 'idle' })}>
              Giữ lại
            </button>
            <button
              type="button"
              className="button"
              disabled={!isSure || state.step === 'working'}
              onClick={() => void erase()}
            >
              {state.step === 'working' ? 'Đang xoá…' : 'Xoá vĩnh viễn'}
            </button>
          </div>
        </div>
      )}
    </section>
  )
}
