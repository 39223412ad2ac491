import { Link, useLocation } from 'react-router-dom'
import { may, useMe } from '../account/session.ts'
import '../feedback/tabs.css'

const TABS = [
  { to: '/tro-chuyen', label: 'Hàng chờ và hội thoại', permission: 'chat.read' },
  { to: '/tro-chuyen/cau-hoi', label: 'Câu bot chưa trả lời được', permission: 'figures.read' },
  { to: '/tro-chuyen/so-lieu', label: 'Số liệu trò chuyện', permission: 'figures.read' },
] as const

/** The screens about the chat that this person may open. */
export function ConversationTabs() {
  const { data: me } = useMe()
  const { pathname } = useLocation()
  const mine = TABS.filter(({ permission }) => me && may(me, permission))
  if (mine.length < 2) return null
  return (
    <nav aria-label="Trò chuyện">
      <ul className="report-tabs">
        {mine.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} aria-current={pathname === to ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
