import { Link, useLocation, useSearchParams } from 'react-router-dom'
import { may, useMe } from '../account/session.ts'
import './tabs.css'

const SCREEN = '/cau-hinh-phan-anh'
const HOURS = `${SCREEN}/gio-lam-viec`
const PARTS = { '': 'Lĩnh vực và thời hạn', 'noi-xu-ly': 'Nơi xử lý', mau: 'Mẫu trả lời' }

export function SettingsTabs() {
  const { data: me } = useMe()
  const { pathname } = useLocation()
  const [search] = useSearchParams()
  const here = pathname === HOURS ? HOURS : addressOf(search.get('muc') ?? '')
  const tabs = Object.entries(PARTS).map(([part, label]) => ({ to: addressOf(part), label }))
  if (me && may(me, 'feedback.settings')) tabs.push({ to: HOURS, label: 'Giờ làm việc' })
  return (
    <nav aria-label="Các phần cấu hình">
      <ul className="report-tabs">
        {tabs.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} aria-current={to === here ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function addressOf(part: string) {
  return part === '' ? SCREEN : `${SCREEN}?muc=${part}`
}
