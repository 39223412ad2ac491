import { App, Button } from 'antd'
import { useState } from 'react'
import { CorrectKeyDialog } from './correct-key-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'
import { type SimpleStep, STEPS } from './step-words.ts'
import { useRefreshBank } from './use-refresh-bank.ts'
import type { Question } from './words.ts'

const ORDER: SimpleStep[] = ['publish', 'move_pool', 'retire', 'bring_back', 'discard']

/** What this person may do with the question now. */
export function QuestionSteps({ question, onEdit }: { question: Question; onEdit: () => void }) {
  const { message } = App.useApp()
  const refresh = useRefreshBank()
  const [asked, setAsked] = useState<SimpleStep | 'correct_key'>()
  const { steps } = question
  // What is missing stands above; a button that is sure to be refused would say it twice.
  const possible = ORDER.filter(
    (step) => steps.includes(step) && (step !== 'publish' || question.problems.length === 0),
  )
  const hasDraft = question.versions.some(({ state }) => state === 'draft')

  async function done(changed: Question, said: string) {
    setAsked(undefined)
    await refresh(changed)
    message.success(said)
  }
  return (
    <div className="buttons">
      {steps.includes('edit') && (
        <Button type={possible.includes('publish') ? 'default' : 'primary'} onClick={onEdit}>
          {hasDraft ? 'Sửa bản nháp' : 'Sửa thành bản mới'}
        </Button>
      )}
      {possible.map((step) => (
        <Button
          key={step}
          type={step === 'publish' || step === 'bring_back' ? 'primary' : 'default'}
          danger={STEPS[step].isDanger}
          onClick={() => setAsked(step)}
        >
          {STEPS[step].verb(question)}
        </Button>
      ))}
      {steps.includes('correct_key') && <Button onClick={() => setAsked('correct_key')}>Sửa đáp án</Button>}
      {asked === 'correct_key' && (
        <CorrectKeyDialog
          question={question}
          onClose={() => setAsked(undefined)}
          onDone={(changed) => done(changed, 'Đã sửa đáp án.')}
        />
      )}
      {asked !== undefined && asked !== 'correct_key' && (
        <StepDialog
          key={asked}
          step={asked}
          question={question}
          onClose={() => setAsked(undefined)}
          onDone={(changed) => done(changed, STEPS[asked].done)}
        />
      )}
    </div>
  )
}
