import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { client } from '../../api/client.ts'
import type { Problem } from '../../api/problem.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useMe } from '../account/session.ts'
import { today } from '../units/words.ts'
import { rowText } from './words.ts'

type Values = { name: string; exportedOn: string }
const LABELS = { name: 'Danh mục lấy từ đâu', exportedOn: 'Ngày xuất danh mục' }
const ROOT = 'so-gddt'

/** Sends an official list; what differs is shown on the comparison's own screen. */
export function NewRecheckForm() {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const fileId = useId()
  const [file, setFile] = useState<File>()
  const [isFileMissing, setFileMissing] = useState(false)
  const unitId = useMyWritingUnit()
  const save = useFormSave({
    warnsOnLeave: false,
    save: async (values: Values) => {
      const { data, error } = await client.POST('/admin/api/rechecks', {
        params: { query: { ...values, unitId } },
        // The contract knows JSON bodies only; the file itself is put in on the way out.
        fetch: (request: Request) => fetch(new Request(request, { body: file })),
      })
      if (error) throw error
      return data
    },
    onSaved: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: ['get', '/admin/api/rechecks'] })
      navigate(`/doi-chieu/${id}`)
    },
  })
  const send = save.formProps.onFinish
  function chooseFile(chosen: File) {
    setFile(chosen)
    setFileMissing(false)
  }
  return (
    <section className="card narrow" aria-labelledby="new-recheck">
      <h2 id="new-recheck">Đối chiếu một danh mục</h2>
      <Form
        {...save.formProps}
        name="new-recheck"
        initialValues={{ name: 'Cổng Dịch vụ công quốc gia', exportedOn: today() }}
        onFinish={(values) => {
          setFileMissing(file === undefined)
          if (file !== undefined) send?.(values)
        }}
      >
        <FormProblems save={save} labels={LABELS} />
        <WrongRows problem={save.problem} />
        <Form.Item
          name="name"
          label={LABELS.name}
          extra="Tên này sẽ đứng ở phần nguồn của các bản nháp."
          rules={[{ required: true, min: 3, message: 'Ghi ít nhất 3 ký tự' }]}
        >
          <Input maxLength={160} />
        </Form.Item>
        <Form.Item name="exportedOn" label={LABELS.exportedOn} rules={DAY_RULES}>
          <DateInput />
        </Form.Item>
        <Form.Item
          label={<label htmlFor={fileId}>Tệp danh mục</label>}
          validateStatus={isFileMissing ? 'error' : undefined}
          help={isFileMissing ? 'Chưa chọn tệp' : undefined}
          extra="Tệp .xlsx có các cột Mã thủ tục, Tên, Cơ quan, Lĩnh vực, Thời hạn, Lệ phí, Đường dẫn, Căn cứ; hoặc tệp .json. Nhiều nhất 8 MB."
        >
          <FileChoice id={fileId} file={file} onFile={chooseFile} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isSaving}>
          Đối chiếu
        </Button>
      </Form>
    </section>
  )
}

/** The browser's own button speaks the browser's language; ours speaks ours. */
function FileChoice({ id, file, onFile }: { id: string; file: File | undefined; onFile: (file: File) => void }) {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div className="filters">
      <input
        ref={chooser}
        id={id}
        type="file"
        accept=".xlsx,.json"
        className="only-heard"
        tabIndex={-1}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) onFile(chosen)
        }}
      />
      <Button onClick={() => chooser.current?.click()}>{file === undefined ? 'Chọn tệp' : 'Chọn tệp khác'}</Button>
      <span role="status">{file?.name}</span>
    </div>
  )
}

function WrongRows({ problem }: { problem: Problem | undefined }) {
  const rows = problem?.details.rows
  if (!Array.isArray(rows)) return null
  return (
    <ul>
      {rows.map((row: { row: number; problem: string }) => (
        <li key={row.row}>{rowText(row)}</li>
      ))}
    </ul>
  )
}

/** The unit whose people see the comparison: the highest one this person writes for. */
function useMyWritingUnit() {
  const { data: me } = useMe()
  const units = me?.permissions.find(({ permission }) => permission === 'content.write')?.unitIds ?? []
  return units.find((id) => id === ROOT) ?? units[0] ?? ROOT
}
