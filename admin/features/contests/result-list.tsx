import { Button, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { useFilters } from '../../ui/use-filters.ts'
import { asList } from './as-list.ts'
import { ResultHeadCard } from './result-head-card.tsx'
import { APART_WORDS, formatPercent, formatSpan, type Person, type RoundResult, type Unit } from './result-words.ts'
import type { Contest } from './words.ts'

type Props = { contest: Contest; shown: RoundResult }
type Which = { round?: number; block?: string; number?: number }

/** People and units of a block, in the version that stands or one before it. */
export function ResultList({ contest, shown }: Props) {
  const { filters, setFilter } = useFilters('bang', 'ban', 'xem')
  const { blocks } = contest.settings
  const current = shown.result?.number
  const number = filters.ban === undefined ? current : Number(filters.ban)
  const round = shown.round ?? undefined
  const block = filters.bang ?? blocks[0]?.id
  const which: Which = { round, block, number }
  const fileOf = (kind: string) => `/admin/api/contests/${contest.id}/results.${kind}${search({ round, number })}`
  const tools = (
    <>
      <Radio.Group
        optionType="button"
        value={filters.xem ?? 'nguoi'}
        options={[
          { value: 'nguoi', label: 'Cá nhân' },
          { value: 'don-vi', label: 'Đơn vị' },
        ]}
        onChange={({ target }) => setFilter('xem', target.value === 'nguoi' ? undefined : target.value)}
      />
      {blocks.length > 1 && (
        <Select
          aria-label="Bảng"
          value={block}
          options={blocks.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => setFilter('bang', id)}
          popupMatchSelectWidth={false}
        />
      )}
      <Button href={fileOf('docx')} download>
        Tải văn bản Word
      </Button>
    </>
  )
  const parts = { contest, which, tools }
  return (
    <>
      {number !== current && (
        <p className="note">
          Anh/chị đang xem bản số {number}, đã được thay.{' '}
          <button type="button" className="text-button" onClick={() => setFilter('ban', undefined)}>
            Xem bản đang dùng
          </button>
        </p>
      )}
      {filters.xem === 'don-vi' ? <Units {...parts} /> : <People {...parts} href={fileOf('xlsx')} />}
      <ResultHeadCard contest={contest} which={which} onVersion={(at) => setFilter('ban', String(at))} />
    </>
  )
}

function search(asked: Record<string, number | undefined>) {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `?${new URLSearchParams(given)}`
}

type ListProps = { contest: Contest; which: Which; tools: ReactNode }

function People({ contest: { id, settings }, which, tools, href }: ListProps & { href: string }) {
  const asked = { params: { path: { id }, query: which } }
  const people = api.useInfiniteQuery('get', '/admin/api/contests/{id}/results', asked, BY_CURSOR)
  const isDrawn = settings.tieBreaks.includes('draw')
  const columns: Column<Person>[] = [
    { key: 'name', title: 'Người dự thi', cell: ({ publicName }) => publicName },
    { key: 'rank', title: 'Hạng', align: 'right', cell: ({ rank }) => rank },
    { key: 'unit', title: 'Đơn vị', cell: ({ unitName }) => unitName ?? '' },
    { key: 'score', title: 'Điểm', align: 'right', cell: ({ score, outOf }) => `${score}/${outOf}` },
    ...(settings.prediction === 'none'
      ? []
      : [{ key: 'off', title: 'Lệch dự đoán', align: 'right', cell: distance } satisfies Column<Person>]),
    { key: 'took', title: 'Làm trong', cell: ({ takenMs }) => formatSpan(takenMs) },
    { key: 'at', title: 'Nộp lúc', cell: ({ submittedAt }) => formatMoment(submittedAt) },
    ...(isDrawn
      ? [{ key: 'draw', title: 'Rút thăm', cell: ({ draw }) => (draw === null ? '' : 'có') } satisfies Column<Person>]
      : []),
  ]
  return (
    <DataTable
      name="Kết quả cá nhân"
      list={people}
      rowKey={({ place }) => String(place)}
      columns={columns}
      file={{ href }}
      filters={tools}
      empty="Bảng này không có ai có bài được tính."
    />
  )
}

const distance = ({ distance: off }: Person) => off ?? 'không đoán'

const UNIT_COLUMNS: Column<Unit>[] = [
  { key: 'unit', title: 'Đơn vị', cell: ({ unitName }) => unitName },
  { key: 'rank', title: 'Hạng', cell: ({ rank, apart }) => rank ?? APART_WORDS[apart ?? 'no_headcount'] },
  { key: 'points', title: 'Điểm', align: 'right', cell: ({ points }) => points?.toLocaleString('vi-VN') ?? '' },
  {
    key: 'took',
    title: 'Tham gia',
    cell: ({ participants, headcount }) => `${participants} trên ${headcount ?? 'chưa rõ'}`,
  },
  { key: 'share', title: 'Tỷ lệ', align: 'right', cell: ({ participation }) => percentOf(participation) },
  { key: 'quality', title: 'Điểm trung bình', align: 'right', cell: ({ quality }) => percentOf(quality) },
]
const percentOf = (share: number | null) => (share === null ? '' : formatPercent(share * 100))

function Units({ contest: { id }, which, tools }: ListProps) {
  const params = { path: { id }, query: which }
  const units = api.useQuery('get', '/admin/api/contests/{id}/result-units', { params })
  return (
    <DataTable
      name="Kết quả đơn vị"
      list={asList(units)}
      rowKey={({ unit }) => unit}
      columns={UNIT_COLUMNS}
      file={{
        name: 'ket-qua-don-vi',
        readPage: () => client.GET('/admin/api/contests/{id}/result-units', { params }),
      }}
      filters={tools}
      empty="Bảng này không xếp hạng đơn vị."
    />
  )
}
