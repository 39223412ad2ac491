import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { useMe } from '../account/session.ts'

/** What is below needs a session with a code; without one there is nothing to ask the service for. */
export function SecondFactorFirst({ children }: { children: ReactNode }) {
  const { data: me } = useMe()
  if (!me || me.hasSecondFactor) return <>{children}</>
  return (
    <div className="note warn stack">
      <p>
        {me.secondFactorEnabled
          ? 'Mục này chỉ mở khi anh/chị đã nhập mã xác thực. Đăng xuất, đăng nhập lại và nhập mã trong ứng dụng xác thực.'
          : 'Mục này chỉ mở cho người đã bật xác thực hai bước. Bật trong Tài khoản của tôi, mất khoảng một phút.'}
      </p>
      <Link to="/tai-khoan" className="roomy">
        Mở Tài khoản của tôi
      </Link>
    </div>
  )
}
