import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { SelectFilter } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { may, useMe } from '../account/session.ts'
import { asList } from './as-list.ts'
import { NewContestDialog } from './new-contest-dialog.tsx'
import { type ContestSummary, optionsOf, STATE_NAMES, shownState, stateColour } from './words.ts'
import './builder.css'
import './contests.css'

const COLUMNS: Column<ContestSummary>[] = [
  { key: 'name', title: 'Hội thi', cell: ({ name }) => name },
  {
    key: 'state',
    title: 'Đang ở bước',
    cell: (contest) => <Tag color={stateColour(shownState(contest))}>{STATE_NAMES[shownState(contest)]}</Tag>,
    text: (contest) => STATE_NAMES[shownState(contest)],
  },
  { key: 'next', title: 'Việc kế tiếp theo giờ', cell: nextMoment },
  { key: 'rounds', title: 'Số vòng', align: 'right', cell: ({ rounds }) => rounds.length },
  { key: 'unit', title: 'Đơn vị tổ chức', cell: ({ unitName }) => unitName },
]

/** What the clock does next, as far as it is known. */
function nextMoment({ rounds }: ContestSummary) {
  const running = rounds.find(({ state }) => state === 'open')
  if (running) return `${running.name} đóng ${formatMoment(running.closesAt)}`
  const waiting = rounds.find(({ state }) => state === 'scheduled')
  return waiting ? `${waiting.name} mở ${formatMoment(waiting.opensAt)}` : '–'
}

export default function ContestsScreen() {
  const { data: me } = useMe()
  const [isBeginning, setBeginning] = useState(false)
  return (
    <ScreenFrame
      title="Hội thi"
      intro="Hội thi tìm hiểu do đơn vị anh/chị tổ chức, và hội thi của cấp trên đã lên lịch."
      actions={
        me &&
        may(me, 'contests.manage') && (
          <Button type="primary" onClick={() => setBeginning(true)}>
            Tạo hội thi
          </Button>
        )
      }
    >
      <Contests />
      {isBeginning && me && <NewContestDialog me={me} onClose={() => setBeginning(false)} />}
    </ScreenFrame>
  )
}

function Contests() {
  const { filters, setFilter, isFiltered } = useFilters('state')
  const asked = api.useQuery('get', '/admin/api/contests', {}, { refetchOnMount: 'always' })
  const matching = (items: ContestSummary[]) =>
    items.filter((each) => filters.state === undefined || shownState(each) === filters.state)
  return (
    <DataTable
      name="Hội thi"
      list={asList({ ...asked, data: asked.data && { items: matching(asked.data.items) } })}
      rowKey={({ id }) => id}
      columns={COLUMNS}
      linkTo={({ id }) => `/hoi-thi/${id}`}
      file={{ name: 'hoi-thi', readPage: () => client.GET('/admin/api/contests') }}
      filters={
        <SelectFilter
          label="Bước"
          value={filters.state}
          options={optionsOf(STATE_NAMES)}
          onChange={(state) => setFilter('state', state)}
        />
      }
      empty={
        isFiltered
          ? 'Không có hội thi nào ở bước này.'
          : 'Chưa có hội thi nào. Bấm “Tạo hội thi” để bắt đầu từ một thể lệ có sẵn.'
      }
    />
  )
}
