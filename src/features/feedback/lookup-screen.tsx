import { useState } from 'react'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Screen } from '../../ui/screen.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ReportView } from './report-view.tsx'
import { useAction } from './use-action.ts'
import { formatCode, tidyReportCode } from './words.ts'
import './feedback.css'

type Report = components['schemas']['ReportProgress']
type Problem = { field: string; text: string }

const CODE = /^PA[2-9A-HJ-NP-Z]{8}$/
const LAST_DIGITS = /^\d{4}$/

/** Two things only the sender has together; they go in the body of the request, not in its address. */
export default function LookupScreen() {
  const { anyone } = useCitizen()
  const [typed, setTyped] = useState('')
  const [lastDigits, setLastDigits] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const [report, setReport] = useState<Report>()
  const { isSending, problem, run } = useAction(setReport)
  const code = tidyReportCode(typed)
  const errorOf = (field: string) => problems.find((each) => each.field === field)?.text

  function look() {
    const found = [
      !CODE.test(code) && { field: 'ma', text: 'Mã có chữ PA và 8 chữ, số; không có số 0, số 1, chữ O, chữ I' },
      !LAST_DIGITS.test(lastDigits) && { field: 'bon-so', text: 'Ghi đúng 4 số cuối' },
    ].filter((each) => each !== false)
    setProblems(found)
    setReport(undefined)
    if (found.length === 0) void run(() => anyone.POST('/api/feedback/status', { body: { code, lastDigits } }))
  }
  return (
    <Screen title="Tra cứu bằng mã" below="Xem việc đã gửi đang ở đâu, không cần đăng nhập.">
      <div className="stack">
        <form
          className="card stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            look()
          }}
        >
          <ProblemSummary problems={problems} />
          <TextField
            id="ma"
            label="Mã trên biên nhận"
            help="Ví dụ: PA 2345 6789. Gõ liền hay cách đều được."
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            error={errorOf('ma')}
            value={typed}
            onChange={setTyped}
          />
          <TextField
            id="bon-so"
            label="Bốn số cuối của điện thoại đã ghi khi gửi"
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            error={errorOf('bon-so')}
            value={lastDigits}
            onChange={setLastDigits}
          />
          {problem && (
            <p className="note bad" role="alert">
              {problem}
            </p>
          )}
          <button type="submit" className="button main" disabled={isSending}>
            {isSending ? 'Đang tìm…' : 'Tra cứu'}
          </button>
          <p className="caption">Gửi bằng email hoặc không ghi tên thì dùng đường dẫn riêng trên biên nhận.</p>
        </form>
        {report && (
          <section className="stack" aria-label="Kết quả" aria-live="polite">
            <h2>Mã {formatCode(report.code)}</h2>
            <ReportView report={report} />
          </section>
        )}
      </div>
    </Screen>
  )
}
