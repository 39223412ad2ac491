import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { client, ifMatch, newKey } from '../../api/client.ts'
import { readProblem } from '../../api/problem.ts'
import { MomentInput } from '../../ui/moment-input.tsx'
import { Failed } from '../../ui/states.tsx'
import { EntryLinks } from '../upkeep/entry-links.tsx'
import type { Edition, Entry, Step } from './entry.ts'
import { contentProblemText } from './problem-words.ts'
import { STEP_TELLS } from './step-words.ts'
import { STEP_NAMES } from './words.ts'

/** Before these, addresses that lead nowhere are told once more. */
const SHOWS_TO_PEOPLE = new Set<Step>(['publish', 'publish_urgently', 'schedule'])
/** The usual next step first; everything else is one of the others. */
const USUAL: Step[] = ['submit', 'approve', 'publish', 'agree']

type Props = {
  entry: Entry
  edition: Edition
  /** The edition as the service has it, once everything typed is saved; where nothing is typed, `edition` is that. */
  latest?: () => Promise<Edition | undefined>
  onTaken: () => Promise<unknown>
}

/** What may be done with the edition, as buttons that first say what will happen. */
export function Steps({ entry, edition, latest, onTaken }: Props) {
  const [asked, setAsked] = useState<Step>()
  const [usual] = USUAL.filter((step) => edition.steps.includes(step))
  return (
    <div className="buttons">
      {edition.steps.map((step) => (
        <Button
          key={step}
          type={step === usual ? 'primary' : 'default'}
          danger={step === 'discard' || step === 'unpublish' || step === 'withdraw'}
          onClick={() => setAsked(step)}
        >
          {STEP_NAMES[step]}
        </Button>
      ))}
      {asked && (
        <StepDialog
          key={asked}
          step={asked}
          entry={entry}
          edition={edition}
          latest={latest}
          onClose={() => setAsked(undefined)}
          onTaken={onTaken}
        />
      )}
    </div>
  )
}

function StepDialog({
  step,
  entry,
  edition: shown,
  latest,
  onClose,
  onTaken,
}: Props & { step: Step; onClose: () => void }) {
  const { tells, asks } = STEP_TELLS[step]
  const [said, setSaid] = useState({ remark: '', at: '', redirectTo: '' })
  const [key] = useState(newKey)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const isMissing = (asks === 'remark' && said.remark.trim().length < 3) || (asks === 'time' && said.at === '')

  async function take() {
    setSending(true)
    setProblem(undefined)
    try {
      const edition = latest ? await latest() : shown
      if (edition === undefined) return onClose()
      const { error } = await client.POST('/admin/api/editions/{id}/steps/{step}', {
        params: { path: { id: edition.id, step }, header: ifMatch(edition.version) },
        headers: { 'idempotency-key': key },
        body: {
          ...(asks === 'remark' ? { remark: said.remark.trim() } : {}),
          ...(asks === 'time' ? { at: said.at } : {}),
          ...(said.redirectTo.trim() === '' ? {} : { redirectTo: said.redirectTo.trim() }),
        },
      })
      if (error) throw error
      onClose()
      await onTaken()
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal
      open
      title={STEP_NAMES[step]}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button key="yes" type="primary" loading={isSending} disabled={isMissing} onClick={() => void take()}>
          {STEP_NAMES[step]}
        </Button>,
      ]}
    >
      <div className="stack wide">
        <p>{tells(entry)}</p>
        {SHOWS_TO_PEOPLE.has(step) && <EntryLinks entryId={entry.id} isUnfolded />}
        {asks === 'remark' && (
          <>
            <label htmlFor="step-remark">Lý do</label>
            <Input.TextArea
              id="step-remark"
              rows={3}
              maxLength={1000}
              autoFocus
              value={said.remark}
              onChange={({ target }) => setSaid({ ...said, remark: target.value })}
            />
          </>
        )}
        {asks === 'time' && <MomentInput label="Công bố vào lúc" onChange={(at) => setSaid({ ...said, at })} />}
        {step === 'unpublish' && (
          <>
            <label htmlFor="step-redirect">Địa chỉ cũ dẫn đến trang nào (để trống nếu không có)</label>
            <Input
              id="step-redirect"
              placeholder="/cam-nang/papi"
              value={said.redirectTo}
              onChange={({ target }) => setSaid({ ...said, redirectTo: target.value })}
            />
          </>
        )}
        {problem !== undefined && <Refused problem={problem} />}
      </div>
    </Modal>
  )
}

function Refused({ problem }: { problem: unknown }) {
  if (readProblem(problem).code === 'staff.second_factor_required') return <Failed problem={problem} />
  return (
    <p className="note bad" role="alert">
      {contentProblemText(problem)}
    </p>
  )
}
