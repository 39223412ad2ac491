import { api, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { wholeList } from '../../ui/whole-list.ts'
import { may, useMe } from '../account/session.ts'
import { SecondFactorFirst } from '../staff/second-factor-first.tsx'
import { formatSpan } from '../units/words.ts'
import { NewRouteForm } from './new-route-form.tsx'
import { RouteEndForm } from './route-end-form.tsx'
import type { FeedbackRoute } from './words.ts'

const PATH = '/admin/api/feedback/routes'

/** Which unit a report goes to, by what it is about and which unit it speaks of. */
export function RoutesSection() {
  const { data: me } = useMe()
  const routes = api.useQuery('get', PATH)
  const categories = api.useQuery('get', '/admin/api/feedback/categories')
  const nameOf = (id: string) => categories.data?.items.find((each) => each.id === id)?.name ?? id
  const columns: Column<FeedbackRoute>[] = [
    { key: 'category', title: 'Lĩnh vực', cell: ({ categoryId }) => nameOf(categoryId) },
    { key: 'about', title: 'Nói đến đơn vị', cell: ({ concernedUnitName }) => concernedUnitName ?? 'mọi đơn vị' },
    { key: 'unit', title: 'Đơn vị xử lý', cell: ({ unitName }) => unitName },
    { key: 'days', title: 'Thời gian', width: 220, cell: formatSpan },
  ]
  const mayChange = me !== undefined && may(me, 'feedback.settings')
  return (
    <>
      <p className="intro">Phản ánh mới đến đơn vị ghi ở đây. Lĩnh vực không có dòng nào thì đến Sở.</p>
      {mayChange && (
        <section className="card narrow" aria-labelledby="new-route">
          <h2 id="new-route">Phân công mới</h2>
          <SecondFactorFirst>
            <NewRouteForm categories={categories.data?.items ?? []} />
          </SecondFactorFirst>
        </section>
      )}
      <DataTable
        name="Nơi xử lý phản ánh"
        list={wholeList(routes)}
        rowKey={({ id }) => id}
        columns={columns}
        detail={mayChange ? (row) => <RouteEndForm key={row.validTo} row={row} /> : undefined}
        file={{ name: 'noi-xu-ly-phan-anh', readPage: () => client.GET(PATH) }}
        empty="Chưa phân công riêng lĩnh vực nào."
      />
    </>
  )
}
