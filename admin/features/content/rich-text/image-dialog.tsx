import type { Editor } from '@tiptap/core'
import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { readProblem } from '../../../api/problem.ts'
import { problemText } from '../../../api/problem-text.ts'
import { uploadImage } from './upload-image.ts'

const SHORTEST_ALT = 3

/** A picture with the words that stand for it where it is not seen. */
export function ImageDialog({ editor, unitId, onClose }: { editor: Editor; unitId: string; onClose: () => void }) {
  const [file, setFile] = useState<File>()
  const [alt, setAlt] = useState('')
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function insert() {
    if (file === undefined) return setProblem('Chưa chọn tệp ảnh.')
    if (alt.trim().length < SHORTEST_ALT) return setProblem('Viết lời mô tả ảnh, ít nhất 3 chữ cái.')
    setSending(true)
    try {
      const { address } = await uploadImage(file, unitId)
      insertPicture(editor, { src: address, alt: alt.trim() })
      onClose()
    } catch (error) {
      setProblem(problemText(readProblem(error)))
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal
      open
      title="Chèn ảnh"
      onCancel={onClose}
      footer={
        <Button type="primary" loading={isSending} onClick={() => void insert()}>
          Chèn ảnh
        </Button>
      }
    >
      <div className="stack">
        {problem && <Alert type="error" showIcon role="alert" title={problem} />}
        <label htmlFor="rich-text-image">Tệp ảnh (PNG, JPEG hoặc WebP, tối đa 8 MB)</label>
        <input
          id="rich-text-image"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          onChange={({ target }) => setFile(target.files?.[0])}
        />
        <label htmlFor="rich-text-alt">Lời mô tả ảnh</label>
        <Input id="rich-text-alt" value={alt} maxLength={200} onChange={({ target }) => setAlt(target.value)} />
        <p className="caption">Người không nhìn thấy ảnh sẽ nghe lời này: nói ảnh cho biết điều gì.</p>
      </div>
    </Modal>
  )
}

/** Below the paragraph, list or table the cursor is in: a picture stands alone and splits nothing. */
function insertPicture(editor: Editor, attrs: { src: string; alt: string }) {
  const { $to } = editor.state.selection
  const place = $to.depth === 0 ? $to.pos : $to.after(1)
  editor
    .chain()
    .insertContentAt(place, [{ type: 'image', attrs }, { type: 'paragraph' }])
    .focus(place + 2)
    .run()
}
