import { useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { useCitizen } from '../../api/use-citizen.ts'
import { ChoiceGroup } from '../../ui/choice-group.tsx'
import { OwnReady } from '../../ui/own-states.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useStored } from '../../ui/stored.ts'
import { TextField } from '../../ui/text-field.tsx'
import { PickGroup } from '../feedback/pick-group.tsx'
import { useAction } from '../feedback/use-action.ts'
import '../feedback/feedback.css'
import { useTopics } from '../quizzes/practice-sets.ts'
import { HOST_KEY, type HostPlace, NO_HOST } from './room-places.ts'

/** A teacher opens a room from any browser; nothing about anybody is asked for. */
export default function OpenRoomScreen() {
  const topics = useTopics()
  const [place, setPlace] = useStored<HostPlace | null>(HOST_KEY, NO_HOST)
  return (
    <Screen title="Mở phòng cho lớp" below="Thầy cô chiếu màn hình này; học sinh trả lời bằng điện thoại.">
      {place !== null && (
        <div className="note stack">
          <p>
            Bạn đang mở phòng “{place.title}”, mã {place.pin}.
          </p>
          <Link className="button" to="/lop-hoc/phong">
            Trở lại phòng đang mở
          </Link>
        </div>
      )}
      <OwnReady asked={topics}>
        {({ value }) => <WishForm topics={value.items.filter(({ questions }) => questions > 0)} onOpened={setPlace} />}
      </OwnReady>
    </Screen>
  )
}

const COUNTS = ['5', '10', '15', '20'] as const
const SECONDS = ['20', '30', '45', '60'] as const

type Topic = { id: string; name: string; questions: number }

function WishForm({ topics, onOpened }: { topics: Topic[]; onOpened: (place: HostPlace) => void }) {
  const { anyone } = useCitizen()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [topic, setTopic] = useState<string | null>(null)
  const [count, setCount] = useState<(typeof COUNTS)[number]>('10')
  const [seconds, setSeconds] = useState<(typeof SECONDS)[number]>('30')
  const [shown, setShown] = useState<{ field: string; text: string }[]>([])
  const opening = useAction(({ id, pin, hostToken }: { id: string; pin: string; hostToken: string }) => {
    onOpened({ id, pin, hostToken, title: title.trim() })
    navigate('/lop-hoc/phong')
  })
  const errorOf = (field: string) => shown.find((problem) => problem.field === field)?.text
  const firstTopic = `chu-de-${topics[0]?.id ?? ''}`

  function open() {
    const problems = [
      title.trim().length < 2 && { field: 'ten-phong', text: 'Ghi tên phòng, ví dụ Lớp 10A1' },
      topic === null && { field: firstTopic, text: 'Chọn một chủ đề' },
    ].filter((problem) => problem !== false)
    setShown(problems)
    if (problems.length > 0 || topic === null) return
    const wish = { title: title.trim(), topic, questions: Number(count), secondsEach: Number(seconds) }
    void opening.run(() => anyone.POST('/api/rooms', { body: wish }))
  }
  return (
    <form
      className="stack section"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        open()
      }}
    >
      <ProblemSummary problems={shown} />
      <TextField
        id="ten-phong"
        label="Tên phòng"
        help="Cả lớp nhìn thấy, ví dụ Lớp 10A1."
        autoComplete="off"
        maxLength={80}
        error={errorOf('ten-phong')}
        value={title}
        onChange={setTitle}
      />
      <PickGroup
        legend="Chủ đề"
        name="chu-de"
        value={topic}
        error={errorOf(firstTopic)}
        options={topics.map(({ id, name, questions }) => ({ value: id, title: name, help: `${questions} câu` }))}
        onChange={setTopic}
      />
      <ChoiceGroup
        legend="Số câu hỏi"
        name="so-cau"
        help="Chủ đề có ít câu hơn thì hỏi hết."
        value={count}
        options={COUNTS.map((value) => ({ value, label: value }))}
        onChange={setCount}
      />
      <ChoiceGroup
        legend="Thời gian mỗi câu"
        name="thoi-gian"
        value={seconds}
        options={SECONDS.map((value) => ({ value, label: `${value} giây` }))}
        onChange={setSeconds}
      />
      {opening.problem && (
        <p className="note bad" role="alert">
          {opening.problem}
        </p>
      )}
      <button type="submit" className="button main" disabled={opening.isSending}>
        Mở phòng
      </button>
    </form>
  )
}
