import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router-dom'
import { Mark } from '../../ui/mark.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { readReturnPath } from './return-path.ts'
import { SignInForm } from './sign-in-form.tsx'

export default function SignInScreen() {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const { search } = useLocation()

  function enter() {
    // What was asked as a stranger, or as somebody else, says nothing about this person.
    cache.clear()
    navigate(readReturnPath(search), { replace: true })
  }
  return (
    <main className="sign-in">
      <div className="card">
        <p className="mark">
          <Mark />
        </p>
        <ScreenFrame title="Đăng nhập">
          <SignInForm onSignedIn={enter} />
        </ScreenFrame>
        <p className="caption">Quên mật khẩu hoặc mất thiết bị xác thực: liên hệ người quản trị đơn vị để đặt lại.</p>
      </div>
    </main>
  )
}
