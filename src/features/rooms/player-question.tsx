import { useState } from 'react'
import { useCitizen } from '../../api/use-citizen.ts'
import { useSecondsLeft } from '../contests/server-clock.ts'
import { useAction } from '../feedback/use-action.ts'
import { Ordering } from '../quizzes/answer-fields.tsx'
import { choose, LETTERS } from '../quizzes/marking.rules.ts'
import '../quizzes/quizzes.css'
import { AnswerMark } from './answer-mark.tsx'
import { ownAnswer, rememberAnswer } from './own-answers.ts'
import type { PlayerPlace } from './room-places.ts'
import type { SeenRoom } from './use-room.ts'

export function PlayerQuestion({ place, seen }: { place: PlayerPlace; seen: SeenRoom }) {
  const { anyone } = useCitizen()
  const { room, offset } = seen
  const seconds = useSecondsLeft(room.closesAt ?? '', offset)
  const [taken, setTaken] = useState(() => ownAnswer(place.id, room.at))
  const [chosen, setChosen] = useState<number[]>([])
  const sending = useAction(({ at, answer }: { at: number; answer: number[] }) => {
    rememberAnswer(place.id, at, answer)
    setTaken(answer)
  })
  const { question } = room
  if (question === null) return null
  const { kind, text, options } = question
  const shownOrder = options.map((_, at) => at)

  function answer(choices: number[]) {
    setChosen(choices)
    void sending.run(() =>
      anyone.POST('/api/rooms/{id}/answers', {
        params: { path: { id: place.id } },
        body: { playerToken: place.playerToken, at: room.at, answer: choices },
      }),
    )
  }
  return (
    <div className="stack">
      <p className="time-left">
        Câu {room.at + 1}/{room.of} · còn {seconds} giây
      </p>
      <h2 className="question">{text}</h2>
      {taken ? (
        <p className="note good" role="status">
          ✓ Đã gửi: {kind === 'ordering' ? 'thứ tự của bạn' : taken.map((at) => LETTERS[at]).join(', ')}. Chờ cả lớp trả
          lời.
        </p>
      ) : (
        <>
          {sending.problem && (
            <p className="note bad" role="alert">
              {sending.problem}
            </p>
          )}
          {kind === 'ordering' ? (
            <Ordering options={options} order={chosen.length === 0 ? shownOrder : chosen} onChange={setChosen} />
          ) : (
            <ul className="room-answers">
              {options.map((option, at) => (
                <li key={option}>
                  <button
                    type="button"
                    className="room-answer"
                    disabled={sending.isSending}
                    aria-pressed={kind === 'multiple' ? chosen.includes(at) : undefined}
                    onClick={() => (kind === 'multiple' ? setChosen(choose(kind, chosen, at)) : answer([at]))}
                  >
                    <AnswerMark place={at} />
                    <span>{option}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          {(kind === 'multiple' || kind === 'ordering') && (
            <button
              type="button"
              className="button main"
              disabled={sending.isSending || (kind === 'multiple' && chosen.length === 0)}
              onClick={() => answer(chosen.length === 0 ? shownOrder : chosen)}
            >
              Gửi câu trả lời
            </button>
          )}
        </>
      )}
    </div>
  )
}
