import { Button, Modal } from 'antd'
import { useState } from 'react'
import { client, ifMatch, newKey } from '../../api/client.ts'
import { readProblem } from '../../api/problem.ts'
import { Refused } from './refused.tsx'
import { isMissing, type Said, toBody } from './said.ts'
import { SaidFields } from './said-fields.tsx'
import { STEP_TELLS } from './step-tells.ts'
import { useRefreshReports } from './use-refresh-reports.ts'
import { type Case, STEP_NAMES, type Step } from './words.ts'

type Props = {
  step: Step
  report: Case
  said: Said
  onSay: (said: Said) => void
  onClose: () => void
  onTaken: (step: Step) => void
}

/** Says what the step means for the sender, takes what it asks for, and keeps it when the step is refused. */
export function StepDialog({ step, report, said, onSay, onClose, onTaken }: Props) {
  const refresh = useRefreshReports()
  const [key, setKey] = useState(newKey)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const sendsToo = step === 'approve' && said.when === 'now'
  const isPossible = report.steps.includes(step)

  async function take() {
    setSending(true)
    setProblem(undefined)
    try {
      const taken = await post(report, step, said, key)
      await refresh(taken)
      if (sendsToo) await refresh(await post(taken, 'send', said, newKey()))
      onTaken(sendsToo ? 'send' : step)
    } catch (thrown) {
      setProblem(thrown)
      // Where no answer came, the same key makes the next click the same request.
      if (readProblem(thrown).code !== 'app.offline') setKey(newKey())
      if (isOutrun(thrown)) await refresh()
    } finally {
      setSending(false)
    }
  }
  const verb = sendsToo ? 'Duyệt và gửi ngay' : step === 'draft' ? 'Lưu dự thảo' : STEP_NAMES[step]
  return (
    <Modal
      open
      title={STEP_NAMES[step]}
      width={step === 'draft' ? 720 : 560}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button
          key="yes"
          type="primary"
          danger={step === 'return'}
          loading={isSending}
          disabled={!isPossible || isMissing(step, said)}
          onClick={() => void take()}
        >
          {verb}
        </Button>,
      ]}
    >
      <div className="stack wide">
        <p>{STEP_TELLS[step]}</p>
        {(step === 'approve' || step === 'send') && report.answer && (
          <blockquote className="note said">{report.answer.text}</blockquote>
        )}
        <SaidFields step={step} said={said} onChange={onSay} report={report} />
        {problem !== undefined && <Refused problem={problem} report={report} isPossible={isPossible} />}
      </div>
    </Modal>
  )
}

async function post({ id, version }: Case, step: Step, said: Said, key: string): Promise<Case> {
  const { data, error } = await client.POST('/admin/api/reports/{id}/steps/{step}', {
    params: { path: { id, step }, header: ifMatch(version) },
    headers: { 'idempotency-key': key },
    body: toBody(step, said),
  })
  if (error) throw error
  return data
}

/** Somebody else changed the report since it was shown here. */
function isOutrun(problem: unknown) {
  return ['report.changed_meanwhile', 'report.wrong_state'].includes(readProblem(problem).code)
}
