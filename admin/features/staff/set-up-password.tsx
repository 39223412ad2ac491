import { OneTimeSecret } from './one-time-secret.tsx'

/** The password for a first sign-in, and how it gets to its owner. */
export function SetUpPassword({
  title,
  name,
  email,
  password,
  onKept,
}: {
  title: string
  name: string
  email: string
  password: string
  onKept: () => void
}) {
  return (
    <OneTimeSecret title={title} label="Mật khẩu dùng lần đầu" secret={password} onKept={onKept}>
      <p>
        Mật khẩu này chỉ hiện một lần. Chép rồi trao tận tay hoặc đọc qua điện thoại cho {name}; không gửi vào nhóm
        chat.
      </p>
      <p>
        {name} đăng nhập bằng {email} và mật khẩu này, rồi mở “Tài khoản của tôi” để đổi mật khẩu và bật xác thực hai
        bước.
      </p>
    </OneTimeSecret>
  )
}
