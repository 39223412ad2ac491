import { Button, Form, Input, Select } from 'antd'
import { useId, useRef, useState } from 'react'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useUnitName } from '../staff/unit-name.tsx'
import { UnitSelect } from '../units/unit-select.tsx'
import { ACCEPTED, formatOf, type ImportReport } from './import-words.ts'
import { useTopics } from './use-topics.ts'
import { AUDIENCE_NAMES, DIFFICULTY_NAMES, optionsOf, POOL_NAMES } from './words.ts'

export type ImportWish = {
  unitId: string
  pool: keyof typeof POOL_NAMES
  topic: string
  difficulty: keyof typeof DIFFICULTY_NAMES
  audience: keyof typeof AUDIENCE_NAMES | 'everybody'
  sourceTitle?: string
  sourceUrl?: string
  reviewBy: string
}

const LABELS = {
  unitId: 'Đơn vị giữ câu hỏi',
  pool: 'Kho',
  topic: 'Chủ đề',
  difficulty: 'Độ khó',
  audience: 'Dành cho',
  sourceTitle: 'Tên nguồn',
  sourceUrl: 'Đường dẫn của nguồn',
  reviewBy: 'Xem lại trước ngày',
}
const REQUIRED = [{ required: true, message: 'Chưa chọn' }]
const AUDIENCES = [{ value: 'everybody', label: 'Tất cả' }, ...optionsOf(AUDIENCE_NAMES)]

type Props = {
  initial: Partial<ImportWish>
  tryOut: (file: File, wish: ImportWish) => Promise<ImportReport>
  onTried: (file: File, wish: ImportWish, report: ImportReport) => void
}

/** The file, and what holds for questions of which the file does not say it. */
export function ImportQuestionsForm({ initial, tryOut, onTried }: Props) {
  const fileId = useId()
  const { options } = useTopics()
  const unitName = useUnitName(initial.unitId)
  const [file, setFile] = useState<File>()
  const [fileProblem, setFileProblem] = useState<string>()
  const save = useFormSave({
    warnsOnLeave: false,
    save: async (wish: ImportWish) => {
      if (!file) throw new Error('no file')
      return { file, wish, report: await tryOut(file, wish) }
    },
    onSaved: ({ file: tried, wish, report }) => onTried(tried, wish, report),
  })
  const send = save.formProps.onFinish
  function choose(chosen: File) {
    setFile(chosen)
    setFileProblem(formatOf(chosen.name) ? undefined : 'Chỉ nhận tệp .docx, .xlsx, .xml, .gift, .txt')
  }
  return (
    <section className="card question-new" aria-label="Tệp câu hỏi">
      <Form
        {...save.formProps}
        name="import-questions"
        initialValues={initial}
        onFinish={(values) => {
          if (file === undefined) setFileProblem('Chưa chọn tệp')
          else if (fileProblem === undefined) send?.(values)
        }}
      >
        <FormProblems save={save} labels={LABELS} />
        <Form.Item
          label={<label htmlFor={fileId}>Tệp câu hỏi</label>}
          validateStatus={fileProblem ? 'error' : undefined}
          help={fileProblem}
          extra="Word (.docx) kiểu “Câu 1”, phương án A đến H, đáp án gạch chân hoặc có bảng đáp án; Excel theo mẫu; Moodle XML; GIFT. Nhiều nhất 8 MB, 1.000 câu."
        >
          <FileChoice id={fileId} file={file} onFile={choose} />
        </Form.Item>
        <div className="field-row">
          <Form.Item name="unitId" label={LABELS.unitId} rules={REQUIRED}>
            <UnitSelect chosenName={unitName} />
          </Form.Item>
          <Form.Item name="pool" label={LABELS.pool} rules={REQUIRED}>
            <Select options={optionsOf(POOL_NAMES)} />
          </Form.Item>
        </div>
        <p className="caption">Các mục dưới đây dùng cho câu mà tệp không ghi.</p>
        <div className="field-row">
          <Form.Item name="topic" label={LABELS.topic} rules={REQUIRED}>
            <Select options={options} />
          </Form.Item>
          <Form.Item name="difficulty" label={LABELS.difficulty} rules={REQUIRED}>
            <Select options={optionsOf(DIFFICULTY_NAMES)} />
          </Form.Item>
          <Form.Item name="audience" label={LABELS.audience} rules={REQUIRED}>
            <Select options={AUDIENCES} />
          </Form.Item>
          <Form.Item name="reviewBy" label={LABELS.reviewBy} rules={DAY_RULES}>
            <DateInput />
          </Form.Item>
          <Form.Item name="sourceTitle" label={LABELS.sourceTitle} rules={[{ min: 3, message: 'Ghi ít nhất 3 ký tự' }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            name="sourceUrl"
            label={LABELS.sourceUrl}
            rules={[{ type: 'url', message: 'Viết đủ, từ https://' }]}
          >
            <Input maxLength={500} inputMode="url" />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={save.isSaving}>
          Xem trước
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
        accept={ACCEPTED}
        className="only-heard"
        tabIndex={-1}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) onFile(chosen)
          target.value = ''
        }}
      />
      <Button onClick={() => chooser.current?.click()}>{file === undefined ? 'Chọn tệp' : 'Chọn tệp khác'}</Button>
      <span role="status">{file?.name}</span>
    </div>
  )
}
