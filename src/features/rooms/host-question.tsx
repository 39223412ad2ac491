import { useEffect, useRef } from 'react'
import { useSecondsLeft } from '../contests/server-clock.ts'
import '../quizzes/quizzes.css'
import { AnswerMark } from './answer-mark.tsx'
import type { Host } from './use-host.ts'
import type { SeenRoom } from './use-room.ts'

/** What an answer may still need on its way when the time is up. */
const ON_ITS_WAY_MS = 1_500

export function HostQuestion({ seen: { room, answered, offset }, host }: { seen: SeenRoom; host: Host }) {
  const seconds = useSecondsLeft(room.closesAt ?? '', offset)
  const isOver = seconds === 0
  const advance = useRef(host.advance)
  advance.current = host.advance
  useEffect(() => {
    if (!isOver) return
    const timer = setTimeout(() => void advance.current(), ON_ITS_WAY_MS)
    return () => clearTimeout(timer)
  }, [isOver])
  if (room.question === null) return null
  const { text, options } = room.question
  return (
    <>
      <p className="time-left">
        Câu {room.at + 1}/{room.of} · {isOver ? 'Hết giờ' : `còn ${seconds} giây`} · {answered}/{room.players.length}{' '}
        bạn đã trả lời
      </p>
      <h2 className="wall-question">{text}</h2>
      <ul className="room-answers wide">
        {options.map((option, at) => (
          <li key={option} className="room-answer">
            <AnswerMark place={at} />
            <span>{option}</span>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="button main" disabled={host.isSending} onClick={host.advance}>
          Xem đáp án
        </button>
      </div>
    </>
  )
}
