import { Button, Modal } from 'antd'
import { useState } from 'react'
import { client, newKey } from '../../api/client.ts'
import { PROBLEM_WORDS } from '../../api/problem-text.ts'
import { Failed } from '../../ui/states.tsx'
import { isMissing, NOTHING_SAID, type Said, toBody } from './said.ts'
import { SaidFields } from './said-fields.tsx'
import { BULK_TELLS } from './step-tells.ts'
import { useRefreshReports } from './use-refresh-reports.ts'
import { type BulkStep, type InboxRow, STEP_NAMES } from './words.ts'

/** What the service takes in one go. */
const MOST = 100

type Result = { done: string[]; refused: { id: string; code: string }[] }
type Props = { step: BulkStep; rows: InboxRow[]; onClose: () => void; onDone: () => void }

/** The same with each of them, and what became of each. */
export function BulkDialog({ step, rows, onClose, onDone }: Props) {
  const refresh = useRefreshReports()
  const [said, setSaid] = useState<Said>(NOTHING_SAID)
  const [key] = useState(newKey)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const [result, setResult] = useState<Result>()
  const taken = rows.slice(0, MOST)
  const [first] = taken

  async function take() {
    setSending(true)
    setProblem(undefined)
    try {
      const { data, error } = await client.POST('/admin/api/reports/steps', {
        headers: { 'idempotency-key': key },
        body: { step, items: taken.map(({ id, version }) => ({ id, version })), said: toBody(step, said) },
      })
      if (error) throw error
      setResult(data)
      onDone()
      await refresh()
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  if (result) return <Outcome rows={taken} result={result} step={step} onClose={onClose} />
  return (
    <Modal
      open
      title={`${STEP_NAMES[step]} ${taken.length} phản ánh`}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button
          key="yes"
          type="primary"
          loading={isSending}
          disabled={isMissing(step, said, { isBulk: true })}
          onClick={() => void take()}
        >
          {STEP_NAMES[step]} {taken.length} phản ánh
        </Button>,
      ]}
    >
      <div className="stack wide">
        <p>{BULK_TELLS[step]}</p>
        {rows.length > MOST && (
          <p className="note warn">Mỗi lần làm được {MOST} phản ánh đầu; phần còn lại làm tiếp sau.</p>
        )}
        {first && <SaidFields step={step} said={said} onChange={setSaid} report={first} isBulk />}
        {problem !== undefined && <Failed problem={problem} />}
      </div>
    </Modal>
  )
}

function Outcome({
  rows,
  result,
  step,
  onClose,
}: {
  rows: InboxRow[]
  result: Result
  step: BulkStep
  onClose: () => void
}) {
  const { done, refused } = result
  return (
    <Modal
      open
      title={`${STEP_NAMES[step]}: xong ${done.length}, chưa được ${refused.length}`}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          Đóng
        </Button>
      }
    >
      <ul className="outcomes">
        {rows.map(({ id, code }) => {
          const why = refused.find((each) => each.id === id)?.code
          return (
            <li key={id}>
              <span className="code">{code}</span>{' '}
              {why === undefined ? (
                <span className="done">✓ Xong</span>
              ) : (
                <span className="refused">✗ {PROBLEM_WORDS[why] ?? 'Chưa làm được việc này.'}</span>
              )}
            </li>
          )
        })}
      </ul>
    </Modal>
  )
}
