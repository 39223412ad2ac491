import { formatMoment } from '../../ui/dates.ts'
import { formatDay } from '../units/words.ts'
import type { Case } from './words.ts'

/** The answer being written, or the one that was sent, and what its readers thought of it. */
export function CaseAnswer({ report: { answer, ratings } }: { report: Case }) {
  if (answer === null) return null
  const { text, authorNames, approvedByName, answerDay, sentAt } = answer
  return (
    <section className="card stack" aria-labelledby="answer">
      <h2 id="answer">{sentAt === null ? 'Dự thảo câu trả lời' : 'Câu trả lời đã gửi'}</h2>
      <p className="said">{text}</p>
      <p className="caption">
        Soạn: {authorNames.join(', ')}
        {approvedByName !== null && ` · Duyệt: ${approvedByName}`}
        {sentAt === null && answerDay !== null && ` · Gửi ngày ${formatDay(answerDay)}`}
        {sentAt !== null && ` · Gửi lúc ${formatMoment(sentAt)}`}
      </p>
      {ratings.map(({ round, stars, comment }) => (
        <p key={round} className="note">
          Người gửi đánh giá lần trả lời {round}: <strong>{stars}/5</strong>
          {comment !== '' && ` · “${comment}”`}
        </p>
      ))}
    </section>
  )
}
