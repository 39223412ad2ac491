import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { SearchField, SelectFilter } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { type Me, may, useMe } from '../account/session.ts'
import { AnswerCheckNote } from '../conversations/answer-checks-card.tsx'
import { formatDay } from '../units/words.ts'
import type { EntryFilters, EntryRow } from './entry.ts'
import { NewEntryDialog } from './new-entry-dialog.tsx'
import { ReviewDate } from './review-date.tsx'
import { StateTag } from './state-tag.tsx'
import { UnitFilter } from './unit-filter.tsx'
import { KIND_NAMES, optionsOf, STATE_NAMES } from './words.ts'

const ONLY_NAMES = {
  due: 'Quá hạn rà soát',
  second_look: 'Cần hậu kiểm',
  mine: 'Tôi đã viết',
}

const COLUMNS: Column<EntryRow>[] = [
  { key: 'title', title: 'Tên', cell: ({ title, slug }) => title || slug },
  { key: 'kind', title: 'Loại', width: 125, cell: ({ kind }) => KIND_NAMES[kind] },
  { key: 'state', title: 'Trạng thái', width: 160, cell: (row) => <Standing {...row} />, text: standingText },
  { key: 'unit', title: 'Đơn vị', width: 170, cell: ({ unitName }) => unitName },
  { key: 'updated', title: 'Sửa lúc', width: 150, cell: ({ updatedAt }) => formatMoment(updatedAt) },
  {
    key: 'review',
    title: 'Rà soát trước',
    width: 130,
    cell: ({ reviewBy }) => <ReviewDate day={reviewBy} />,
    text: ({ reviewBy }) => reviewBy && formatDay(reviewBy),
  },
]

export default function ContentScreen() {
  const { data: me } = useMe()
  const { filters, setFilter, isFiltered } = useFilters('q', 'kind', 'state', 'only', 'unitId')
  const [isNew, setNew] = useState(false)
  const list = api.useInfiniteQuery(
    'get',
    '/admin/api/entries',
    { params: { query: filters as EntryFilters } },
    BY_CURSOR,
  )
  const readPage = (cursor: string | undefined) =>
    client.GET('/admin/api/entries', { params: { query: { ...(filters as EntryFilters), cursor } } })
  const writes = me !== undefined && may(me, 'content.write')
  return (
    <ScreenFrame
      title="Nội dung"
      intro="Mọi thứ người dân đọc trên ứng dụng, và những bản còn đang soạn."
      actions={
        writes && (
          <Button type="primary" onClick={() => setNew(true)}>
            Viết mới
          </Button>
        )
      }
    >
      <AnswerCheckNote />
      <DataTable
        name="Nội dung"
        list={list}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        linkTo={({ id }) => `/noi-dung/${id}`}
        file={{ name: 'noi-dung', readPage }}
        filters={
          <>
            <SearchField label="Tìm trong tên và lời văn" value={filters.q} onSearch={(text) => setFilter('q', text)} />
            <SelectFilter
              label="Loại"
              value={filters.kind}
              options={optionsOf(KIND_NAMES)}
              onChange={(kind) => setFilter('kind', kind)}
            />
            <SelectFilter
              label="Trạng thái"
              value={filters.state}
              options={optionsOf(STATE_NAMES)}
              onChange={(state) => setFilter('state', state)}
            />
            <SelectFilter
              label="Chỉ xem"
              value={filters.only}
              options={optionsOf(ONLY_NAMES)}
              onChange={(only) => setFilter('only', only)}
            />
            {me && isOverSeveral(me) && (
              <UnitFilter value={filters.unitId} onChange={(id) => setFilter('unitId', id)} />
            )}
          </>
        }
        empty={isFiltered ? 'Không có nội dung nào khớp bộ lọc.' : 'Chưa có nội dung nào. Bấm “Viết mới” để bắt đầu.'}
      />
      {isNew && me && <NewEntryDialog me={me} onClose={() => setNew(false)} />}
    </ScreenFrame>
  )
}

function isOverSeveral(me: Me) {
  return me.permissions.some(({ permission, unitIds }) => permission === 'content.read' && unitIds.length > 1)
}

function Standing({ state, scheduledFor, ...row }: EntryRow) {
  const { live, secondLook } = asides({ state, ...row })
  return (
    <>
      <StateTag state={state} />
      {live && <Tag>{live}</Tag>}
      {secondLook && <Tag color="warning">{secondLook}</Tag>}
      {scheduledFor && state === 'scheduled' && <span className="caption">{formatMoment(scheduledFor)}</span>}
    </>
  )
}

function standingText({ state, scheduledFor, ...row }: EntryRow) {
  const { live, secondLook } = asides({ state, ...row })
  const at = state === 'scheduled' && scheduledFor ? formatMoment(scheduledFor) : ''
  return [STATE_NAMES[state], at, live, secondLook].filter(Boolean).join(', ')
}

/** What is told beside the state. */
function asides({ state, isLive, needsSecondLook }: Pick<EntryRow, 'state' | 'isLive' | 'needsSecondLook'>) {
  return {
    live: isLive && state !== 'published' && state !== 'withdrawn' ? 'có bản đang công bố' : '',
    secondLook: needsSecondLook ? 'cần hậu kiểm' : '',
  }
}
