import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useNavigate } from 'react-router-dom'
import { readProblem } from '../../api/problem.ts'
import { problemText } from '../../api/problem-text.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { PasswordSection } from './password-section.tsx'
import { roleText } from './role-text.ts'
import { SecondFactorSection } from './second-factor-section.tsx'
import { type Me, signOut, useMe } from './session.ts'

export default function AccountScreen() {
  const me = useMe()
  return (
    <ScreenFrame title="Tài khoản của tôi" actions={<SignOutButton />}>
      <Ready asked={me}>
        {(data) => (
          <>
            <Person me={data} />
            <SecondFactorSection me={data} />
            <PasswordSection email={data.email} />
          </>
        )}
      </Ready>
    </ScreenFrame>
  )
}

function SignOutButton() {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  async function leave() {
    try {
      await signOut()
      cache.clear()
      navigate('/dang-nhap')
    } catch (error) {
      message.error(problemText(readProblem(error)))
    }
  }
  return <Button onClick={leave}>Đăng xuất</Button>
}

function Person({ me }: { me: Me }) {
  return (
    <section className="card narrow" aria-labelledby="person">
      <h2 id="person">{me.name}</h2>
      <dl className="pairs">
        <div>
          <dt>Thư điện tử</dt>
          <dd>{me.email}</dd>
        </div>
        {me.roles.map(({ role, unitId, unitName }) => (
          <div key={`${role} ${unitId}`}>
            <dt>{roleText(role)}</dt>
            <dd>{unitName}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
