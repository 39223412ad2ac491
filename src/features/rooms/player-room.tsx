import { Link } from 'react-router-dom'
import { Screen } from '../../ui/screen.tsx'
import { Empty, Waiting } from '../../ui/states.tsx'
import { PlayerQuestion } from './player-question.tsx'
import { PlayerResult } from './player-result.tsx'
import { Podium } from './podium.tsx'
import type { PlayerPlace } from './room-places.ts'
import { type SeenRoom, useRoom } from './use-room.ts'

type Props = { place: PlayerPlace; onLeave: () => void }

export function PlayerRoom({ place, onLeave }: Props) {
  const { seen, isGone, isFailing } = useRoom(place.id)
  return (
    <Screen title={seen?.room.title ?? 'Phòng của lớp'} above={`Phòng ${place.pin} · ${place.nickname}`}>
      {isGone && <RoomOver onLeave={onLeave} />}
      {!isGone && seen === undefined && (isFailing ? <NoAnswer /> : <Waiting />)}
      {!isGone && seen && (
        <>
          {seen.isStale && <NoAnswer />}
          <Inside place={place} seen={seen} onLeave={onLeave} />
        </>
      )}
    </Screen>
  )
}

function NoAnswer() {
  return (
    <p className="note warn" role="status">
      Mạng yếu, đang thử nối lại. Bạn giữ màn hình này mở.
    </p>
  )
}

function RoomOver({ onLeave }: { onLeave: () => void }) {
  return (
    <Empty>
      <p>Phòng này đã khép lại.</p>
      <div className="buttons">
        <button type="button" className="button main" onClick={onLeave}>
          Vào phòng khác
        </button>
        <Link className="button" to="/luyen-tap">
          Luyện tập một mình
        </Link>
      </div>
    </Empty>
  )
}

function Inside({ place, seen, onLeave }: Props & { seen: SeenRoom }) {
  const { room } = seen
  const own = room.players.find(({ nickname }) => nickname === place.nickname)
  if (own === undefined)
    return (
      <Empty>
        <p>Biệt danh này không còn trong phòng. Bạn vào lại với một biệt danh khác.</p>
        <button type="button" className="button main" onClick={onLeave}>
          Vào lại
        </button>
      </Empty>
    )
  if (room.stage === 'lobby')
    return (
      <section className="card stack" role="status">
        <h2>Bạn đã vào phòng</h2>
        <p>Có {room.players.length} bạn trong phòng. Chờ thầy cô bắt đầu.</p>
      </section>
    )
  if (room.stage === 'asking') return <PlayerQuestion key={room.at} place={place} seen={seen} />
  if (room.stage === 'showing') return <PlayerResult room={room} place={place} own={own} />
  return (
    <div className="stack">
      <section className="card stack" role="status">
        <h2>
          Bạn hạng {own.rank}, {own.points} điểm
        </h2>
        <p>Phòng đã xong. Cảm ơn bạn đã chơi.</p>
      </section>
      <Podium players={room.players} />
      <div className="buttons">
        <Link className="button main" to="/luyen-tap" onClick={onLeave}>
          Luyện tập thêm
        </Link>
        <button type="button" className="button" onClick={onLeave}>
          Vào phòng khác
        </button>
      </div>
    </div>
  )
}
