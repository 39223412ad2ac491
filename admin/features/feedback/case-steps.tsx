import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { markUnsaved } from '../../ui/unsaved.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { NOTHING_SAID, type Said } from './said.ts'
import { SplitDialog } from './split-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'
import { type Case, type ReportState, STEP_NAMES, type Step } from './words.ts'

/** What usually comes next; everything else is one of the others. */
const USUAL: Partial<Record<ReportState, Step>> = {
  received: 'triage',
  triaged: 'assign',
  assigned: 'begin',
  reopened: 'begin',
  in_progress: 'draft',
  waiting_for_citizen: 'go_on',
  answer_drafted: 'submit',
  awaiting_approval: 'approve',
  answer_approved: 'send',
  answered: 'close',
}
const DONE: Partial<Record<Step, string>> = {
  triage: 'Đã phân loại.',
  return: 'Đã trả lại và báo người gửi.',
  assign: 'Đã giao.',
  begin: 'Phản ánh đang được xử lý.',
  ask: 'Đã hỏi người gửi. Thời hạn tạm dừng.',
  go_on: 'Thời hạn tính tiếp.',
  draft: 'Đã lưu dự thảo.',
  submit: 'Đã trình duyệt.',
  return_answer: 'Đã trả lại dự thảo.',
  approve: 'Đã duyệt.',
  send: 'Đã gửi câu trả lời.',
  close: 'Đã đóng.',
}

type Asked = Step | 'merge' | 'split'

/** The next steps as buttons; what is typed for one is kept while its dialog is closed. */
export function CaseSteps({ report }: { report: Case }) {
  const { message } = App.useApp()
  const [asked, setAsked] = useState<Asked>()
  const [said, setSaid] = useState<Partial<Record<Step, Said>>>({})
  const { steps, state, may } = report
  const ordered = [...steps].sort((one, other) => Number(other === USUAL[state]) - Number(one === USUAL[state]))
  const isTyping = Object.values(said).some(({ text }) => text.trim() !== '')
  useEffect(() => {
    markUnsaved('report-steps', isTyping)
    return () => markUnsaved('report-steps', false)
  }, [isTyping])

  function onTaken(step: Step) {
    setAsked(undefined)
    const { [step]: _, ...others } = said
    setSaid(others)
    message.success(DONE[step])
  }
  const close = () => setAsked(undefined)
  return (
    <>
      <div className="buttons">
        {ordered.map((step) => (
          <Button
            key={step}
            type={step === USUAL[state] ? 'primary' : 'default'}
            danger={step === 'return'}
            onClick={() => setAsked(step)}
          >
            {step === 'draft' && report.answer?.sentAt === null ? 'Sửa dự thảo' : STEP_NAMES[step]}
          </Button>
        ))}
        {may.merge && <Button onClick={() => setAsked('merge')}>Gộp</Button>}
        {may.split && <Button onClick={() => setAsked('split')}>Tách</Button>}
      </div>
      <WaitingForAnother report={report} />
      {asked === 'merge' && <MergeDialog report={report} onClose={close} />}
      {asked === 'split' && <SplitDialog report={report} onClose={close} />}
      {asked !== undefined && asked !== 'merge' && asked !== 'split' && (
        <StepDialog
          key={asked}
          step={asked}
          report={report}
          said={said[asked] ?? firstWords(asked, report)}
          onSay={(words) => setSaid({ ...said, [asked]: words })}
          onClose={close}
          onTaken={onTaken}
        />
      )}
    </>
  )
}

/** A draft goes on from where it stands. */
function firstWords(step: Step, { answer }: Case): Said {
  return step === 'draft' && answer?.sentAt === null ? { ...NOTHING_SAID, text: answer.text } : NOTHING_SAID
}

function WaitingForAnother({ report: { state, steps, isAboutYou } }: { report: Case }) {
  const isAnothers = state === 'awaiting_approval' || state === 'answer_approved'
  if (!isAnothers || steps.includes('send') || steps.includes('approve') || isAboutYou) return null
  return (
    <p className="caption">
      {state === 'awaiting_approval' ? 'Đang chờ người duyệt.' : 'Đã duyệt, người duyệt sẽ gửi.'} Người soạn không tự
      duyệt, không tự gửi câu trả lời của mình.
    </p>
  )
}
