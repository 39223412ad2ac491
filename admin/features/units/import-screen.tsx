import { App, Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { Link } from 'react-router-dom'
import { client } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Failed } from '../../ui/states.tsx'
import { ImportReportView } from './import-report.tsx'
import { useRefreshUnits } from './refresh.ts'
import type { ImportReport } from './words.ts'
import './units.css'

type Step =
  | { at: 'choose'; problem?: unknown }
  | { at: 'reading'; file: File }
  | { at: 'tried'; file: File; report: ImportReport; problem?: unknown }
  | { at: 'saving'; file: File; report: ImportReport }
  | { at: 'done'; report: ImportReport }

export default function ImportScreen() {
  const { message } = App.useApp()
  const refresh = useRefreshUnits()
  const [step, setStep] = useState<Step>({ at: 'choose' })

  async function tryFile(file: File) {
    setStep({ at: 'reading', file })
    try {
      setStep({ at: 'tried', file, report: await send(file, 'true') })
    } catch (problem) {
      setStep({ at: 'choose', problem })
    }
  }
  async function apply(file: File, report: ImportReport) {
    setStep({ at: 'saving', file, report })
    try {
      setStep({ at: 'done', report: await send(file, 'false') })
      await refresh()
      message.success('Đã nhập xong.')
    } catch (problem) {
      setStep({ at: 'tried', file, report, problem })
    }
  }
  return (
    <ScreenFrame
      title="Nhập đơn vị từ Excel"
      intro="Tải tệp lên để xem trước. Chưa có gì thay đổi cho đến khi anh/chị bấm Nhập."
    >
      <div className="unit-parts">
        <p>
          <a href="/admin/api/units/files/template" download>
            Tải mẫu trống
          </a>{' '}
          ·{' '}
          <a href="/admin/api/units/files/export" download>
            Tải danh sách hiện có
          </a>{' '}
          · <Link to="/don-vi">Tất cả đơn vị</Link>
        </p>
        {(step.at === 'choose' || step.at === 'reading') && (
          <FilePlace isBusy={step.at === 'reading'} onFile={(file) => void tryFile(file)} />
        )}
        {step.at === 'choose' && step.problem !== undefined && <Failed problem={step.problem} />}
        {(step.at === 'tried' || step.at === 'saving') && (
          <>
            <p role="status">Xem trước tệp {step.file.name}.</p>
            {step.at === 'tried' && step.problem !== undefined && <Failed problem={step.problem} />}
            <ImportReportView report={step.report} />
            <div className="buttons">
              <Button
                type="primary"
                disabled={step.report.errors.length > 0 || countOf(step.report) === 0}
                loading={step.at === 'saving'}
                onClick={() => void apply(step.file, step.report)}
              >
                Nhập {countOf(step.report)} thay đổi
              </Button>
              <Button onClick={() => setStep({ at: 'choose' })}>Chọn tệp khác</Button>
            </div>
          </>
        )}
        {step.at === 'done' && (
          <>
            <p className="note good" role="status">
              Đã nhập: {step.report.adds.length} đơn vị mới, {step.report.changes.length} thay đổi.
            </p>
            <ImportReportView report={step.report} />
          </>
        )}
      </div>
    </ScreenFrame>
  )
}

function countOf({ adds, changes }: ImportReport) {
  return adds.length + changes.length
}

async function send(file: File, dryRun: 'true' | 'false'): Promise<ImportReport> {
  const { data, error } = await client.POST('/admin/api/units/import', {
    params: { query: { dryRun } },
    // The contract knows JSON bodies only; the file itself is put in on the way out.
    fetch: (request: Request) => fetch(new Request(request, { body: file })),
  })
  if (error) throw error
  return data
}

/** A place to drop a file on, with a button for everybody who does not drag. */
function FilePlace({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !isBusy) onFile(file)
  }
  return (
    <section
      className={isOver ? 'drop-place is-over' : 'drop-place'}
      aria-label="Tệp Excel"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span>Thả tệp .xlsx vào đây, hoặc</span>
      <Button type="primary" loading={isBusy} onClick={() => chooser.current?.click()}>
        Chọn tệp
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".xlsx"
        hidden
        aria-label="Tệp Excel"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          target.value = ''
        }}
      />
      <span className="caption">Nhiều nhất 8 MB, 20.000 dòng, không có công thức.</span>
    </section>
  )
}
