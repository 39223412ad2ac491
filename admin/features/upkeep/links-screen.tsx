import { App, Button, Tag } from 'antd'
import { Link } from 'react-router-dom'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import { readProblem } from '../../api/problem.ts'
import { problemText } from '../../api/problem-text.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { SelectFilter } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { may, useMe } from '../account/session.ts'
import { LINK_STATE_COLOURS, LINK_STATE_WORDS, type LinkCheck, linkText } from './words.ts'
import './upkeep.css'

const WHILE_RUNNING_MS = 4_000

const COLUMNS: Column<LinkCheck>[] = [
  {
    key: 'address',
    title: 'Địa chỉ',
    cell: ({ address }) => <Address address={address} />,
    text: ({ address }) => address,
  },
  {
    key: 'state',
    title: 'Tình trạng',
    width: 150,
    cell: ({ state }) => <Tag color={LINK_STATE_COLOURS[state]}>{LINK_STATE_WORDS[state]}</Tag>,
    text: ({ state }) => LINK_STATE_WORDS[state],
  },
  { key: 'why', title: 'Vì sao', width: '30%', cell: linkText },
  { key: 'uses', title: 'Số trang', width: 90, align: 'right', cell: ({ uses }) => uses },
]

export default function LinksScreen() {
  const { message } = App.useApp()
  const { data: me } = useMe()
  const { filters, setFilter } = useFilters('state')
  const state = toState(filters.state)
  const list = api.useInfiniteQuery(
    'get',
    '/admin/api/link-checks',
    { params: { query: state === 'all' ? {} : { state } } },
    {
      ...BY_CURSOR,
      refetchInterval: ({ state: { data } }) => (data?.pages[0]?.isRunning ? WHILE_RUNNING_MS : false),
    },
  )
  const [first] = list.data?.pages ?? []

  async function start() {
    const { error } = await client.POST('/admin/api/link-checks')
    if (error) return message.error(problemText(readProblem(error)))
    await list.refetch()
  }
  return (
    <ScreenFrame
      title="Liên kết hỏng"
      intro="Mỗi đêm lúc 02:30 máy chủ mở thử từng địa chỉ đang có trên các trang. Trang hỏng cần người sửa."
      actions={
        me &&
        may(me, 'content.write') && (
          <Button type="primary" loading={first?.isRunning} onClick={() => void start()}>
            {first?.isRunning ? 'Đang kiểm tra' : 'Kiểm tra ngay'}
          </Button>
        )
      }
    >
      <p className="caption" role="status">
        {first &&
          (first.lastCheckedAt
            ? `Kiểm tra gần nhất lúc ${formatMoment(first.lastCheckedAt)}.`
            : 'Chưa kiểm tra lần nào.')}
      </p>
      <DataTable
        name="Liên kết trên các trang"
        list={list}
        rowKey={({ address }) => address}
        columns={COLUMNS}
        file={{
          name: 'lien-ket-tren-cac-trang',
          readPage: (cursor) =>
            client.GET('/admin/api/link-checks', {
              params: { query: { cursor, ...(state === 'all' ? {} : { state }) } },
            }),
        }}
        detail={(check) => <Pages check={check} />}
        filters={
          <SelectFilter
            label="Tình trạng"
            value={state === 'all' ? undefined : state}
            options={Object.entries(LINK_STATE_WORDS).map(([value, label]) => ({
              value,
              label: `${label} (${first?.counts[value as LinkCheck['state']] ?? 0})`,
            }))}
            onChange={(value) => setFilter('state', value ?? 'all')}
          />
        }
        empty="Không có địa chỉ nào ở đây."
      />
    </ScreenFrame>
  )
}

function Address({ address }: { address: string }) {
  if (!/^https?:/.test(address)) return <span className="address">{address}</span>
  return (
    <a className="address" href={address} target="_blank" rel="noreferrer">
      {readable(address)}
    </a>
  )
}

function Pages({ check: { entries, uses, checkedAt } }: { check: LinkCheck }) {
  return (
    <>
      <p className="caption">Mở thử lúc {formatMoment(checkedAt)}. Có trên các trang:</p>
      <ul>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/noi-dung/${id}`} className="roomy">
              {title}
            </Link>
          </li>
        ))}
      </ul>
      {uses > entries.length && <p className="caption">và {uses - entries.length} trang nữa.</p>}
    </>
  )
}

/** Letters as a person reads them; an address that is not text after all stays as it is. */
function readable(address: string) {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** What needs somebody's hand comes first. */
function toState(text: string | undefined): LinkCheck['state'] | 'all' {
  if (text === 'all') return text
  return text !== undefined && text in LINK_STATE_WORDS ? (text as LinkCheck['state']) : 'dead'
}
