import { Link } from 'react-router-dom'
import { api, BY_CURSOR } from '../../api/client.ts'
import { Empty, Ready } from '../../ui/states.tsx'
import { may, useMe } from '../account/session.ts'
import { periodOf } from '../reading/period.ts'
import { KIND_WORDS, publicPath } from '../reading/words.ts'
import { formatCount } from '../units/words.ts'

const SHOWN = 5

/** What readers look for, read and say, as far as this person may know. */
export function ReadingCards() {
  const { data: me } = useMe()
  if (me === undefined) return null
  return (
    <div className="work-lists">
      {may(me, 'figures.read') && <Misses />}
      {may(me, 'figures.read') && <MostRead />}
      {may(me, 'comments.triage') && <NewComments />}
    </div>
  )
}

const last30Days = () => periodOf({ from: undefined, to: undefined })

function Misses() {
  const query = last30Days()
  const misses = api.useInfiniteQuery('get', '/admin/api/search-misses', { params: { query } }, BY_CURSOR)
  return (
    <section className="card" aria-label="Tìm mà chưa thấy">
      <h2>Tìm mà chưa thấy, 30 ngày qua</h2>
      <Ready asked={misses}>
        {({ pages: [first] }) =>
          first === undefined || first.items.length === 0 ? (
            <Empty>Chưa có câu nào tìm mà không thấy.</Empty>
          ) : (
            <>
              <ul className="work-rows">
                {first.items.slice(0, SHOWN).map(({ query: words, count }) => (
                  <li key={words}>
                    <span>{words}</span>
                    <span className="caption">{formatCount(count)} lần</span>
                  </li>
                ))}
              </ul>
              <Link to="/cau-hoi" className="roomy">
                Xem cả {formatCount(first.total)} nhóm câu hỏi
              </Link>
            </>
          )
        }
      </Ready>
    </section>
  )
}

function MostRead() {
  const figures = api.useQuery('get', '/admin/api/figures/reads', {
    params: { query: { ...last30Days(), groupBy: 'page' } },
  })
  return (
    <section className="card" aria-label="Đọc nhiều nhất">
      <h2>Đọc nhiều nhất, 30 ngày qua</h2>
      <Ready asked={figures}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>Chưa có lượt đọc nào.</Empty>
          ) : (
            <ul className="work-rows">
              {rows.slice(0, SHOWN).map(({ key, name, type, slug, count }) => (
                <li key={key} data-row="" tabIndex={-1}>
                  {type === undefined || slug === undefined ? (
                    name
                  ) : (
                    <a href={publicPath({ type, slug })} target="_blank" rel="noopener" className="roomy" data-open="">
                      {name}
                    </a>
                  )}
                  <span className="caption">
                    {type && `${KIND_WORDS[type]}, `}
                    {formatCount(count)} lượt đọc
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Ready>
      <Link to="/so-lieu" className="roomy">
        Xem số liệu đọc
      </Link>
    </section>
  )
}

function NewComments() {
  const query = { state: 'new' as const }
  const comments = api.useInfiniteQuery('get', '/admin/api/page-comments', { params: { query } }, BY_CURSOR)
  return (
    <section className="card" aria-label="Góp ý trang chưa xem">
      <h2>Góp ý trang chưa xem</h2>
      <Ready asked={comments}>
        {({ pages: [first] }) =>
          first === undefined || first.items.length === 0 ? (
            <Empty>Không còn góp ý nào chưa xem.</Empty>
          ) : (
            <ul className="work-rows">
              {first.items.slice(0, SHOWN).map(({ id, title, isUseful, comment }) => (
                <li key={id}>
                  <span className="breaks">{comment === '' ? 'Không viết gì thêm.' : comment}</span>
                  <span className="caption">
                    {title}, {isUseful ? 'thấy hữu ích' : 'chưa thấy hữu ích'}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Ready>
      <Link to="/gop-y?state=new" className="roomy">
        Xử lý góp ý
      </Link>
    </section>
  )
}
