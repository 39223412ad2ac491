import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { client } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { Failed } from '../../ui/states.tsx'
import { useRefreshContest } from './use-contest.ts'
import type { Contest } from './words.ts'

type Report = components['schemas']['ContestMemberReport']
type Step =
  | { at: 'choose'; problem?: unknown }
  | { at: 'busy' }
  | { at: 'tried'; file: File; report: Report; problem?: unknown }

const PROBLEM_WORDS: Record<Report['errors'][number]['problem'], string> = {
  missing_column: 'Thiếu cột này',
  missing: 'Để trống',
  bad_code: 'Mã dài quá 40 ký tự',
  bad_name: 'Tên quá ngắn hoặc quá dài',
  unknown_block: 'Không có bảng thi này',
  duplicate: 'Trùng mã với dòng trước',
  of_another_unit: 'Mã này có trong danh sách của đơn vị khác',
  too_many: 'Nhiều hơn 5.000 người',
}

/** A file is tried first; only a list without a wrong row takes the old one's place. */
export function MembersUpload({ contest, unitId }: { contest: Contest; unitId: string }) {
  const { message } = App.useApp()
  const refresh = useRefreshContest()
  const chooser = useRef<HTMLInputElement>(null)
  const [step, setStep] = useState<Step>({ at: 'choose' })

  async function send(file: File, dryRun: 'true' | 'false'): Promise<Report> {
    const { data, error } = await client.POST('/admin/api/contests/{id}/units/{unitId}/members', {
      params: { path: { id: contest.id, unitId }, query: { dryRun } },
      // The contract knows JSON bodies only; the file itself is put in on the way out.
      fetch: (request: Request) => fetch(new Request(request, { body: file })),
    })
    if (error) throw error
    return data
  }
  async function tryFile(file: File) {
    setStep({ at: 'busy' })
    try {
      setStep({ at: 'tried', file, report: await send(file, 'true') })
    } catch (problem) {
      setStep({ at: 'choose', problem })
    }
  }
  async function apply(file: File, report: Report) {
    setStep({ at: 'busy' })
    try {
      await send(file, 'false')
      await refresh()
      message.success('Đã thay danh sách.')
      setStep({ at: 'choose' })
    } catch (problem) {
      setStep({ at: 'tried', file, report, problem })
    }
  }
  return (
    <section className="card" aria-labelledby="upload">
      <h2 id="upload">Tải danh sách lên</h2>
      <p>
        <a href={`/admin/api/contests/${contest.id}/files/members-template`} download>
          Tải mẫu Excel
        </a>
        . Danh sách mới thay cả danh sách cũ; có một dòng sai thì chưa thay gì.
      </p>
      <div className="buttons">
        <Button type="primary" loading={step.at === 'busy'} onClick={() => chooser.current?.click()}>
          Chọn tệp
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".xlsx"
          hidden
          aria-label="Tệp danh sách"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) void tryFile(file)
            target.value = ''
          }}
        />
      </div>
      {step.at === 'choose' && step.problem !== undefined && <Failed problem={step.problem} />}
      {step.at === 'tried' && (
        <>
          <Told report={step.report} name={step.file.name} />
          {step.problem !== undefined && <Failed problem={step.problem} />}
          {step.report.errors.length === 0 && (
            <Button type="primary" onClick={() => void apply(step.file, step.report)}>
              Thay danh sách
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function Told({ report: { adds, stays, leaves, errors }, name }: { report: Report; name: string }) {
  if (errors.length === 0)
    return (
      <p className="note good" role="status">
        {name}: {adds} người mới, {stays} người giữ nguyên, {leaves} người không còn trong danh sách.
      </p>
    )
  return (
    <div className="note bad" role="alert">
      <p>{name} có chỗ sai, chưa thay gì:</p>
      <ul>
        {errors.slice(0, 50).map(({ row, column, problem }) => (
          <li key={`${row} ${column} ${problem}`}>
            Dòng {row}
            {column === null ? '' : `, cột ${column}`}: {PROBLEM_WORDS[problem]}
          </li>
        ))}
      </ul>
      {errors.length > 50 && <p>và {errors.length - 50} chỗ nữa.</p>}
    </div>
  )
}
