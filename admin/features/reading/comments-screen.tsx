import { api, BY_CURSOR, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { SelectFilter } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { TriageForm } from './triage-form.tsx'
import { type Comment, KIND_OPTIONS, KIND_WORDS, publicPath, STATE_OPTIONS, STATE_WORDS } from './words.ts'
import './reading.css'

const COLUMNS: Column<Comment>[] = [
  {
    key: 'comment',
    title: 'Góp ý',
    cell: ({ comment }) => <span className="said">{comment}</span>,
    text: ({ comment }) => comment,
  },
  { key: 'page', title: 'Trang', width: 260, cell: (comment) => <PageLink {...comment} />, text: ({ title }) => title },
  { key: 'useful', title: 'Hữu ích', width: 90, cell: ({ isUseful }) => (isUseful ? 'Có' : 'Chưa') },
  { key: 'state', title: 'Xử lý', width: 150, cell: ({ state }) => STATE_WORDS[state] },
  { key: 'at', title: 'Lúc', width: 150, cell: ({ at }) => formatMoment(at) },
]

export default function CommentsScreen() {
  const { filters, setFilter, isFiltered } = useFilters('state', 'kind')
  const state = STATE_OPTIONS.find(({ value }) => value === filters.state)?.value
  const kind = KIND_OPTIONS.find(({ value }) => value === filters.kind)?.value
  const list = api.useInfiniteQuery(
    'get',
    '/admin/api/page-comments',
    { params: { query: { state, kind } } },
    BY_CURSOR,
  )
  return (
    <ScreenFrame
      title="Góp ý trang"
      intro="Người đọc trả lời “Trang này có hữu ích không?”. Tên, số dài và địa chỉ đã được che trước khi lưu."
    >
      <DataTable
        name="Góp ý trang"
        list={list}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        file={{
          name: 'gop-y-trang',
          readPage: (cursor) => client.GET('/admin/api/page-comments', { params: { query: { state, kind, cursor } } }),
        }}
        detail={(comment) => <TriageForm key={comment.version} comment={comment} />}
        filters={
          <>
            <SelectFilter
              label="Xử lý"
              value={state}
              options={STATE_OPTIONS}
              onChange={(text) => setFilter('state', text)}
            />
            <SelectFilter
              label="Loại trang"
              value={kind}
              options={KIND_OPTIONS}
              onChange={(text) => setFilter('kind', text)}
            />
          </>
        }
        empty={isFiltered ? 'Không có góp ý nào khớp bộ lọc.' : 'Chưa có góp ý nào.'}
      />
      <Verdicts />
    </ScreenFrame>
  )
}

function Verdicts() {
  const verdicts = api.useQuery('get', '/admin/api/page-comments/pages')
  return (
    <section className="card verdicts" aria-labelledby="verdicts">
      <h2 id="verdicts">Theo trang</h2>
      <Ready asked={verdicts}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="caption">Chưa có ai trả lời.</p>
          ) : (
            <table className="figures">
              <thead>
                <tr>
                  <th scope="col">Trang</th>
                  <th scope="col">Chưa hữu ích</th>
                  <th scope="col">Hữu ích</th>
                  <th scope="col">Chưa xem</th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr key={`${item.type}/${item.slug}`}>
                    <th scope="row">
                      <PageLink {...item} />
                    </th>
                    <td>{item.notUseful}</td>
                    <td>{item.useful}</td>
                    <td>{item.waiting}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Ready>
    </section>
  )
}

function PageLink({ type, slug, title }: Pick<Comment, 'type' | 'slug' | 'title'>) {
  return (
    <>
      <a href={publicPath({ type, slug })} target="_blank" rel="noopener">
        {title}
      </a>{' '}
      <span className="caption">{KIND_WORDS[type]}</span>
    </>
  )
}
