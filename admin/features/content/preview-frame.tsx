import { Button, Drawer } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { client } from '../../api/client.ts'
import { readProblem } from '../../api/problem.ts'
import { problemText } from '../../api/problem-text.ts'
import { useMedia } from '../../ui/use-media.ts'
import type { Entry } from './entry.ts'
import { keepPreview, readPreview } from './kept-preview.ts'

const BESIDE = '(min-width: 80em)'

/** The draft on the very screen people will read it on, in the size of a phone; on a phone, the whole screen. */
export function PreviewFrame({ entry, onReady }: { entry: Entry; onReady: (reload: () => void) => void }) {
  const isBeside = useMedia(BESIDE)
  const [isOpen, setOpen] = useState(false)
  const { path, problem } = usePreviewPath(entry.id, isBeside || isOpen)
  const frame = useRef<HTMLIFrameElement>(null)

  useEffect(() => {
    onReady(() => frame.current?.contentWindow?.postMessage({ type: 'preview-changed' }, location.origin))
  }, [onReady])
  const page = path ? <iframe ref={frame} src={path} title="Màn hình ứng dụng với bản đang soạn" /> : null
  const why = problem !== undefined && <p className="note bad">{problemText(readProblem(problem))}</p>

  if (isBeside)
    return (
      <aside className="preview" aria-label="Xem trước trên điện thoại">
        {why}
        {page && <div className="phone">{page}</div>}
      </aside>
    )
  return (
    <>
      <Button onClick={() => setOpen(true)}>Xem trước trên điện thoại</Button>
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        placement="bottom"
        size="100%"
        title="Xem trước, bản đã lưu gần nhất"
        rootClassName="preview-drawer"
        destroyOnHidden
      >
        {why}
        {page}
      </Drawer>
    </>
  )
}

/** An address of the draft, made when it is first looked at and good for as long as this tab is open. */
function usePreviewPath(entryId: string, isWanted: boolean) {
  const [path, setPath] = useState(() => readPreview(entryId))
  const [problem, setProblem] = useState<unknown>()
  const isAsked = useRef(false)
  useEffect(() => {
    if (!isWanted || path !== undefined || isAsked.current) return
    isAsked.current = true
    makePath(entryId).then(setPath, setProblem)
  }, [isWanted, path, entryId])
  return { path, problem }
}

async function makePath(entryId: string) {
  const { data, error } = await client.POST('/admin/api/entries/{id}/preview-links', {
    params: { path: { id: entryId } },
    body: { label: 'Soạn thảo', isOwn: true },
  })
  if (error) throw error
  keepPreview(entryId, data.path)
  return data.path
}
