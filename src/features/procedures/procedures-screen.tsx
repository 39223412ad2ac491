import { useState } from 'react'
import { Link, useSearchParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import { Fold } from '../../ui/fold.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Empty, Ready } from '../../ui/states.tsx'
import { AUDIENCE_WORDS, LEVEL_WORDS } from './words.ts'

type Level = keyof typeof LEVEL_WORDS
type Audience = keyof typeof AUDIENCE_WORDS

/** The list; its filters live in the address, its later pages below the first. */
export default function ProceduresScreen() {
  const [params, setParams] = useSearchParams()
  const filters = {
    field: params.get('linh-vuc') ?? undefined,
    level: oneOf(LEVEL_WORDS, params.get('cap')),
    audience: oneOf(AUDIENCE_WORDS, params.get('ai')),
  }
  const first = useApi().useAsk('/api/procedures', { query: filters })
  function set(name: string, value: string) {
    const next = new URLSearchParams(params)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setParams(next, { replace: true })
  }
  return (
    <Screen title="Thủ tục hành chính" isTab below={first.data && `${first.data.total} thủ tục`}>
      <div className="search-box">
        <Icon name="search" />
        <Link className="look" to="/tim">
          Tìm theo tên, mã hoặc việc cần làm
        </Link>
      </div>
      <div className="section">
        <Fold title="Lọc danh sách">
          <div className="stack">
            <SelectField
              label="Dành cho ai"
              value={filters.audience ?? ''}
              options={Object.entries(AUDIENCE_WORDS)}
              onChange={(value) => set('ai', value)}
            />
            <SelectField
              label="Cấp giải quyết"
              value={filters.level ?? ''}
              options={Object.entries(LEVEL_WORDS)}
              onChange={(value) => set('cap', value)}
            />
            <SelectField
              label="Lĩnh vực"
              value={filters.field ?? ''}
              options={(first.data?.fields ?? []).map(({ name, count }) => [name, `${name} (${count})`])}
              onChange={(value) => set('linh-vuc', value)}
            />
          </div>
        </Fold>
      </div>
      <div className="section">
        <Ready asked={first}>
          {({ total }) =>
            total === 0 ? (
              <NothingFits onClear={() => setParams({}, { replace: true })} />
            ) : (
              <Pages key={params.toString()} filters={filters} />
            )
          }
        </Ready>
      </div>
    </Screen>
  )
}

type Filters = { field: string | undefined; level: Level | undefined; audience: Audience | undefined }

function Pages({ filters }: { filters: Filters }) {
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined])
  return (
    <>
      {cursors.map((cursor, at) => (
        <Page
          key={cursor ?? 'first'}
          filters={filters}
          cursor={cursor}
          isLast={at === cursors.length - 1}
          onMore={(next) => setCursors([...cursors, next])}
        />
      ))}
    </>
  )
}

type PageProps = { filters: Filters; cursor: string | undefined; isLast: boolean; onMore: (cursor: string) => void }

function Page({ filters, cursor, isLast, onMore }: PageProps) {
  const page = useApi().useAsk('/api/procedures', { query: { ...filters, cursor } })
  return (
    <Ready asked={page}>
      {({ items, nextCursor }) => (
        <>
          <ul className="rows">
            {items.map((item) => (
              <li key={item.code}>
                <RowLink
                  to={`/thu-tuc/${item.code}`}
                  title={item.plainName}
                  help={item.detail === 'listed' ? 'Chỉ có tên và địa chỉ chính thức' : item.timeSummary}
                />
              </li>
            ))}
          </ul>
          {isLast && nextCursor !== null && (
            <button type="button" className="button" onClick={() => onMore(nextCursor)}>
              Xem thêm
            </button>
          )}
        </>
      )}
    </Ready>
  )
}

function NothingFits({ onClear }: { onClear: () => void }) {
  return (
    <Empty>
      <p>Không có thủ tục nào khớp với bộ lọc này.</p>
      <button type="button" className="button" onClick={onClear}>
        Bỏ bộ lọc
      </button>
    </Empty>
  )
}

function oneOf<T extends string>(words: Record<T, string>, value: string | null): T | undefined {
  return Object.keys(words).find((key): key is T => key === value)
}
