import { useState } from 'react'
import { useNavigate, useParams } from 'react-router-dom'
import { useCitizen } from '../../api/use-citizen.ts'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useStored } from '../../ui/stored.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useAction } from '../feedback/use-action.ts'
import { PlayerRoom } from './player-room.tsx'
import { NO_PLAYER, PLAYER_KEY, type PlayerPlace } from './room-places.ts'
import './rooms.css'

const PIN = /^\d{6}$/

/** A pupil's way in: a PIN, a nickname, and nothing else about anybody. */
export default function JoinScreen() {
  const { pin } = useParams()
  const [place, setPlace] = useStored<PlayerPlace | null>(PLAYER_KEY, NO_PLAYER)
  if (place !== null && (pin === undefined || pin === place.pin))
    return <PlayerRoom key={place.id} place={place} onLeave={() => setPlace(null)} />
  return (
    <Screen title="Vào phòng của lớp" below="Không cần đăng nhập, không cần tên thật.">
      <JoinForm pin={pin ?? ''} onJoined={setPlace} />
    </Screen>
  )
}

function JoinForm({ pin: given, onJoined }: { pin: string; onJoined: (place: PlayerPlace) => void }) {
  const { anyone } = useCitizen()
  const navigate = useNavigate()
  const [pin, setPin] = useState(given)
  const [nickname, setNickname] = useState('')
  const [shown, setShown] = useState<{ field: string; text: string }[]>([])
  const joining = useAction((joined: { id: string; playerToken: string; nickname: string }) => {
    const { id, playerToken } = joined
    onJoined({ id, playerToken, pin, nickname: joined.nickname })
    navigate(`/vao-lop/${pin}`, { replace: true })
  })
  const errorOf = (field: string) => shown.find((problem) => problem.field === field)?.text

  function join() {
    const problems = [
      !PIN.test(pin) && { field: 'ma-phong', text: 'Gõ đủ 6 số của mã phòng' },
      nickname.trim().length < 2 && { field: 'biet-danh', text: 'Đặt biệt danh, ít nhất 2 chữ cái' },
    ].filter((problem) => problem !== false)
    setShown(problems)
    if (problems.length === 0) void joining.run(() => anyone.POST('/api/rooms/players', { body: { pin, nickname } }))
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        join()
      }}
    >
      <ProblemSummary problems={shown} />
      <TextField
        id="ma-phong"
        label="Mã phòng"
        help="6 số, thầy cô chiếu trên màn hình."
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        error={errorOf('ma-phong')}
        value={pin}
        onChange={(text) => setPin(text.replace(/\D/g, '').slice(0, 6))}
      />
      <TextField
        id="biet-danh"
        label="Biệt danh"
        help="Cả lớp nhìn thấy. Đừng ghi họ tên đầy đủ hay số điện thoại."
        autoComplete="off"
        maxLength={20}
        error={errorOf('biet-danh')}
        value={nickname}
        onChange={setNickname}
      />
      {joining.problem && (
        <p className="note bad" role="alert">
          {joining.problem}
        </p>
      )}
      <button type="submit" className="button main" disabled={joining.isSending}>
        Vào phòng
      </button>
    </form>
  )
}
