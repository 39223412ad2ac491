import { Button, Modal } from 'antd'
import { useState } from 'react'
import { formatMoment } from '../../ui/dates.ts'
import { DiffList } from './diff-list.tsx'
import { type DraftText, diffDrafts, textOf } from './drafts.ts'
import type { Newer } from './newer-edition.ts'
import { contentProblemText } from './problem-words.ts'
import type { useDraft } from './use-draft.ts'

type Props = { draft: ReturnType<typeof useDraft> }

/** What stands between the text and its being saved: a colleague's edition, a failure, or words of an earlier visit. */
export function Meanwhile({ draft }: Props) {
  const { saved, newer, kept, text, save, takeKept, dropKept } = draft
  if (newer) return <Conflict draft={draft} newer={newer} text={text} />
  if (typeof saved === 'object')
    return (
      <div className="note bad stack" role="alert">
        <p>Chưa lưu được: {contentProblemText(saved.problem)} Chữ vừa nhập vẫn còn ở đây.</p>
        <Button onClick={() => void save()}>Lưu lại</Button>
      </div>
    )
  if (kept === undefined) return null
  return (
    <div className="note warn stack" role="status">
      <p>Lần trước anh/chị có viết mà chưa lưu được.</p>
      <div className="buttons">
        <Button type="primary" onClick={takeKept}>
          Lấy lại chữ đó
        </Button>
        <Button onClick={dropKept}>Bỏ</Button>
      </div>
    </div>
  )
}

function Conflict({ draft, newer, text }: Props & { newer: Newer; text: DraftText }) {
  const [isShown, setShown] = useState(false)
  const { by, edition } = newer
  return (
    <>
      <div className="note warn stack" role="alert">
        <p>
          {by ?? 'Một đồng nghiệp'} đã lưu bản này lúc {formatMoment(edition.updatedAt)}, sau khi anh/chị mở. Chữ của cả
          hai người đều còn, chưa có gì bị ghi đè.
        </p>
        <div className="buttons">
          <Button onClick={() => setShown(true)}>Xem bản của người kia</Button>
          <Button type="primary" onClick={draft.mergeWithNewer}>
            Chép lại phần của tôi vào bản mới nhất
          </Button>
        </div>
      </div>
      <Modal
        open={isShown}
        onCancel={() => setShown(false)}
        width={760}
        title="Bản của người kia so với bản của anh/chị"
        footer={[
          <Button key="theirs" danger onClick={draft.takeNewer}>
            Bỏ phần của tôi, dùng bản này
          </Button>,
          <Button key="mine" type="primary" onClick={draft.mergeWithNewer}>
            Chép lại phần của tôi vào bản mới nhất
          </Button>,
        ]}
      >
        <DiffList fields={diffDrafts(text, textOf(edition))} />
      </Modal>
    </>
  )
}
