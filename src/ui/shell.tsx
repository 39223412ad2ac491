import type { ReactNode } from 'react'
import { NavLink } from 'react-router-dom'
import { useConnection } from '../api/connection.ts'
import { formatMoment } from './dates.ts'
import { Icon, type IconName } from './icon.tsx'

const TABS: { to: string; word: string; icon: IconName }[] = [
  { to: '/', word: 'Trang chủ', icon: 'home' },
  { to: '/thu-tuc', word: 'Thủ tục', icon: 'procedures' },
  { to: '/cam-nang', word: 'Cẩm nang', icon: 'handbook' },
  { to: '/cua-toi', word: 'Của tôi', icon: 'mine' },
]

export function Shell({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#noi-dung">
        Đến nội dung chính
      </a>
      <OfflineBar />
      <main className="page" id="noi-dung" tabIndex={-1}>
        {children}
      </main>
      <nav className="tabs" aria-label="Chính">
        {TABS.map(({ to, word, icon }) => (
          <NavLink key={to} to={to} end={to === '/'}>
            <Icon name={icon} />
            {word}
          </NavLink>
        ))}
      </nav>
    </>
  )
}

function OfflineBar() {
  const connection = useConnection()
  const isOffline = connection.state === 'offline'
  return (
    <div role="status" className={isOffline ? 'offline' : 'only-heard'}>
      {isOffline &&
        (connection.keptAt === null
          ? 'Không có mạng.'
          : `Không có mạng. Bạn đang xem bản lưu lúc ${formatMoment(connection.keptAt)}.`)}
    </div>
  )
}
