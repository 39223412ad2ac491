import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { client } from '../../api/client.ts'
import { Failed } from '../../ui/states.tsx'
import { useRefreshStaff } from './refresh.ts'
import { SetUpPassword } from './set-up-password.tsx'
import type { Member } from './words.ts'

type Act = { title: string; content: string; okText: string; isDanger?: boolean; send: () => Promise<string> }

/** Out and in again, a new password, a second step that was lost. */
export function AccessSection({ member, isMe }: { member: Member; isMe: boolean }) {
  const [password, setPassword] = useState<string>()
  const { act, isUnderWay, problem } = useAct()
  if (isMe)
    return (
      <Frame>
        <p>
          Đây là tài khoản của anh/chị. Đổi mật khẩu và xác thực hai bước trong{' '}
          <Link to="/tai-khoan">Tài khoản của tôi</Link>; khóa tài khoản này thì nhờ người quản trị khác.
        </p>
      </Frame>
    )
  const acts = actsFor(member, setPassword)
  return (
    <Frame>
      {problem !== undefined && <Failed problem={problem} />}
      {password !== undefined && (
        <SetUpPassword
          {...member}
          title="Đã cấp lại mật khẩu"
          password={password}
          onKept={() => setPassword(undefined)}
        />
      )}
      <div className="buttons">
        {acts.map((each) => (
          <Button key={each.okText} danger={each.isDanger} disabled={isUnderWay} onClick={() => void act(each)}>
            {each.okText}
          </Button>
        ))}
      </div>
    </Frame>
  )
}

function Frame({ children }: { children: React.ReactNode }) {
  return (
    <section className="card wide stack" aria-labelledby="access-title">
      <h2 id="access-title">Đăng nhập</h2>
      {children}
    </section>
  )
}

function actsFor({ id, name, disabledAt, secondFactorEnabled }: Member, onPassword: (password: string) => void): Act[] {
  const params = { path: { id } }
  const ends = `Mọi phiên đang mở của ${name} kết thúc ngay.`

  async function setDisabled(disabled: boolean) {
    const { error } = await client.PATCH('/admin/api/staff/{id}', { params, body: { disabled } })
    if (error) throw error
    return disabled ? `Đã khóa tài khoản của ${name}.` : `Đã mở lại tài khoản của ${name}.`
  }
  async function resetPassword() {
    const { data, error } = await client.POST('/admin/api/staff/{id}/reset-password', { params })
    if (error) throw error
    onPassword(data.password)
    return 'Đã cấp lại mật khẩu.'
  }
  async function dropSecondFactor() {
    const { error } = await client.POST('/admin/api/staff/{id}/reset-second-factor', { params })
    if (error) throw error
    return `Đã gỡ xác thực hai bước của ${name}.`
  }
  const lock: Act = {
    title: `Khóa tài khoản của ${name}?`,
    content: `${ends} ${name} không đăng nhập được cho đến khi mở lại. Bài đã viết vẫn còn; mã truy cập ${name} đã tạo ngừng hoạt động.`,
    okText: 'Khóa tài khoản',
    isDanger: true,
    send: () => setDisabled(true),
  }
  const unlock: Act = {
    title: `Mở lại tài khoản của ${name}?`,
    content: `${name} đăng nhập lại được với mật khẩu và vai trò như trước khi khóa.`,
    okText: 'Mở lại tài khoản',
    send: () => setDisabled(false),
  }
  const password: Act = {
    title: `Cấp lại mật khẩu cho ${name}?`,
    content: `${ends} Mật khẩu cũ không dùng được nữa; mật khẩu mới hiện một lần để anh/chị trao lại.`,
    okText: 'Cấp lại mật khẩu',
    send: resetPassword,
  }
  const secondFactor: Act = {
    title: `Gỡ xác thực hai bước của ${name}?`,
    content: `${ends} Lần sau ${name} đăng nhập chỉ bằng mật khẩu và phải bật lại. Chỉ gỡ khi chắc chắn người nhờ là ${name}.`,
    okText: 'Gỡ xác thực hai bước',
    isDanger: true,
    send: dropSecondFactor,
  }
  return [password, ...(secondFactorEnabled ? [secondFactor] : []), disabledAt === null ? lock : unlock]
}

/** Asks, does it, and says how it went. */
function useAct() {
  const { message, modal } = App.useApp()
  const refresh = useRefreshStaff()
  const [isUnderWay, setUnderWay] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  async function act({ title, content, okText, isDanger, send }: Act) {
    const okButtonProps = { danger: isDanger }
    if (!(await modal.confirm({ title, content, okText, okButtonProps, cancelText: 'Không' }))) return
    setUnderWay(true)
    setProblem(undefined)
    try {
      message.success(await send())
      await refresh()
    } catch (error) {
      setProblem(error)
    } finally {
      setUnderWay(false)
    }
  }
  return { act, isUnderWay, problem }
}
