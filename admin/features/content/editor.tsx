import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { lazy, Suspense, useCallback, useEffect, useRef } from 'react'
import { formatMoment } from '../../ui/dates.ts'
import { Ready, Waiting } from '../../ui/states.tsx'
import { EntryLinks } from '../upkeep/entry-links.tsx'
import { ChangeNote } from './change-note.tsx'
import type { Edition, Entry } from './entry.ts'
import { Meanwhile } from './meanwhile.tsx'
import { PreviewFrame } from './preview-frame.tsx'
import { ON_ITS_WAY, ProblemsPanel } from './problems-panel.tsx'
import { StateTag } from './state-tag.tsx'
import { Steps } from './steps.tsx'
import { type Saved, useDraft } from './use-draft.ts'
import { editionKey, useEdition } from './use-edition.ts'
import { useRefreshContent } from './use-refresh-content.ts'

/** What names an edition, but is not the edition itself. */
const TELLS_OF_EDITION = /^\/admin\/api\/(entries|editions\/\{id\}\/diff)/

const BodyForm = lazy(() => import('./body-form.tsx').then(({ BodyForm: Form }) => ({ default: Form })))

/** One edition: what it says, what it lacks, what may be done with it, and how it will look. */
export function Editor({ entry, editionId }: { entry: Entry; editionId: string }) {
  const edition = useEdition(editionId)
  return <Ready asked={edition}>{(data) => <Writing entry={entry} edition={data} />}</Ready>
}

function Writing({ entry, edition }: { entry: Entry; edition: Edition }) {
  const cache = useQueryClient()
  const refresh = useRefreshContent()
  const reload = useRef<() => void>(() => undefined)
  const onSaved = useCallback(
    (next: Edition) => {
      cache.setQueryData(editionKey(next.id), next)
      void cache.invalidateQueries({ predicate: ({ queryKey: [, path] }) => TELLS_OF_EDITION.test(String(path)) })
      reload.current()
    },
    [cache],
  )
  const draft = useDraft(edition, onSaved)
  const { text, saved, change, save } = draft
  const onBody = useCallback((body: Edition['body']) => change({ body }), [change])
  useSaveKey(edition.mayEdit, save)

  return (
    <div className="writing">
      <div className="writing-main">
        <div className="writing-bar">
          <StateTag state={edition.state} /> <span>Bản {edition.number}</span>
          {edition.state === 'scheduled' && edition.scheduledFor && (
            <span>Tự công bố lúc {formatMoment(edition.scheduledFor)}</span>
          )}
          <Steps entry={entry} edition={edition} latest={edition.mayEdit ? save : undefined} onTaken={refresh} />
        </div>
        <Remarks edition={edition} />
        <ProblemsPanel edition={edition} />
        <EntryLinks entryId={entry.id} />
        <Suspense fallback={<Waiting rows={12} />}>
          <BodyForm
            kind={entry.kind}
            value={text.body}
            onChange={onBody}
            problems={ON_ITS_WAY.has(edition.state) ? edition.problems.forPublishing : []}
            unitId={entry.unitId}
            readOnly={!edition.mayEdit}
          />
        </Suspense>
        {edition.mayEdit && edition.number > 1 && <ChangeNote text={text} change={change} />}
        {edition.mayEdit && (
          <div className="save-bar">
            <Meanwhile draft={draft} />
            <div className="buttons">
              <Button onClick={() => void save()} disabled={saved === 'saved' || saved === 'saving'}>
                Lưu nháp
              </Button>
              <SavedWords saved={saved} at={edition.updatedAt} />
            </div>
          </div>
        )}
      </div>
      <PreviewFrame entry={entry} onReady={(next) => (reload.current = next)} />
    </div>
  )
}

function SavedWords({ saved, at }: { saved: Saved; at: string }) {
  return (
    <span className="caption" role="status">
      {savedWords(saved, at)}
    </span>
  )
}

function savedWords(saved: Saved, at: string) {
  if (saved === 'saved') return `Đã lưu lúc ${formatMoment(at).slice(-'10:32'.length)}`
  if (saved === 'saving') return 'Đang lưu…'
  return saved === 'unsaved' ? 'Chưa lưu' : 'Chưa lưu được, chữ vẫn còn ở đây'
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
