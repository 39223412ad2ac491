import { Button } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router-dom'
import { api } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { UnitName } from '../staff/unit-name.tsx'
import { Editor } from './editor.tsx'
import type { Entry } from './entry.ts'
import { History } from './history.tsx'
import { PreviewLinks } from './preview-links.tsx'
import { StartDraft } from './start-draft.tsx'
import { StateTag } from './state-tag.tsx'
import { Timeline } from './timeline.tsx'
import { KIND_NAMES } from './words.ts'
import './content.css'

export default function EntryScreen() {
  const { entryId = '' } = useParams()
  const entry = api.useQuery('get', '/admin/api/entries/{id}', { params: { path: { id: entryId } } })
  const [newest] = entry.data?.editions ?? []
  return (
    <ScreenFrame
      title={newest?.title || entry.data?.slug || 'Nội dung'}
      intro={entry.data && <Facts entry={entry.data} />}
      actions={entry.data?.liveEditionId && <Button href={entry.data.path}>Xem trên ứng dụng</Button>}
    >
      <Ready asked={entry}>{(data) => <Parts key={data.id} entry={data} />}</Ready>
    </ScreenFrame>
  )
}

function Facts({ entry }: { entry: Entry }) {
  const live = entry.editions.find(({ id }) => id === entry.liveEditionId)
  return (
    <>
      {KIND_NAMES[entry.kind]} · <code>{entry.path}</code> · Phụ trách: {entry.ownerName ?? 'chưa giao ai'},{' '}
      <UnitName id={entry.unitId} /> {live && <StateTag state={live.state} />}
      {entry.goneAt && (
        <span>Đã gỡ khỏi ứng dụng{entry.goneTo === null ? '' : `, địa chỉ cũ dẫn đến ${entry.goneTo}`}.</span>
      )}
    </>
  )
}

const PARTS = {
  '': 'Soạn thảo',
  ban: 'Bản công bố và lịch sử',
  viec: 'Dòng thời gian',
  'xem-truoc': 'Liên kết xem trước',
}

function Parts({ entry }: { entry: Entry }) {
  const [search] = useSearchParams()
  const part = search.get('muc') ?? ''
  return (
    <>
      <nav aria-label="Các phần của nội dung này">
        <ul className="parts">
          {Object.entries(PARTS).map(([key, label]) => (
            <li key={key}>
              <Link to={key === '' ? '.' : `?muc=${key}`} aria-current={key === part ? 'page' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {/* Looking elsewhere does not take away what is being typed. */}
      <div hidden={part !== ''}>
        <Writing entry={entry} />
      </div>
      {part === 'ban' && <History entry={entry} />}
      {part === 'viec' && <Timeline entryId={entry.id} />}
      {part === 'xem-truoc' && <PreviewLinks entryId={entry.id} />}
    </>
  )
}

function Writing({ entry }: { entry: Entry }) {
  const working = entry.openEditionId ?? entry.liveEditionId ?? entry.editions[0]?.id
  return (
    <>
      {entry.openEditionId === null && entry.mayWrite && <Next entry={entry} />}
      {working && <Editor key={working} entry={entry} editionId={working} />}
    </>
  )
}

/** What people read stays as it is while the next edition is written. */
function Next({ entry }: { entry: Entry }) {
  return (
    <div className="note start-draft">
      <p>
        Bản dưới đây không sửa được nữa. Muốn thay đổi, soạn một bản mới: bản đang công bố giữ nguyên đến khi bản mới
        được duyệt.
      </p>
      <StartDraft entry={entry} label="Soạn bản mới" />
    </div>
  )
}
