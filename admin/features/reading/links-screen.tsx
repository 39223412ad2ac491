import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import { readProblem } from '../../api/problem.ts'
import { problemText } from '../../api/problem-text.ts'
import type { components } from '../../api/schema.gen.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { NewLinkForm } from './new-link-form.tsx'
import './reading.css'

type Link = components['schemas']['SourceLinkList']['items'][number]

const LINKS = '/admin/api/source-links'

const COLUMNS: Column<Link>[] = [
  { key: 'label', title: 'Nơi treo hoặc gửi', cell: ({ label }) => label },
  { key: 'unit', title: 'Đơn vị', cell: ({ unitName }) => unitName },
  { key: 'url', title: 'Địa chỉ', cell: ({ url }) => <span className="said">{url}</span>, text: ({ url }) => url },
  { key: 'at', title: 'Tạo lúc', width: 150, cell: ({ createdAt }) => formatMoment(createdAt) },
  {
    key: 'close',
    title: 'Trạng thái',
    width: 140,
    cell: (link) => <State {...link} />,
    text: ({ isClosed }) => (isClosed ? 'Đã đóng' : 'Đang dùng'),
  },
]

export default function LinksScreen() {
  const list = api.useInfiniteQuery('get', LINKS, { params: { query: {} } }, BY_CURSOR)
  return (
    <ScreenFrame
      title="Liên kết nguồn"
      intro="Mỗi liên kết là một mã QR riêng của đơn vị, để biết bao nhiêu lượt đọc đến từ đó. Không ghi ai quét."
    >
      <NewLinkForm />
      <DataTable
        name="Liên kết nguồn"
        list={list}
        rowKey={({ code }) => code}
        columns={COLUMNS}
        linkTo={({ code }) => `/lien-ket/${code}`}
        file={{ name: 'lien-ket-nguon', readPage: (cursor) => client.GET(LINKS, { params: { query: { cursor } } }) }}
        empty="Chưa có liên kết nào."
      />
    </ScreenFrame>
  )
}

function State({ code, label, isClosed }: Link) {
  const { message, modal } = App.useApp()
  const cache = useQueryClient()
  if (isClosed) return 'Đã đóng'

  async function close() {
    const isSure = await modal.confirm({
      title: `Đóng liên kết “${label}”?`,
      content: 'Người quét vẫn vào được trang, nhưng lượt đọc không còn tính cho đơn vị. Không mở lại được.',
      okText: 'Đóng liên kết',
      cancelText: 'Không',
    })
    if (!isSure) return
    const { error } = await client.PATCH('/admin/api/source-links/{code}', {
      params: { path: { code } },
      body: { closed: true },
    })
    if (error) message.error(problemText(readProblem(error)))
    await cache.invalidateQueries({ queryKey: ['get', LINKS] })
  }
  return (
    <Button aria-label={`Đóng liên kết ${label}`} onClick={() => void close()}>
      Đóng
    </Button>
  )
}
