import { Button, Tag } from 'antd'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { showDay } from '../../ui/days.ts'
import { SelectFilter } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { may, useMe } from '../account/session.ts'
import { asList } from '../contests/as-list.ts'
import { NewCampaignDialog } from './new-campaign-dialog.tsx'
import { type CampaignSummary, optionsOf, STATE_COLOURS, STATE_NAMES } from './words.ts'

const COLUMNS: Column<CampaignSummary>[] = [
  { key: 'name', title: 'Chiến dịch', cell: ({ name }) => name },
  {
    key: 'state',
    title: 'Trạng thái',
    cell: ({ state }) => <Tag color={STATE_COLOURS[state]}>{STATE_NAMES[state]}</Tag>,
    text: ({ state }) => STATE_NAMES[state],
  },
  { key: 'from', title: 'Từ ngày', cell: ({ startsOn }) => showDay(startsOn) },
  { key: 'to', title: 'Đến ngày', cell: ({ endsOn }) => showDay(endsOn) },
  { key: 'unit', title: 'Đơn vị', cell: ({ unitName }) => unitName },
]

export default function CampaignsScreen() {
  const { data: me } = useMe()
  const [isBeginning, setBeginning] = useState(false)
  return (
    <ScreenFrame
      title="Chiến dịch"
      intro="Chiến dịch truyền thông: bài viết, câu hỏi, thông điệp, sự kiện theo ngày, và tin gửi qua Zalo."
      actions={
        me &&
        may(me, 'campaigns.write') && (
          <Button type="primary" onClick={() => setBeginning(true)}>
            Tạo chiến dịch
          </Button>
        )
      }
    >
      <Campaigns />
      {isBeginning && me && <NewCampaignDialog me={me} onClose={() => setBeginning(false)} />}
    </ScreenFrame>
  )
}

function Campaigns() {
  const { filters, setFilter, isFiltered } = useFilters('state')
  const asked = api.useQuery('get', '/admin/api/campaigns', {}, { refetchOnMount: 'always' })
  const matching = (items: CampaignSummary[]) =>
    items.filter(({ state }) => filters.state === undefined || state === filters.state)
  return (
    <DataTable
      name="Chiến dịch"
      list={asList({ ...asked, data: asked.data && { items: matching(asked.data.items) } })}
      rowKey={({ id }) => id}
      columns={COLUMNS}
      linkTo={({ id }) => `/chien-dich/${id}`}
      file={{ name: 'chien-dich', readPage: () => client.GET('/admin/api/campaigns') }}
      filters={
        <SelectFilter
          label="Trạng thái"
          value={filters.state}
          options={optionsOf(STATE_NAMES)}
          onChange={(state) => setFilter('state', state)}
        />
      }
      empty={
        isFiltered ? 'Không có chiến dịch nào như vậy.' : 'Chưa có chiến dịch nào. Bấm “Tạo chiến dịch” để bắt đầu.'
      }
    />
  )
}
