import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router-dom'
import { api, BY_CURSOR, client, ifMatch } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { SelectFilter } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Empty, Failed, Waiting } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { formatDay } from '../units/words.ts'
import { isAcceptable, RecheckRows } from './recheck-rows.tsx'
import { type AcceptReport, OUTCOME_WORDS, RESULT_WORDS, type Recheck, type RecheckRow } from './words.ts'
import './upkeep.css'

/** As many rows as one request may name. */
const MOST_AT_ONCE = 500

export default function RecheckScreen() {
  const { id = '' } = useParams()
  const { filters, setFilter } = useFilters('outcome')
  const outcome = toOutcome(filters.outcome)
  const query = outcome === 'all' ? {} : { outcome }
  const list = api.useInfiniteQuery('get', '/admin/api/rechecks/{id}', { params: { path: { id }, query } }, BY_CURSOR)
  const [first] = list.data?.pages ?? []
  if (first === undefined)
    return (
      <ScreenFrame title="Đối chiếu thủ tục">
        {list.error ? <Failed problem={list.error} onRetry={list.refetch} isLoad /> : <Waiting />}
      </ScreenFrame>
    )
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <ScreenFrame
      title={`${first.name}, ngày ${formatDay(first.exportedOn)}`}
      intro={
        <>
          Đối chiếu lúc {formatMoment(first.createdAt)}.{' '}
          <Link to="/doi-chieu" className="underlined">
            Các lần khác
          </Link>
        </>
      }
    >
      <Counts recheck={first} />
      <div className="filters">
        <SelectFilter
          label="Kết quả"
          value={outcome === 'all' ? undefined : outcome}
          options={Object.entries(OUTCOME_WORDS).map(([value, label]) => ({ value, label }))}
          onChange={(value) => setFilter('outcome', value ?? 'all')}
        />
      </div>
      {rows.length === 0 ? (
        <Empty>Không có thủ tục nào ở đây.</Empty>
      ) : (
        <Accepting key={outcome} recheck={first} rows={rows} />
      )}
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Xem thêm
        </Button>
      )}
    </ScreenFrame>
  )
}

function Counts({ recheck: { counts, elsewhere } }: { recheck: Recheck }) {
  return (
    <ul className="recheck-counts">
      {Object.entries(OUTCOME_WORDS).map(([outcome, words]) => (
        <li key={outcome}>
          {words}: <strong>{counts[outcome as RecheckRow['outcome']]}</strong>
        </li>
      ))}
      {elsewhere > 0 && <li>Do đơn vị khác viết, bỏ qua: {elsewhere}</li>}
    </ul>
  )
}

/** Rows to tick, and one button that makes drafts of those ticked. */
function Accepting({ recheck, rows }: { recheck: Recheck; rows: RecheckRow[] }) {
  const cache = useQueryClient()
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const [report, setReport] = useState<AcceptReport>()
  const acceptable = rows.filter(isAcceptable).map(({ code }) => code)

  async function accept() {
    setSending(true)
    setProblem(undefined)
    const { data, error } = await client.POST('/admin/api/rechecks/{id}/accept', {
      params: { path: { id: recheck.id }, header: ifMatch(recheck.version) },
      body: { rows: [...chosen].slice(0, MOST_AT_ONCE) },
    })
    setProblem(error)
    if (data) {
      setReport(data)
      choose(new Set())
    }
    await cache.invalidateQueries({ queryKey: ['get', '/admin/api/rechecks/{id}'] })
    setSending(false)
  }
  return (
    <>
      {report && <Report report={report} />}
      <RecheckRows rows={rows} chosen={chosen} onChoose={choose} />
      {acceptable.length > 0 && (
        <div className="recheck-bar">
          {problem !== undefined && <Failed problem={problem} />}
          <Button type="primary" disabled={chosen.size === 0} loading={isSending} onClick={() => void accept()}>
            Nhận {chosen.size} thủ tục làm bản nháp
          </Button>
          <Button onClick={() => choose(chosen.size > 0 ? new Set() : new Set(acceptable))}>
            {chosen.size > 0 ? 'Bỏ chọn' : `Chọn cả ${acceptable.length} thủ tục đang hiện`}
          </Button>
        </div>
      )}
    </>
  )
}

function Report({ report: { results } }: { report: AcceptReport }) {
  const drafted = results.filter(({ result }) => result === 'drafted').length
  const others = results.filter(({ result }) => result !== 'drafted')
  return (
    <div className={others.length === 0 ? 'note good' : 'note warn'} role="status">
      <p>Đã tạo {drafted} bản nháp. Anh/chị mở từng bản, đọc lại rồi gửi duyệt.</p>
      {others.length > 0 && (
        <ul>
          {others.map(({ code, result }) => (
            <li key={code}>
              {code}: {RESULT_WORDS[result]}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function toOutcome(text: string | undefined): RecheckRow['outcome'] | 'all' {
  if (text === 'all') return text
  return text !== undefined && text in OUTCOME_WORDS ? (text as RecheckRow['outcome']) : 'changed'
}
