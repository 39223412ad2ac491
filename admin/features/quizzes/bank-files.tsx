import { Link } from 'react-router-dom'
import { may, useMe } from '../account/session.ts'
import { useBankFilters } from './bank-filters.ts'

const FORMATS = { xlsx: 'Excel', xml: 'Moodle XML', gift: 'GIFT' }

/** Questions in from a file, and those that are chosen here out as one. */
export function BankFiles() {
  const { query } = useBankFilters()
  const { data: me } = useMe()
  const { state, topic, difficulty, audience, pool } = query
  const wish = new URLSearchParams(
    Object.entries({ state, topic, difficulty, audience, pool }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  )
  return (
    <p>
      {me && may(me, 'quizzes.write') && (
        <>
          <Link to="/ngan-hang-cau-hoi/nhap">Nhập từ tệp Word, Excel, Moodle</Link>
          {state !== 'retired' && ' · '}
        </>
      )}
      {state !== 'retired' && (
        <>
          Tải cả danh sách kèm đáp án:{' '}
          {Object.entries(FORMATS).map(([format, name], at) => (
            <span key={format}>
              {at > 0 && ', '}
              <a href={`/admin/api/questions.${format}?${wish}`} download>
                {name}
              </a>
            </span>
          ))}
        </>
      )}
    </p>
  )
}
