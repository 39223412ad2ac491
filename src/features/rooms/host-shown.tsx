import { AnswerMark } from './answer-mark.tsx'
import type { Host } from './use-host.ts'
import type { Room, SeenRoom } from './use-room.ts'

const SHOWN_PLAYERS = 5

export function HostShown({ seen: { room }, host }: { seen: SeenRoom; host: Host }) {
  const { question, shown, players, at, of } = room
  if (question === null || shown === null) return null
  return (
    <>
      <p className="time-left">
        Câu {at + 1}/{of} · {shown.right}/{players.length} bạn trả lời đúng
      </p>
      <h2 className="wall-question">{question.text}</h2>
      {question.kind === 'ordering' ? (
        <ol className="bullets">
          {shown.key.map((place) => (
            <li key={place}>{question.options[place]}</li>
          ))}
        </ol>
      ) : (
        <Bars question={question} shown={shown} />
      )}
      {shown.explanation !== '' && <p className="note">{shown.explanation}</p>}
      <section className="stack" aria-labelledby="dang-dan">
        <h2 id="dang-dan">Đang dẫn đầu</h2>
        <ol className="others">
          {players.slice(0, SHOWN_PLAYERS).map(({ nickname, points, rank }) => (
            <li key={nickname}>
              {rank}. {nickname} · {points} điểm
            </li>
          ))}
        </ol>
      </section>
      <div className="buttons">
        <button type="button" className="button main" disabled={host.isSending} onClick={host.advance}>
          {at + 1 === of ? 'Xem kết quả chung' : 'Câu tiếp theo'}
        </button>
      </div>
    </>
  )
}

type BarsProps = { question: NonNullable<Room['question']>; shown: NonNullable<Room['shown']> }

function Bars({ question: { options }, shown: { key, counts } }: BarsProps) {
  const most = Math.max(1, ...counts)
  return (
    <ul className="bars">
      {options.map((option, place) => {
        const isKey = key.includes(place)
        return (
          <li key={option} className={isKey ? 'is-key' : ''}>
            <span className="bar-words">
              <AnswerMark place={place} />
              <span>
                {option}
                {isKey && <strong> ✓ Đáp án đúng</strong>}
              </span>
              <strong>{counts[place] ?? 0} bạn</strong>
            </span>
            <span className={`bar tone-${place % 4}`} style={{ width: `${((counts[place] ?? 0) / most) * 100}%` }} />
          </li>
        )
      })}
    </ul>
  )
}
