import type { components } from '../../api/schema.gen.ts'
import { useIsKnown, useOwn } from '../../api/use-citizen.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty, Waiting } from '../../ui/states.tsx'
import { ShownKey } from '../quizzes/answer-fields.tsx'
import { useRoundOfAddress } from './result-head.tsx'
import '../quizzes/quizzes.css'

type Attempt = components['schemas']['OwnContestAnswers']['attempts'][number]

export default function AnswersScreen() {
  const { slug, round = 1 } = useRoundOfAddress()
  const isKnown = useIsKnown()
  const path = { slug, number: round }
  const answers = useOwn(isKnown ? '/api/me/contests/{slug}/rounds/{number}/answers' : null, { path })
  return (
    <Screen title="Bài làm và đáp án" above="Hội thi">
      {isKnown === undefined && <Waiting />}
      {isKnown === false && (
        <Empty>
          <p>Máy này chưa dự thi. Bài làm xem ở máy đã thi, trong Zalo.</p>
        </Empty>
      )}
      {isKnown && (
        <OwnReady asked={answers}>
          {({ attempts }) =>
            attempts.length === 0 ? (
              <Empty>
                <p>Bạn không có bài nào trong vòng này.</p>
              </Empty>
            ) : (
              attempts.map((attempt) => <Answers key={attempt.number} attempt={attempt} />)
            )
          }
        </OwnReady>
      )}
    </Screen>
  )
}

function Answers({ attempt: { number, isCounted, score, outOf, questions } }: { attempt: Attempt }) {
  return (
    <section className="section" aria-labelledby={`lan-${number}`}>
      <h2 id={`lan-${number}`}>
        Lần {number}: {score}/{outOf} điểm{isCounted && ', được tính'}
      </h2>
      <ol className="stack">
        {questions.map((question, at) => (
          // A paper's questions never move, and two may ask the same in other words.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at} className="card stack">
            <h3>
              Câu {at + 1}. {question.text}
            </h3>
            {question.isVoid && <p className="note warn">Câu này đã bị huỷ, mọi người đều được điểm.</p>}
            <ShownKey
              kind={question.kind}
              options={question.options}
              answerKey={question.key}
              chosen={question.chosen}
            />
            {question.chosen.length === 0 && <p>Bạn chưa trả lời câu này.</p>}
            <p className="caption">
              {question.explanation === '' ? 'Lời giải: chưa có thông tin.' : question.explanation}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
