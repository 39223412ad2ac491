import { useCallback } from 'react'
import { useLocation, useParams } from 'react-router-dom'
import useSWR from 'swr'
import { useCitizen } from '../../api/use-citizen.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { Screen } from '../../ui/screen.tsx'
import { OwnFiles } from './own-files.tsx'
import { ReportView } from './report-view.tsx'
import { formatCode, tidyReportCode } from './words.ts'

/** Whoever has the link reads the report; what it opens with never stands in an address a server sees. */
export default function LinkScreen() {
  const code = tidyReportCode(useParams().code ?? '')
  const linkToken = useLocation().hash.slice(1)
  const { anyone, askOpenly } = useCitizen()
  const asked = useSWR(['own', 'by-link', code, linkToken], () => showByLink(anyone, { code, linkToken }), {
    revalidateOnFocus: false,
    shouldRetryOnError: false,
  })
  const fetchFile = useCallback(
    (id: string) => {
      const headers = { 'content-type': 'application/json' }
      return askOpenly('/api/feedback/by-link/files', {
        ...{ method: 'POST', headers, body: JSON.stringify({ code, linkToken, id }) },
      })
    },
    [askOpenly, code, linkToken],
  )
  return (
    <Screen title="Việc đã gửi" above={formatCode(code)}>
      <OwnReady asked={{ ...asked, data: asked.data, refetch: () => void asked.mutate() }}>
        {(report) => (
          <ReportView report={report} files={<OwnFiles files={report.own?.files ?? []} fetchFile={fetchFile} />}>
            <p className="note">
              Bạn đang xem bằng đường dẫn riêng. Muốn bổ sung, đánh giá hay yêu cầu xem lại, hãy mở ứng dụng trên máy đã
              gửi.
            </p>
          </ReportView>
        )}
      </OwnReady>
    </Screen>
  )
}

async function showByLink(anyone: ReturnType<typeof useCitizen>['anyone'], body: { code: string; linkToken: string }) {
  const { data, error } = await anyone.POST('/api/feedback/by-link', { body })
  if (data === undefined) throw error
  return data
}
