import { ShownKey } from '../quizzes/answer-fields.tsx'
import { isRight } from '../quizzes/marking.rules.ts'
import { ownAnswer } from './own-answers.ts'
import type { PlayerPlace } from './room-places.ts'
import type { Room } from './use-room.ts'

type Props = { room: Room; place: PlayerPlace; own: Room['players'][number] }

export function PlayerResult({ room: { at, question, shown, players }, place, own }: Props) {
  if (question === null || shown === null) return null
  const answer = ownAnswer(place.id, at)
  const wasRight = answer !== undefined && isRight({ kind: question.kind, key: shown.key }, answer)
  return (
    <div className="stack">
      <section className={`note stack ${wasRight ? 'good' : 'warn'}`} role="status">
        <h2>{answer === undefined ? 'Chưa có câu trả lời' : wasRight ? '✓ Đúng rồi' : '✗ Chưa đúng'}</h2>
        <p>
          Bạn có {own.points} điểm, hạng {own.rank}/{players.length}.
        </p>
      </section>
      <h2 className="question">{question.text}</h2>
      <ShownKey kind={question.kind} options={question.options} answerKey={shown.key} chosen={answer ?? []} />
      {shown.explanation !== '' && <p>{shown.explanation}</p>}
      <p className="caption">Chờ thầy cô sang câu tiếp theo.</p>
    </div>
  )
}
