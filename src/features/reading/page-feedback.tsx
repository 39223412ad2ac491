import { useContext, useEffect, useId, useRef, useState } from 'react'
import type { components } from '../../api/schema.gen.ts'
import { tell } from '../../api/tell.ts'
import { PreviewContext } from '../../ui/preview-context.ts'
import { usePlatform } from '../../zalo/platform.ts'
import './page-feedback.css'

type ReadKind = components['schemas']['NewComment']['type']
type Said = { step: 'asking' } | { step: 'writing'; isUseful: boolean; text: string } | { step: 'sent' }
type Props = { type: ReadKind; slug: string }

const LONGEST = 500
const ASKING: Said = { step: 'asking' }
/** What was said of each page in this visit, so that nobody is asked twice and nothing typed is lost. */
const said = new Map<string, Said>()

/** "Was this page useful?", then room for a few words. */
export function PageFeedback({ type, slug }: Props) {
  const isPreview = useContext(PreviewContext)
  return isPreview ? null : <Feedback key={`${type}/${slug}`} type={type} slug={slug} />
}

function Feedback({ type, slug }: Props) {
  const { apiBase } = usePlatform()
  const page = `${type}/${slug}`
  const [now, setNow] = useState<Said>(said.get(page) ?? ASKING)
  const next = useRef<HTMLParagraphElement>(null)

  function change(to: Said) {
    said.set(page, to)
    setNow(to)
  }
  useEffect(() => {
    if (now.step !== 'asking') next.current?.focus()
  }, [now.step])
  // Who pressed a button and went on has answered, too. Words not sent on purpose stay here.
  useEffect(() => {
    function leave(isClosing: boolean) {
      const last = said.get(page)
      if (last?.step !== 'writing' || (last.text !== '' && !isClosing)) return
      said.set(page, { step: 'sent' })
      void tell(apiBase, '/api/page-comments', { type, slug, isUseful: last.isUseful })
    }
    const close = () => leave(true)
    addEventListener('pagehide', close)
    return () => {
      removeEventListener('pagehide', close)
      leave(false)
    }
  }, [apiBase, page, type, slug])

  return (
    <section className="section feedback" aria-labelledby="huu-ich">
      <h2 id="huu-ich">Trang này có hữu ích không?</h2>
      {now.step === 'asking' && (
        <div className="buttons">
          {[true, false].map((isUseful) => (
            <button
              key={String(isUseful)}
              type="button"
              className="button"
              onClick={() => change({ step: 'writing', isUseful, text: '' })}
            >
              {isUseful ? 'Có' : 'Chưa'}
            </button>
          ))}
        </div>
      )}
      {now.step !== 'asking' && (
        <p ref={next} tabIndex={-1} role="status">
          {now.step === 'sent' ? 'Đã gửi. Cảm ơn bạn.' : `Bạn chọn: ${now.isUseful ? 'Có' : 'Chưa'}.`}
        </p>
      )}
      {now.step === 'writing' && (
        <Words
          question={now.isUseful ? 'Điều gì giúp bạn?' : 'Trang này còn thiếu gì?'}
          text={now.text}
          onType={(text) => change({ ...now, text })}
          send={async () => {
            const comment = now.text.trim()
            const body = { type, slug, isUseful: now.isUseful, ...(comment === '' ? {} : { comment }) }
            const answer = await tell(apiBase, '/api/page-comments', body)
            if (answer?.ok) change({ step: 'sent' })
            return answer?.status
          }}
        />
      )}
    </section>
  )
}

function Words({
  question,
  text,
  onType,
  send,
}: {
  question: string
  text: string
  onType: (text: string) => void
  /** The status of the answer; nothing without a network. */
  send: () => Promise<number | undefined>
}) {
  const id = useId()
  const [problem, setProblem] = useState('')
  const [isSending, setSending] = useState(false)

  async function submit() {
    setSending(true)
    setProblem('')
    const status = await send()
    setSending(false)
    if (status !== 201) setProblem(problemOf(status))
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className="field">
        <label htmlFor={id}>{question} (không bắt buộc)</label>
        <textarea
          id={id}
          rows={3}
          maxLength={LONGEST}
          aria-describedby={`${id}-help`}
          value={text}
          onChange={(event) => onType(event.target.value)}
        />
        <p className="caption" id={`${id}-help`}>
          Đừng ghi họ tên, số điện thoại. Tên và số dài sẽ bị che trước khi lưu.
        </p>
      </div>
      {problem && (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="button main" disabled={isSending}>
          Gửi
        </button>
      </div>
    </form>
  )
}

function problemOf(status: number | undefined) {
  if (status === 429) return 'Vừa có nhiều góp ý được gửi. Bạn chờ ít phút rồi bấm Gửi lại, chữ bạn viết vẫn còn đây.'
  if (status === undefined)
    return 'Chưa có mạng nên chưa gửi được. Bạn bấm Gửi lại khi có mạng, chữ bạn viết vẫn còn đây.'
  return 'Chưa gửi được. Bạn chờ một chút rồi bấm Gửi lại, chữ bạn viết vẫn còn đây.'
}
