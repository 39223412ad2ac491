import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { Link, Navigate, NavLink, Outlet, useLocation } from 'react-router-dom'
import { readProblem } from '../api/problem.ts'
import { type Me, useMe } from '../features/account/session.ts'
import { SessionEnded } from '../features/account/session-ended.tsx'
import { WaitingCount } from '../features/conversations/waiting-count.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { Mark } from './mark.tsx'
import { useMyMenu } from './menu.ts'
import { ShortcutHelp } from './shortcut-help.tsx'
import { Failed, Waiting } from './states.tsx'
import { DESK } from './theme.ts'
import { useMedia } from './use-media.ts'

/** What stands around every screen; strangers are sent to sign in and come back to where they wanted to go. */
export function Shell() {
  const me = useMe()
  const { pathname, search } = useLocation()
  if (me.data) return <Frame me={me.data} />
  if (!me.error) return <Waiting />
  if (readProblem(me.error).code !== 'staff.not_signed_in')
    return (
      <main className="screen">
        <Failed problem={me.error} onRetry={me.refetch} isLoad />
      </main>
    )
  const back = pathname === '/' ? '' : `?ve=${encodeURIComponent(pathname + search)}`
  return <Navigate to={`/dang-nhap${back}`} replace />
}

function Frame({ me }: { me: Me }) {
  const isDesk = useMedia(DESK)
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Đến nội dung chính
      </a>
      {isDesk ? <SideBar me={me} /> : <TopBar me={me} />}
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <ShortcutHelp />
      <LeaveGuard />
      <SessionEnded me={me} />
    </div>
  )
}

function SideBar({ me }: { me: Me }) {
  return (
    <header className="side-bar">
      <Link to="/" className="mark">
        <Mark />
      </Link>
      <Menu />
      <Person me={me} />
    </header>
  )
}

function TopBar({ me }: { me: Me }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <header className="top-bar">
      <Button type="text" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        <span aria-hidden="true">☰</span> Mục
      </Button>
      <Link to="/" className="mark">
        <Mark />
      </Link>
      <Drawer open={isOpen} onClose={() => setOpen(false)} placement="left" size={288} title="Mục" destroyOnHidden>
        <Menu onPick={() => setOpen(false)} />
        <Person me={me} onPick={() => setOpen(false)} />
      </Drawer>
    </header>
  )
}

function Menu({ onPick }: { onPick?: () => void }) {
  const entries = useMyMenu()
  return (
    <nav aria-label="Mục chính">
      <ul className="menu">
        {entries.map(({ path, label }) => (
          <li key={path}>
            <NavLink to={path} end={path === '/'} onClick={onPick}>
              {label}
              {path === '/tro-chuyen' && <WaitingCount />}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Person({ me, onPick }: { me: Me; onPick?: () => void }) {
  const [role] = me.roles
  return (
    <NavLink to="/tai-khoan" className="person" onClick={onPick}>
      <b>{me.name}</b>
      <small>{role ? role.unitName : me.email}</small>
      <span className="link-like">Tài khoản của tôi</span>
    </NavLink>
  )
}
