import { useState } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router-dom'
import { useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { todayInVietnam } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useStored } from '../../ui/stored.ts'
import { BlockStep } from './block-step.tsx'
import { ConsentStep } from './consent-step.tsx'
import {
  blockOf,
  EMPTY_ENTRY,
  ENTRY_DRAFT_KEY,
  type EntryDraft,
  findProblems,
  type Problem,
  type Step,
  stepsOf,
} from './entry-draft.rules.ts'
import { PersonStep } from './person-step.tsx'
import { UnitStep } from './unit-step.tsx'
import { useEnter } from './use-enter.ts'
import './contests.css'

type Contest = components['schemas']['ContestHome']

export type StepProps = {
  contest: Contest
  draft: EntryDraft
  change: (part: Partial<EntryDraft>) => void
  errorOf: (field: string) => string | undefined
}

const TITLES: Record<Step, string> = {
  khoi: 'Bạn dự thi khối nào?',
  ban: 'Bạn là ai?',
  'don-vi': 'Trường, đơn vị của bạn',
  'dong-y': 'Bạn có đồng ý không?',
}
const PARTS: Record<Step, (props: StepProps) => React.ReactNode> = {
  ...{ khoi: BlockStep, ban: PersonStep, 'don-vi': UnitStep, 'dong-y': ConsentStep },
}

/** One question a screen; nothing leaves the phone before the last button. */
export default function EnterScreen() {
  const { slug = '', step: asked } = useParams()
  const home = useApi().useAsk('/api/contests/{slug}', { path: { slug } })
  const [kept, keep] = useStored(ENTRY_DRAFT_KEY, EMPTY_ENTRY)
  const draft = kept.slug === slug ? kept : { ...EMPTY_ENTRY, slug }
  const steps = stepsOf(home.data && blockOf(home.data, draft))
  const step = steps.find((each) => each === asked)
  if (step === undefined) return <Navigate to={`/hoi-thi/${slug}/ghi-ten/khoi`} replace />
  return (
    <Screen key={step} title={TITLES[step]} above={`Ghi tên dự thi · Bước ${steps.indexOf(step) + 1}/${steps.length}`}>
      <OwnReady asked={home}>
        {(contest) => (
          <Question
            key={step}
            contest={contest}
            step={step}
            draft={draft}
            change={(part) => keep({ ...draft, ...part })}
          />
        )}
      </OwnReady>
    </Screen>
  )
}

type QuestionProps = Omit<StepProps, 'errorOf'> & { step: Step }

function Question({ contest, step, draft, change }: QuestionProps) {
  const navigate = useNavigate()
  const enter = useEnter(contest, draft)
  const [shown, setShown] = useState<Problem[]>([])
  const Part = PARTS[step]
  const steps = stepsOf(blockOf(contest, draft))
  const isLast = steps.at(-1) === step

  function goOn() {
    const all = findProblems(contest, draft, todayInVietnam())
    const own = all.filter((problem) => problem.step === step)
    setShown(own)
    if (own.length > 0) return
    const missing = isLast ? all[0]?.step : undefined
    if (missing) return navigate(`/hoi-thi/${contest.slug}/ghi-ten/${missing}`)
    if (isLast) return void enter.run()
    navigate(`/hoi-thi/${contest.slug}/ghi-ten/${steps[steps.indexOf(step) + 1]}`)
  }
  return (
    <form
      className="stack section"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        goOn()
      }}
    >
      <ProblemSummary problems={shown} />
      <Part
        contest={contest}
        draft={draft}
        change={change}
        errorOf={(field) => shown.find((problem) => problem.field === field)?.text}
      />
      {enter.problem && (
        <p className="note bad" role="alert">
          {enter.problem}
        </p>
      )}
      <button type="submit" className="button main" disabled={enter.isSending}>
        {isLast ? 'Ghi tên dự thi' : 'Tiếp tục'}
      </button>
      <p className="caption">
        Chưa có gì được gửi đi cho đến khi bạn bấm Ghi tên dự thi. <Link to={`/hoi-thi/${contest.slug}`}>Để sau</Link>
      </p>
    </form>
  )
}
