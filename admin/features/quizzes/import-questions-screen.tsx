import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { client } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Failed } from '../../ui/states.tsx'
import { useMe } from '../account/session.ts'
import { ImportQuestionsForm, type ImportWish } from './import-questions-form.tsx'
import { ImportQuestionsReport } from './import-questions-report.tsx'
import { formatOf, type ImportReport } from './import-words.ts'
import { useRefreshBank } from './use-refresh-bank.ts'
import '../units/units.css'
import './quizzes.css'

type Tried = { file: File; wish: ImportWish; report: ImportReport }
type Step =
  | { at: 'choose'; wish?: ImportWish }
  | ({ at: 'tried'; problem?: unknown } & Tried)
  | ({ at: 'saving' } & Tried)
  | { at: 'done'; report: ImportReport }

const A_YEAR_MS = 365 * 24 * 60 * 60_000
const inAYear = () => new Date(Date.now() + A_YEAR_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

export default function ImportQuestionsScreen() {
  const { message } = App.useApp()
  const refresh = useRefreshBank()
  const { data: me } = useMe()
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const own = me?.permissions.find(({ permission }) => permission === 'quizzes.write')?.unitIds
  const home = own?.includes('so-gddt') ? 'so-gddt' : own?.[0]

  async function keep({ file, wish, report }: Tried) {
    setStep({ at: 'saving', file, wish, report })
    try {
      setStep({ at: 'done', report: await send(file, wish, 'false') })
      await refresh()
      message.success('Đã nhập xong.')
    } catch (problem) {
      setStep({ at: 'tried', file, wish, report, problem })
    }
  }
  return (
    <ScreenFrame
      title="Nhập câu hỏi từ tệp"
      intro="Chọn tệp để xem trước. Chưa có gì thay đổi cho đến khi anh/chị bấm Nhập; câu đã nhập là bản nháp, người khác duyệt thì mới được dùng."
    >
      <div className="unit-parts">
        <p>
          <a href="/admin/api/question-imports/template" download>
            Tải mẫu Excel
          </a>{' '}
          · <Link to="/ngan-hang-cau-hoi">Ngân hàng câu hỏi</Link>
        </p>
        {step.at === 'choose' && home !== undefined && (
          <ImportQuestionsForm
            initial={step.wish ?? { ...FRESH, unitId: home, reviewBy: inAYear() }}
            tryOut={(file, wish) => send(file, wish, 'true')}
            onTried={(file, wish, report) => setStep({ at: 'tried', file, wish, report })}
          />
        )}
        {(step.at === 'tried' || step.at === 'saving') && (
          <>
            <p role="status">Xem trước tệp {step.file.name}.</p>
            {step.at === 'tried' && step.problem !== undefined && <Failed problem={step.problem} />}
            <div className="buttons">
              <Button
                type="primary"
                disabled={step.report.problems.length > 0 || step.report.questions.length === 0}
                loading={step.at === 'saving'}
                onClick={() => void keep(step)}
              >
                Nhập {step.report.questions.length} câu
              </Button>
              <Button onClick={() => setStep({ at: 'choose', wish: step.wish })}>Chọn tệp khác</Button>
            </div>
            <ImportQuestionsReport report={step.report} />
          </>
        )}
        {step.at === 'done' && (
          <>
            <p className="note good" role="status">
              Đã nhập {step.report.questions.length} câu làm bản nháp.{' '}
              <Link to="/ngan-hang-cau-hoi?state=draft">Xem các bản nháp</Link>
            </p>
            <ImportQuestionsReport report={step.report} />
          </>
        )}
      </div>
    </ScreenFrame>
  )
}

const FRESH: Partial<ImportWish> = { pool: 'practice', difficulty: 'medium', audience: 'everybody' }

async function send(file: File, wish: ImportWish, dryRun: 'true' | 'false'): Promise<ImportReport> {
  const { sourceTitle, sourceUrl, ...needed } = wish
  const format = formatOf(file.name)
  if (format === undefined) throw new Error('the form takes known files only')
  const { data, error } = await client.POST('/admin/api/question-imports', {
    params: {
      query: {
        ...{ ...needed, format, dryRun },
        ...(sourceTitle?.trim() ? { sourceTitle: sourceTitle.trim() } : {}),
        ...(sourceUrl?.trim() ? { sourceUrl: sourceUrl.trim() } : {}),
      },
    },
    // The contract knows JSON bodies only; the file itself is put in on the way out.
    fetch: (request: Request) => fetch(new Request(request, { body: file })),
  })
  if (error) throw error
  return data
}
