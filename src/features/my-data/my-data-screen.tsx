import { Link } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import { useIsKnown } from '../../api/use-citizen.ts'
import { Screen } from '../../ui/screen.tsx'
import { Ready, Waiting } from '../../ui/states.tsx'
import { ChatLink } from './chat-link.tsx'
import { Consents } from './consents.tsx'
import { Erasure } from './erasure.tsx'
import { OwnCopy } from './own-copy.tsx'
import { purposeWord } from './purpose-words.ts'
import { SignOut } from './sign-out.tsx'
import '../feedback/feedback.css'

export default function MyDataScreen() {
  const isKnown = useIsKnown()
  return (
    <Screen title="Dữ liệu của tôi" below="Máy chủ giữ gì về bạn, và bạn làm được gì.">
      <div className="stack">
        <Kept />
        {isKnown === undefined && <Waiting />}
        {isKnown === false && (
          <p className="note">
            Máy chủ chưa giữ gì về bạn từ máy này, vì bạn chưa gửi gì. Những gì lưu trên máy: xem{' '}
            <Link to="/chinh-sach">Chính sách quyền riêng tư</Link>.
          </p>
        )}
        {isKnown && (
          <>
            <Consents />
            <ChatLink />
            <OwnCopy />
            <SignOut />
            <Erasure />
          </>
        )}
      </div>
    </Screen>
  )
}

function Kept() {
  const purposes = useApi().useAsk('/api/purposes')
  return (
    <section className="section" aria-labelledby="giu-gi">
      <h2 id="giu-gi">Giữ gì, để làm gì</h2>
      <Ready asked={purposes}>
        {({ items }) => (
          <dl className="card facts">
            {items.map(({ purpose, retention, recipients }) => (
              <div key={purpose}>
                <dt>{purposeWord(purpose)}</dt>
                <dd>Giữ: {retention}</dd>
                <dd className="caption">Người xem: {recipients.join(', ')}</dd>
              </div>
            ))}
          </dl>
        )}
      </Ready>
    </section>
  )
}
