import { Button, Modal } from 'antd'
import { useState } from 'react'
import { client, newKey } from '../../api/client.ts'
import { PROBLEM_WORDS } from '../../api/problem-text.ts'
import { Failed } from '../../ui/states.tsx'
import { useRefreshBank } from './use-refresh-bank.ts'
import type { BankRow } from './words.ts'

/** What the service takes in one go. */
const MOST = 100

type Outcome = { id: string; problem: string | null }

export function PublishBar({ picked, onPick }: { picked: BankRow[]; onPick: (rows: BankRow[]) => void }) {
  const [asked, setAsked] = useState<BankRow[]>()
  return (
    <>
      {picked.length > 0 && (
        <section className="note publish-bar" aria-label="Việc với các câu đã chọn">
          <span role="status">Đã chọn {picked.length} câu</span>
          <div className="buttons">
            <Button type="primary" onClick={() => setAsked(picked.slice(0, MOST))}>
              Duyệt, đưa vào dùng
            </Button>
            <Button type="text" onClick={() => onPick([])}>
              Bỏ chọn
            </Button>
          </div>
        </section>
      )}
      {asked && <PublishDialog rows={asked} onClose={() => setAsked(undefined)} onDone={() => onPick([])} />}
    </>
  )
}

function PublishDialog({ rows, onClose, onDone }: { rows: BankRow[]; onClose: () => void; onDone: () => void }) {
  const refresh = useRefreshBank()
  const [key] = useState(newKey)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const [outcomes, setOutcomes] = useState<Outcome[]>()
  const secrets = rows.filter(({ pool }) => pool === 'contest').length

  async function publish() {
    setSending(true)
    setProblem(undefined)
    try {
      const { data, error } = await client.POST('/admin/api/questions/publish', {
        headers: { 'idempotency-key': key },
        body: { questions: rows.map(({ id, version }) => ({ id, version })) },
      })
      if (error) throw error
      setOutcomes(data.items)
      onDone()
      await refresh()
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  if (outcomes) return <Outcomes rows={rows} outcomes={outcomes} onClose={onClose} />
  return (
    <Modal
      open
      title={`Duyệt, đưa vào dùng ${rows.length} câu`}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button key="yes" type="primary" loading={isSending} onClick={() => void publish()}>
          Duyệt {rows.length} câu
        </Button>,
      ]}
    >
      <div className="stack">
        <p>
          Câu ôn luyện hiện ra ngay với đáp án trong ứng dụng.{' '}
          {secrets > 0 && `${secrets} câu của hội thi được giữ kín.`} Câu còn thiếu hoặc do chính anh/chị soạn sẽ được
          giữ lại.
        </p>
        {problem !== undefined && <Failed problem={problem} />}
      </div>
    </Modal>
  )
}

function Outcomes({ rows, outcomes, onClose }: { rows: BankRow[]; outcomes: Outcome[]; onClose: () => void }) {
  const done = outcomes.filter(({ problem }) => problem === null).length
  return (
    <Modal
      open
      title={`Đã đưa vào dùng ${done} câu, chưa được ${outcomes.length - done}`}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          Đóng
        </Button>
      }
    >
      <ul className="outcomes">
        {outcomes.map(({ id, problem }) => (
          <li key={id}>
            <span className="code">{rows.find((row) => row.id === id)?.code}</span>{' '}
            {problem === null ? (
              <span className="done">✓ Xong</span>
            ) : (
              <span className="refused">✗ {PROBLEM_WORDS[problem] ?? 'Chưa duyệt được câu này.'}</span>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  )
}
