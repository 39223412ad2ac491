import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { SearchField, SelectFilter } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { may, useMe } from '../account/session.ts'
import { bankColumns } from './bank-columns.tsx'
import { BankFiles } from './bank-files.tsx'
import { AUDIENCES, DIFFICULTIES, FLAGS, LISTS, POOLS, useBankFilters } from './bank-filters.ts'
import { PublishBar } from './publish-bar.tsx'
import { useTopics } from './use-topics.ts'
import type { BankRow } from './words.ts'
import './quizzes.css'

export default function BankScreen() {
  const navigate = useNavigate()
  const { data: me } = useMe()
  return (
    <ScreenFrame
      title="Ngân hàng câu hỏi"
      intro="Câu hỏi ôn luyện và câu hỏi hội thi. Câu của hội thi được giữ kín đến khi anh/chị chuyển kho."
      actions={
        me &&
        may(me, 'quizzes.write') && (
          <Button type="primary" onClick={() => navigate('/ngan-hang-cau-hoi/them')}>
            Soạn câu hỏi
          </Button>
        )
      }
    >
      <Lists />
      <BankFiles />
      <Bank />
    </ScreenFrame>
  )
}

function Lists() {
  const { query } = useBankFilters()
  return (
    <nav aria-label="Các danh sách câu hỏi">
      <ul className="bank-lists">
        {LISTS.map(({ value, label }) => (
          <li key={value}>
            <Link
              to={value === 'published' ? '.' : `?state=${value}`}
              aria-current={value === query.state ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Bank() {
  const { query, isFiltered } = useBankFilters()
  const { nameOf } = useTopics()
  const { data: me } = useMe()
  const list = api.useInfiniteQuery('get', '/admin/api/questions', { params: { query } }, BY_CURSOR)
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const picked = rows.filter(({ id }) => ids.has(id))
  const setPicked = (chosen: BankRow[]) => setIds(new Set(chosen.map(({ id }) => id)))
  const isDrafts = query.state === 'draft'
  const mayPublish = isDrafts && me !== undefined && may(me, 'quizzes.publish')
  return (
    <>
      {mayPublish && <PublishBar picked={picked} onPick={setPicked} />}
      <DataTable
        name="Câu hỏi"
        list={list}
        rowKey={({ id }) => id}
        columns={bankColumns(nameOf, isDrafts)}
        linkTo={({ id }) => `/ngan-hang-cau-hoi/${id}`}
        picking={mayPublish ? { picked, onPick: setPicked, label: ({ code }) => `Chọn ${code}` } : undefined}
        file={{
          name: 'cau-hoi',
          readPage: (cursor) => client.GET('/admin/api/questions', { params: { query: { ...query, cursor } } }),
        }}
        filters={<Filters />}
        empty={emptyWords(list.hasNextPage, isFiltered)}
      />
    </>
  )
}

function emptyWords(hasMore: boolean, isFiltered: boolean) {
  if (hasMore) return 'Chưa thấy câu nào khớp trong phần vừa tìm. Bấm Xem thêm để tìm tiếp.'
  return isFiltered ? 'Không có câu hỏi nào khớp.' : 'Chưa có câu hỏi nào ở đây.'
}

function Filters() {
  const { query, setFilter } = useBankFilters()
  const { options } = useTopics()
  return (
    <>
      <SearchField label="Tìm theo lời hoặc mã" value={query.q} onSearch={(text) => setFilter('q', text)} />
      <SelectFilter
        label="Chủ đề"
        value={query.topic}
        options={options}
        onChange={(text) => setFilter('topic', text)}
      />
      <SelectFilter
        label="Độ khó"
        value={query.difficulty}
        options={DIFFICULTIES}
        onChange={(text) => setFilter('difficulty', text)}
      />
      <SelectFilter
        label="Dành cho"
        value={query.audience}
        options={AUDIENCES}
        onChange={(text) => setFilter('audience', text)}
      />
      <SelectFilter label="Kho" value={query.pool} options={POOLS} onChange={(text) => setFilter('pool', text)} />
      {query.state === 'published' && (
        <SelectFilter
          label="Cần xem lại"
          value={query.flag}
          options={FLAGS}
          onChange={(text) => setFilter('flag', text)}
        />
      )}
    </>
  )
}
