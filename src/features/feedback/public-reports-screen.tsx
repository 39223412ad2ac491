import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import { formatDate } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Empty } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { usePaused } from '../../ui/use-paused.ts'
import { MoreButton } from './more-button.tsx'
import './feedback.css'

type Query = { q?: string; categoryId?: string; cursor?: string }

export default function PublicReportsScreen() {
  const [params, setParams] = useSearchParams()
  const [typed, setTyped] = useState(params.get('q') ?? '')
  const q = usePaused(typed.trim())
  const categoryId = params.get('muc') ?? ''
  const categories = useApi().useAsk('/api/feedback/categories')

  useEffect(() => {
    setParams({ ...(q && { q }), ...(categoryId && { muc: categoryId }) }, { replace: true })
  }, [q, categoryId, setParams])

  return (
    <Screen title="Phản ánh đã trả lời" below="Những việc người gửi cho đăng, đã che tên và thông tin riêng.">
      <div className="stack">
        <TextField
          id="tim-viec"
          label="Tìm trong các việc đã trả lời"
          type="search"
          autoComplete="off"
          maxLength={100}
          value={typed}
          onChange={setTyped}
        />
        <SelectField
          label="Mục"
          value={categoryId}
          options={(categories.data?.items ?? []).map(({ id, name }) => [id, name])}
          onChange={(muc) => setParams({ ...(q && { q }), ...(muc && { muc }) }, { replace: true })}
        />
        <Page key={`${q} ${categoryId}`} query={{ ...(q && { q }), ...(categoryId && { categoryId }) }} />
      </div>
    </Screen>
  )
}

function Page({ query }: { query: Query }) {
  const reports = useApi().useAsk('/api/feedback/answered', { query })
  return (
    <OwnReady asked={reports}>
      {({ items, nextCursor }) => (
        <div className="stack">
          {items.length === 0 && <NothingFound isFiltered={query.q !== undefined || query.categoryId !== undefined} />}
          {items.length > 0 && (
            <ul className="rows">
              {items.map(({ code, title, unitName, answeredOn, followers }) => (
                <li key={code}>
                  <RowLink
                    to={`/phan-anh/da-tra-loi/${code}`}
                    title={title}
                    help={`${unitName} · ${formatDate(answeredOn)}${followers > 0 ? ` · ${followers} người cũng gặp` : ''}`}
                  />
                </li>
              ))}
            </ul>
          )}
          {nextCursor !== null && (
            <MoreButton>
              <Page query={{ ...query, cursor: nextCursor }} />
            </MoreButton>
          )}
        </div>
      )}
    </OwnReady>
  )
}

function NothingFound({ isFiltered }: { isFiltered: boolean }) {
  return (
    <Empty>
      {isFiltered
        ? 'Không có việc nào khớp. Bạn gõ ngắn hơn hoặc chọn mục khác.'
        : 'Chưa có việc nào được đăng. Việc đã trả lời chỉ được đăng khi người gửi cho phép.'}
    </Empty>
  )
}
