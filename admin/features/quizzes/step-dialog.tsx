import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { client, ifMatch } from '../../api/client.ts'
import { Failed } from '../../ui/states.tsx'
import { poolOf, type SimpleStep, STEPS } from './step-words.ts'
import type { Question } from './words.ts'

const SHORTEST_REASON = 5

type Props = { step: SimpleStep; question: Question; onClose: () => void; onDone: (question: Question) => unknown }

/** Says what the step means, takes its reason, and keeps what was typed when it is refused. */
export function StepDialog({ step, question, onClose, onDone }: Props) {
  const { verb, tell, needsReason, isDanger } = STEPS[step]
  const [reason, setReason] = useState('')
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  async function take() {
    setSending(true)
    setProblem(undefined)
    try {
      await onDone(await send(step, question, reason.trim()))
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal
      open
      title={`${verb(question)} ${question.code}`}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button
          key="yes"
          type="primary"
          danger={isDanger}
          loading={isSending}
          disabled={needsReason && reason.trim().length < SHORTEST_REASON}
          onClick={() => void take()}
        >
          {verb(question)}
        </Button>,
      ]}
    >
      <div className="stack wide-parts">
        <p>{tell(question)}</p>
        {needsReason && (
          <label className="wide-field" htmlFor="step-reason">
            Lý do
            <Input.TextArea
              id="step-reason"
              rows={2}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
        )}
        {problem !== undefined && <Failed problem={problem} />}
      </div>
    </Modal>
  )
}

async function send(step: SimpleStep, question: Question, reason: string): Promise<Question> {
  const params = { path: { id: question.id }, header: ifMatch(question.version) }
  const { data, error } = await post(step, params, question, reason)
  if (error) throw error
  return data
}

type Params = { path: { id: string }; header: ReturnType<typeof ifMatch> }

function post(step: SimpleStep, params: Params, question: Question, reason: string) {
  switch (step) {
    case 'publish':
      return client.POST('/admin/api/questions/{id}/publish', { params })
    case 'discard':
      return client.POST('/admin/api/questions/{id}/discard', { params })
    case 'bring_back':
      return client.POST('/admin/api/questions/{id}/bring-back', { params })
    case 'retire':
      return client.POST('/admin/api/questions/{id}/retire', { params, body: { reason } })
    case 'move_pool': {
      const pool = poolOf(question) === 'contest' ? ('practice' as const) : ('contest' as const)
      return client.POST('/admin/api/questions/{id}/pool', { params, body: { pool } })
    }
  }
}
