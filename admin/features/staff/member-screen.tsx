import { Link, useParams } from 'react-router-dom'
import { api } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { may, useMe } from '../account/session.ts'
import { AccessSection } from './access-section.tsx'
import { MemberStates } from './member-states.tsx'
import { NameForm } from './name-form.tsx'
import { RolesForm } from './roles-form.tsx'
import { SecondFactorFirst } from './second-factor-first.tsx'
import type { Member } from './words.ts'
import './staff.css'

export default function MemberScreen() {
  const { id = '' } = useParams()
  const { data: me } = useMe()
  const isOpen = me?.hasSecondFactor === true
  const asked = api.useQuery('get', '/admin/api/staff/{id}', { params: { path: { id } } }, { enabled: isOpen })
  return (
    <ScreenFrame title={asked.data?.name ?? 'Cán bộ'} intro={<Link to="/can-bo">Tất cả cán bộ</Link>}>
      <SecondFactorFirst>
        <Ready asked={asked}>{(member) => <Parts key={id} member={member} />}</Ready>
      </SecondFactorFirst>
    </ScreenFrame>
  )
}

function Parts({ member }: { member: Member }) {
  const { data: me } = useMe()
  if (!me) return null
  const isMe = member.id === me.id
  return (
    <div className="member-parts">
      <section className="card" aria-labelledby="account-title">
        <h2 id="account-title">Tài khoản</h2>
        <dl className="pairs">
          <div>
            <dt>Thư điện tử</dt>
            <dd>{member.email}</dd>
          </div>
          <div>
            <dt>Trạng thái</dt>
            <dd>
              <MemberStates member={member} />
            </dd>
          </div>
          <div>
            <dt>Tạo lúc</dt>
            <dd>{formatMoment(member.createdAt)}</dd>
          </div>
        </dl>
        {may(me, 'audit.read') && (
          <Link to={`/nhat-ky?subjectKind=staff&subjectId=${member.id}`} className="roomy">
            Nhật ký của tài khoản này
          </Link>
        )}
      </section>
      <NameForm member={member} />
      <RolesForm member={member} isMe={isMe} />
      <AccessSection member={member} isMe={isMe} />
    </div>
  )
}
