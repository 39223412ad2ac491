import { App, Button, Input, type InputRef } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { markUnsaved } from '../../ui/unsaved.ts'
import './staff.css'

/** Shown once: leaving before it is kept asks first. */
export function OneTimeSecret({
  title,
  label,
  secret,
  onKept,
  children,
}: {
  title: string
  label: string
  secret: string
  onKept: () => void
  /** What to do with it. */
  children: ReactNode
}) {
  const { message } = App.useApp()
  const [isCopied, setCopied] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<InputRef>(null)
  const id = useId()
  useEffect(() => {
    heading.current?.focus()
    markUnsaved(id, true)
    return () => markUnsaved(id, false)
  }, [id])

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      field.current?.select()
      message.error('Trình duyệt không cho chép. Anh/chị bấm Ctrl+C để chép dòng đang chọn.')
    }
  }
  return (
    <section className="note good stack one-time" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <Input ref={field} readOnly value={secret} aria-label={label} onFocus={({ target }) => target.select()} />
      {children}
      <div className="buttons">
        <Button type="primary" onClick={() => void copy()}>
          Chép
        </Button>
        <Button
          onClick={() => {
            markUnsaved(id, false)
            onKept()
          }}
        >
          Tôi đã cất xong
        </Button>
        <span role="status">{isCopied && 'Đã chép.'}</span>
      </div>
    </section>
  )
}
