import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { client } from '../../api/client.ts'
import { useMedia } from '../../ui/use-media.ts'
import type { Entry } from './entry.ts'

const BESIDE = '(min-width: 80em)'

/** The draft on the very screen people will read it on, in the size of a phone; on a phone, on request. */
export function PreviewFrame({ entry, onReady }: { entry: Entry; onReady: (reload: () => void) => void }) {
  const isBeside = useMedia(BESIDE)
  const [isOpen, setOpen] = useState(false)
  const [path, setPath] = useState<string>()
  const frame = useRef<HTMLIFrameElement>(null)
  const isShown = isBeside || isOpen

  useEffect(() => {
    onReady(() => frame.current?.contentWindow?.postMessage({ type: 'preview-changed' }, location.origin))
  }, [onReady])
  useEffect(() => {
    if (!isShown || path !== undefined) return
    const params = { path: { id: entry.id } }
    void client
      .POST('/admin/api/entries/{id}/preview-links', { params, body: { label: 'Khung xem trước khi soạn' } })
      .then(({ data }) => setPath(data?.path))
  }, [isShown, path, entry.id])

  return (
    <aside className="preview" aria-label="Xem trước trên điện thoại">
      {!isBeside && (
        <Button onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? 'Đóng xem trước' : 'Xem trước trên điện thoại'}
        </Button>
      )}
      {isShown && path && (
        <div className="phone">
          <iframe ref={frame} src={path} title="Màn hình ứng dụng với bản đang soạn" />
        </div>
      )}
    </aside>
  )
}
