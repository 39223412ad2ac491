import { Button } from 'antd'
import { useState } from 'react'
import { may, type Permission, useMe } from '../account/session.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { type BulkStep, type InboxRow, STEP_NAMES } from './words.ts'

const NEEDS: Record<BulkStep, Permission> = {
  triage: 'feedback.triage',
  assign: 'feedback.triage',
  send: 'feedback.approve',
  close: 'feedback.handle',
}

type Props = { picked: InboxRow[]; onPick: (rows: InboxRow[]) => void; steps: BulkStep[] }

/** What may be done with all that is picked. */
export function BulkBar({ picked, onPick, steps }: Props) {
  const { data: me } = useMe()
  const [asked, setAsked] = useState<{ step: BulkStep; rows: InboxRow[] }>()
  const mine = steps.filter((step) => me && may(me, NEEDS[step]))
  return (
    <>
      {picked.length > 0 && (
        <section className="note bulk-bar" aria-label="Việc với các phản ánh đã chọn">
          <span role="status">Đã chọn {picked.length} phản ánh</span>
          <div className="buttons">
            {mine.map((step) => (
              <Button key={step} onClick={() => setAsked({ step, rows: picked })}>
                {STEP_NAMES[step]}
              </Button>
            ))}
            <Button type="text" onClick={() => onPick([])}>
              Bỏ chọn
            </Button>
          </div>
        </section>
      )}
      {asked && <BulkDialog {...asked} onClose={() => setAsked(undefined)} onDone={() => onPick([])} />}
    </>
  )
}
