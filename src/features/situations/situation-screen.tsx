import { useEffect, useRef } from 'react'
import { Link, useParams, useSearchParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { Icon } from '../../ui/icon.tsx'
import { KIND_WORDS, pathOf } from '../../ui/link-path.ts'
import { Provenance } from '../../ui/provenance.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ShareButton } from '../../ui/share-button.tsx'
import { Standing } from '../../ui/standing.tsx'
import { Ready } from '../../ui/states.tsx'
import { writeAnswers } from '../procedures/checklist.ts'
import { PageFeedback } from '../reading/page-feedback.tsx'
import { useRead } from '../reading/use-read.ts'
import { type Step, trail, walk } from './walk.ts'

type Situation = components['schemas']['Situation']

/** A decision tree, one question a screen; the answers are the address, so that back and sharing just work. */
export default function SituationScreen() {
  const { slug = '' } = useParams()
  const situation = useApi().useAsk('/api/situations/{slug}', { path: { slug } })
  useRead('situation', situation.data?.slug)
  return (
    <Screen title={situation.data?.title ?? 'Tình huống'} below={situation.data?.summary}>
      <Ready asked={situation}>{(data) => <Tree situation={data} />}</Ready>
    </Screen>
  )
}

function Tree({ situation }: { situation: Situation }) {
  const [params] = useSearchParams()
  const answers = (params.get('a') ?? '').split('.').filter(Boolean)
  const step = walk(situation, answers)
  const told = trail(situation, answers)
  return (
    <div className="stack">
      <Standing item={situation} />
      {told.length > 0 && (
        <div className="card stack">
          <ol className="bullets">
            {told.map(({ question, answer }) => (
              <li key={question}>
                <span className="caption">{question}</span>
                <br />
                <strong>{answer}</strong>
              </li>
            ))}
          </ol>
          <Link to={`/tinh-huong/${situation.slug}`} className="home-more">
            Trả lời lại từ đầu
          </Link>
        </div>
      )}
      {step.kind === 'question' ? (
        <Question step={step} answers={answers} slug={situation.slug} />
      ) : (
        <Outcome step={step} situation={situation} answers={answers} />
      )}
    </div>
  )
}

/** Moves the reader's place to what is new, once something has been answered. */
function useArrival(key: string, isFirst: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new step is an arrival
  useEffect(() => {
    if (!isFirst) heading.current?.focus()
  }, [key, isFirst])
  return heading
}

function Question({
  step,
  answers,
  slug,
}: {
  step: Extract<Step, { kind: 'question' }>
  answers: string[]
  slug: string
}) {
  const given = answers.slice(0, step.asked)
  const heading = useArrival(step.key, step.asked === 0)
  return (
    <section className="stack" aria-labelledby="cau-hoi">
      <p className="caption">Câu {step.asked + 1}</p>
      <h2 id="cau-hoi" ref={heading} tabIndex={-1}>
        {step.question.text}
      </h2>
      {step.question.help && <p>{step.question.help}</p>}
      <ul className="rows">
        {step.question.options.map((option) => (
          <li key={option.key}>
            <RowLink to={`/tinh-huong/${slug}?a=${[...given, option.key].join('.')}`} title={option.label} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type OutcomeProps = { step: Extract<Step, { kind: 'outcome' }>; situation: Situation; answers: string[] }

function Outcome({ step: { key, outcome }, situation, answers }: OutcomeProps) {
  const heading = useArrival(key, answers.length === 0)
  const answersFor = (code: string | null) => outcome.answers.filter(({ procedure }) => procedure === code)
  return (
    <>
      <section className="card stack" aria-labelledby="ket-qua">
        <h2 id="ket-qua" ref={heading} tabIndex={-1}>
          {outcome.title}
        </h2>
        {outcome.text.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
      {outcome.links.length > 0 && (
        <ul className="rows">
          {outcome.links.map((link) => {
            const handed = answersFor(link.code)
            return (
              <li key={link.slug}>
                <RowLink
                  to={pathOf(link) + (handed.length > 0 ? `?tl=${writeAnswers(handed)}` : '')}
                  title={link.title}
                  help={KIND_WORDS[link.type]}
                />
              </li>
            )
          })}
        </ul>
      )}
      <div className="buttons">
        <ShareButton title={outcome.title} path={`/tinh-huong/${situation.slug}?a=${answers.join('.')}`} />
        <Link className="button" to="/tinh-huong">
          <Icon name="procedures" size={20} />
          Tình huống khác
        </Link>
      </div>
      <Provenance item={situation} />
      <PageFeedback type="situation" slug={situation.slug} />
    </>
  )
}
