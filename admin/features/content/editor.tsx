import { Alert, Button, Input, Radio } from 'antd'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { Ready, Waiting } from '../../ui/states.tsx'
import { differingFields } from './drafts.ts'
import type { ChangeKind, Edition, Entry } from './entry.ts'
import { fieldName } from './field-names.ts'
import { PreviewFrame } from './preview-frame.tsx'
import { contentProblemText } from './problem-words.ts'
import { ProblemsPanel } from './problems-panel.tsx'
import { StateTag } from './state-tag.tsx'
import { Steps } from './steps.tsx'
import { type Saved, useDraft } from './use-draft.ts'
import { useRefreshContent } from './use-refresh-content.ts'

const BodyForm = lazy(() => import('./body-form.tsx').then(({ BodyForm: Form }) => ({ default: Form })))

/** One edition: what it says, what it lacks, what may be done with it, and how it will look. */
export function Editor({ entry, editionId }: { entry: Entry; editionId: string }) {
  const edition = api.useQuery(
    'get',
    '/admin/api/editions/{id}',
    { params: { path: { id: editionId } } },
    { refetchOnReconnect: false, staleTime: Number.POSITIVE_INFINITY },
  )
  return <Ready asked={edition}>{(data) => <Writing key={data.state} entry={entry} edition={data} />}</Ready>
}

function Writing({ entry, edition: opened }: { entry: Entry; edition: Edition }) {
  const [edition, setEdition] = useState(opened)
  const refresh = useRefreshContent()
  const preview = useRef<() => void>(() => undefined)
  const onSaved = useCallback((next: Edition) => {
    setEdition(next)
    preview.current()
  }, [])
  const draft = useDraft(edition, onSaved)
  const { text, saved, change, save } = draft
  const onBody = useCallback((body: Edition['body']) => change({ body }), [change])
  useSaveKey(edition.mayEdit, save)

  /** A step is taken with what is on the screen, so what is not saved yet is saved first. */
  async function latest() {
    return saved === 'saved' ? edition : await save()
  }
  return (
    <div className="writing">
      <div className="writing-main">
        <div className="writing-bar">
          <StateTag state={edition.state} /> <span>Bản {edition.number}</span>
          {edition.mayEdit && (
            <>
              <SavedWords saved={saved} at={edition.updatedAt} />
              <Button onClick={() => void save()} disabled={saved === 'saved' || saved === 'saving'}>
                Lưu nháp
              </Button>
            </>
          )}
          <Steps entry={entry} edition={edition} latest={latest} onTaken={refresh} />
        </div>
        <Meanwhile draft={draft} />
        <Remarks edition={edition} />
        <ProblemsPanel edition={edition} />
        <Suspense fallback={<Waiting rows={12} />}>
          <BodyForm
            kind={entry.kind}
            value={text.body}
            onChange={onBody}
            problems={edition.mayEdit ? edition.problems.forPublishing : []}
            unitId={entry.unitId}
            readOnly={!edition.mayEdit}
          />
        </Suspense>
        {edition.mayEdit && edition.number > 1 && <ChangeNote text={text} change={change} />}
      </div>
      <PreviewFrame entry={entry} onReady={(reload) => (preview.current = reload)} />
    </div>
  )
}

function SavedWords({ saved, at }: { saved: Saved; at: string }) {
  const time = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' })
  const words =
    saved === 'saved'
      ? `Đã lưu lúc ${time.format(new Date(at))}`
      : saved === 'saving'
        ? 'Đang lưu…'
        : saved === 'unsaved'
          ? 'Chưa lưu'
          : 'Chưa lưu được, chữ vẫn còn ở đây'
  return (
    <span className="caption" role="status">
      {words}
    </span>
  )
}

/** What stands between the text and its being saved: a failure, somebody else's edition, or words of an earlier visit. */
function Meanwhile({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const { saved, theirs, kept, text, save, mergeWithTheirs, takeTheirs, takeKept, dropKept } = draft
  if (theirs) {
    const fields = differingFields(text, theirs).map(fieldName)
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title="Đồng nghiệp vừa lưu bản này. Chưa có gì bị ghi đè."
        description={`Khác nhau ở: ${fields.join(', ') || 'không mục nào'}.`}
        action={
          <div className="buttons">
            <Button type="primary" onClick={mergeWithTheirs}>
              Ghép phần của tôi vào
            </Button>
            <Button onClick={takeTheirs}>Lấy bản của đồng nghiệp</Button>
          </div>
        }
      />
    )
  }
  if (typeof saved === 'object')
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={contentProblemText(saved.problem)}
        action={<Button onClick={() => void save()}>Lưu lại</Button>}
      />
    )
  if (kept === undefined) return null
  return (
    <Alert
      type="info"
      showIcon
      title="Lần trước anh/chị có viết mà chưa lưu được."
      action={
        <div className="buttons">
          <Button type="primary" onClick={takeKept}>
            Lấy lại chữ đó
          </Button>
          <Button onClick={dropKept}>Bỏ</Button>
        </div>
      }
    />
  )
}

function Remarks({ edition: { state, urgentReason, needsSecondLook, withdrawnReason } }: { edition: Edition }) {
  if (needsSecondLook)
    return <Alert type="warning" showIcon title={`Công bố khẩn, cần hậu kiểm. Lý do: ${urgentReason ?? ''}`} />
  if (state === 'withdrawn')
    return <Alert type="warning" showIcon title={`Trang có dòng “hết hiệu lực”. Lý do: ${withdrawnReason ?? ''}`} />
  if (state === 'returned')
    return <Alert type="warning" showIcon title="Bản này được trả lại. Lý do ở Dòng thời gian; sửa xong thì gửi lại." />
  return null
}

function ChangeNote({
  text,
  change,
}: {
  text: { changeKind: ChangeKind | null; changeNote: string | null }
  change: (next: { changeKind?: ChangeKind; changeNote?: string | null }) => void
}) {
  return (
    <fieldset className="change-note">
      <legend>Lần này thay đổi gì</legend>
      <Radio.Group value={text.changeKind} onChange={({ target }) => change({ changeKind: target.value })}>
        <Radio value="minor">Nhỏ: sửa câu chữ</Radio>
        <Radio value="major">Lớn: người dân cần biết, ghi chú hiện trên trang</Radio>
      </Radio.Group>
      <label htmlFor="change-note">Ghi chú thay đổi</label>
      <Input.TextArea
        id="change-note"
        rows={2}
        maxLength={500}
        value={text.changeNote ?? ''}
        onChange={({ target }) => change({ changeNote: target.value === '' ? null : target.value })}
      />
    </fieldset>
  )
}

/** Ctrl+S saves, as everywhere else. */
function useSaveKey(isOn: boolean, save: () => Promise<unknown>) {
  useEffect(() => {
    if (!isOn) return
    function onKey(event: KeyboardEvent) {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      void save()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [isOn, save])
}
