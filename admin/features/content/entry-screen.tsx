import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { api, client } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Failed, Ready } from '../../ui/states.tsx'
import { Editor } from './editor.tsx'
import type { Entry } from './entry.ts'
import { History } from './history.tsx'
import { PreviewLinks } from './preview-links.tsx'
import { StateTag } from './state-tag.tsx'
import { Timeline } from './timeline.tsx'
import { useRefreshContent } from './use-refresh-content.ts'
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
      {KIND_NAMES[entry.kind]} · {entry.path} · Phụ trách: {entry.ownerName ?? 'chưa giao ai'}{' '}
      {live && <StateTag state={live.state} />}
      {entry.goneAt && (
        <span>Đã gỡ khỏi ứng dụng{entry.goneTo === null ? '' : `, địa chỉ cũ dẫn đến ${entry.goneTo}`}.</span>
      )}
    </>
  )
}

function Parts({ entry }: { entry: Entry }) {
  const working = entry.openEditionId ?? entry.liveEditionId ?? entry.editions[0]?.id
  return (
    <Tabs
      destroyOnHidden
      items={[
        {
          key: 'soan',
          label: 'Soạn thảo',
          children: (
            <>
              {entry.openEditionId === null && entry.mayWrite && <StartDraft entry={entry} />}
              {working && <Editor key={working} entry={entry} editionId={working} />}
            </>
          ),
        },
        { key: 'ban', label: 'Các bản', children: <History entry={entry} /> },
        { key: 'viec', label: 'Dòng thời gian', children: <Timeline entryId={entry.id} /> },
        { key: 'xem-truoc', label: 'Liên kết xem trước', children: <PreviewLinks entryId={entry.id} /> },
      ]}
    />
  )
}

/** What people read stays as it is while the next edition is written. */
function StartDraft({ entry }: { entry: Entry }) {
  const refresh = useRefreshContent()
  const [problem, setProblem] = useState<unknown>()
  const [isStarting, setStarting] = useState(false)
  async function start() {
    setStarting(true)
    const { error } = await client.POST('/admin/api/entries/{id}/editions', {
      params: { path: { id: entry.id } },
      body: {},
    })
    setStarting(false)
    setProblem(error)
    await refresh()
  }
  return (
    <div className="note start-draft">
      <p>
        Bản dưới đây không sửa được nữa. Muốn thay đổi, soạn một bản mới: bản đang công bố giữ nguyên đến khi bản mới
        được duyệt.
      </p>
      <Button type="primary" data-edit="" loading={isStarting} onClick={() => void start()}>
        Soạn bản mới
      </Button>
      {problem !== undefined && <Failed problem={problem} />}
    </div>
  )
}
