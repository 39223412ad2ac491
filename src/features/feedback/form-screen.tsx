import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router-dom'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Ready, Waiting } from '../../ui/states.tsx'
import { AgreementStep } from './agreement-step.tsx'
import { CheckStep } from './check-step.tsx'
import { ContentStep } from './content-step.tsx'
import { type Draft, findProblems, type Problem, STEPS, type Step } from './draft.ts'
import { useDraft } from './draft-store.ts'
import { FilesStep } from './files-step.tsx'
import { type FormFacts, useFormFacts } from './form-facts.ts'
import { KindStep } from './kind-step.tsx'
import { MatterStep } from './matter-step.tsx'
import { NoticeStep } from './notice-step.tsx'
import { SenderStep } from './sender-step.tsx'
import './feedback.css'

export type StepProps = {
  draft: Draft
  facts: FormFacts
  change: (part: Partial<Draft>) => void
  errorOf: (field: string) => string | undefined
}

const TITLES: Record<Step, string> = {
  loai: 'Bạn muốn gửi gì?',
  viec: 'Việc này thuộc mục nào?',
  'noi-dung': 'Chuyện gì đã xảy ra?',
  tep: 'Ảnh, giấy tờ kèm theo',
  'nguoi-gui': 'Bạn là ai?',
  'dong-y': 'Bạn có đồng ý không?',
  gui: 'Xem lại rồi gửi',
}

const PARTS: Record<Exclude<Step, 'gui'>, (props: StepProps) => React.ReactNode> = {
  loai: KindStep,
  viec: MatterStep,
  'noi-dung': ContentStep,
  tep: FilesStep,
  'nguoi-gui': SenderStep,
  'dong-y': AgreementStep,
}

const NOTICE = 'luu-y'

/** One question a screen; what is written stays on this device until the person sends it. */
export default function FormScreen() {
  const { step: asked } = useParams()
  const step = STEPS.find((each) => each === asked) ?? 'loai'
  const facts = useFormFacts()
  const { draft, change } = useDraft()
  const isNotice = asked === NOTICE
  return (
    <Screen
      key={asked}
      title={isNotice ? 'Trước khi gửi' : TITLES[step]}
      above={isNotice ? 'Gửi phản ánh, góp ý' : `Gửi phản ánh, góp ý · Bước ${STEPS.indexOf(step) + 1}/${STEPS.length}`}
    >
      {!isNotice && <Progress step={step} />}
      <Ready asked={facts}>
        {(known) => {
          if (draft === undefined) return <Waiting />
          if (isNotice) return <NoticeStep draft={draft} change={change} />
          if (step === 'gui') return <CheckStep draft={draft} facts={known} onTextChanged={facts.refetch} />
          return <Question key={step} step={step} draft={draft} facts={known} change={change} />
        }}
      </Ready>
    </Screen>
  )
}

function Progress({ step }: { step: Step }) {
  return (
    <p className="steps-bar" aria-hidden="true">
      <span style={{ width: `${((STEPS.indexOf(step) + 1) / STEPS.length) * 100}%` }} />
    </p>
  )
}

type QuestionProps = Omit<StepProps, 'errorOf'> & { step: Exclude<Step, 'gui'> }

function Question({ step, draft, facts, change }: QuestionProps) {
  const navigate = useNavigate()
  const [shown, setShown] = useState<Problem[]>([])
  const Part = PARTS[step]
  const errorOf = (field: string) => shown.find((problem) => problem.field === field)?.text

  function goOn() {
    const problems = findProblems(draft).filter((problem) => problem.step === step)
    setShown(problems)
    if (problems.length > 0) return
    const next = step === 'noi-dung' ? NOTICE : STEPS[STEPS.indexOf(step) + 1]
    navigate(`/phan-anh/gui/${next}`)
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
      <Part draft={draft} facts={facts} change={change} errorOf={errorOf} />
      {draft.kind !== 'legal' && (
        <button type="submit" className="button main">
          Tiếp tục
        </button>
      )}
      <p className="caption">
        Bản đang viết được giữ trên máy này, chưa gửi đi đâu. <Link to="/phan-anh">Để sau</Link>
      </p>
    </form>
  )
}
