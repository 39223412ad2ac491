import { Link } from 'react-router-dom'
import { api } from '../../api/client.ts'
import './upkeep.css'

/** How many addresses on pages of this person's units lead nowhere. */
export function DeadLinksNote() {
  const { data } = api.useQuery('get', '/admin/api/link-checks', { params: { query: { state: 'dead' } } })
  const dead = data?.counts.dead ?? 0
  if (dead === 0) return null
  return (
    <p className="note warn">
      {dead} liên kết trên các trang đã hỏng.{' '}
      <Link to="/lien-ket-hong?state=dead" className="underlined">
        Xem từng liên kết
      </Link>
    </p>
  )
}
