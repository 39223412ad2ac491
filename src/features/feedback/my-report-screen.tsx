import { useCallback } from 'react'
import { useParams } from 'react-router-dom'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen, useOwn } from '../../api/use-citizen.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useStored } from '../../ui/stored.ts'
import { OwnFiles } from './own-files.tsx'
import { PrivateLink } from './private-link.tsx'
import { RatingForm } from './rating-form.tsx'
import { NO_RECEIPTS, RECEIPTS_KEY } from './receipts.ts'
import { ReopenForm } from './reopen-form.tsx'
import { ReportView } from './report-view.tsx'
import { SupplementForm } from './supplement-form.tsx'
import { formatCode, tidyReportCode } from './words.ts'

type Report = components['schemas']['ReportProgress']

/** One's own report, with what its sender may do now. */
export default function MyReportScreen() {
  const code = tidyReportCode(useParams().code ?? '')
  const report = useOwn('/api/me/feedback/{code}', { path: { code } })
  const [receipts] = useStored(RECEIPTS_KEY, NO_RECEIPTS)
  const { ask } = useCitizen()
  const fetchFile = useCallback((id: string) => ask(`/api/me/feedback/${code}/files/${id}`), [ask, code])
  const receipt = receipts.find((each) => each.code === code)
  return (
    <Screen title="Việc tôi đã gửi" above={formatCode(code)}>
      <OwnReady asked={report}>
        {(data) => (
          <div className="stack">
            <ReportView report={data} files={<OwnFiles files={data.own?.files ?? []} fetchFile={fetchFile} />}>
              <Actions report={data} onDone={report.put} />
            </ReportView>
            {receipt && <PrivateLink code={code} linkToken={receipt.linkToken} />}
          </div>
        )}
      </OwnReady>
    </Screen>
  )
}

/** What the answer is asked of comes first: the office waits for it. */
function Actions({ report, onDone }: { report: Report; onDone: (report: Report) => void }) {
  const { code, own, events, reopenUntil } = report
  if (own === null) return null
  const asked = events.filter(({ kind }) => kind === 'asked').at(-1)?.text ?? null
  return (
    <>
      {own.maySupply && <SupplementForm code={code} asked={asked} onDone={onDone} />}
      {own.mayRate && <RatingForm code={code} onDone={onDone} />}
      {own.mayReopen && reopenUntil !== null && <ReopenForm code={code} until={reopenUntil} onDone={onDone} />}
    </>
  )
}
