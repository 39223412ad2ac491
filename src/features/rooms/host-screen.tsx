import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Screen } from '../../ui/screen.tsx'
import { Empty, Waiting } from '../../ui/states.tsx'
import { useStored } from '../../ui/stored.ts'
import { HostLobby } from './host-lobby.tsx'
import { HostQuestion } from './host-question.tsx'
import { HostShown } from './host-shown.tsx'
import { Podium } from './podium.tsx'
import { HOST_KEY, type HostPlace, NO_HOST } from './room-places.ts'
import { useHost } from './use-host.ts'
import './rooms.css'

/** What hangs on the wall while a class plays. */
export default function HostScreen() {
  const [place, setPlace] = useStored<HostPlace | null>(HOST_KEY, NO_HOST)
  if (place === null)
    return (
      <Screen title="Phòng của lớp">
        <Empty>
          <p>Máy này không mở phòng nào.</p>
          <Link className="button main" to="/lop-hoc">
            Mở phòng
          </Link>
        </Empty>
      </Screen>
    )
  return <Hosting key={place.id} place={place} onLeave={() => setPlace(null)} />
}

function Hosting({ place, onLeave }: { place: HostPlace; onLeave: () => void }) {
  const host = useHost(place)
  const { seen, isGone } = host
  return (
    <Screen title={place.title} above={`Phòng ${place.pin}`}>
      <div className="projector stack">
        {host.problem && (
          <p className="note bad" role="alert">
            {host.problem}
          </p>
        )}
        {seen?.isStale && (
          <p className="note warn" role="status">
            Mạng yếu, đang thử nối lại.
          </p>
        )}
        {!isGone && seen === undefined && <Waiting />}
        {isGone && (
          <Empty>
            <p>Phòng này đã khép lại.</p>
          </Empty>
        )}
        {!isGone && seen?.room.stage === 'lobby' && <HostLobby seen={seen} host={host} />}
        {!isGone && seen?.room.stage === 'asking' && <HostQuestion key={seen.room.at} seen={seen} host={host} />}
        {!isGone && seen?.room.stage === 'showing' && <HostShown seen={seen} host={host} />}
        {!isGone && seen?.room.stage === 'ended' && <Podium players={seen.room.players} />}
        <div className="buttons">
          {isGone || seen?.room.stage === 'ended' ? (
            <Link className="button" to="/lop-hoc" onClick={onLeave}>
              Mở phòng mới
            </Link>
          ) : (
            <EndButton isSending={host.isSending} onEnd={host.end} />
          )}
        </div>
      </div>
    </Screen>
  )
}

/** Asks again: a slip would send a whole class home. */
function EndButton({ isSending, onEnd }: { isSending: boolean; onEnd: () => void }) {
  const [isSure, setSure] = useState(false)
  if (!isSure)
    return (
      <button type="button" className="back" onClick={() => setSure(true)}>
        Khép phòng
      </button>
    )
  return (
    <button type="button" className="button" disabled={isSending} onClick={onEnd}>
      Bấm lần nữa để khép phòng cho cả lớp
    </button>
  )
}
