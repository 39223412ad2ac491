import { Button, Form, Input, Tag } from 'antd'
import { client } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshReports } from './use-refresh-reports.ts'
import { type Case, EVENT_NAMES } from './words.ts'

/** Everything that happened, newest first; what the sender never reads is marked. */
export function CaseHistory({ report }: { report: Case }) {
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">Lịch sử xử lý</h2>
      {report.may.note && <NoteForm id={report.id} />}
      <ol className="case-events">
        {[...report.events].reverse().map(({ id, at, kind, isInternal, byName, unitName, text }) => (
          <li key={id} className={isInternal ? 'internal' : undefined}>
            <span>
              <strong>{EVENT_NAMES[kind]}</strong> {isInternal && <Tag>Nội bộ</Tag>}
            </span>
            {text !== null && text !== '' && <p className="said">{text}</p>}
            <span className="caption">
              <time dateTime={at}>{formatMoment(at)}</time>
              {byName !== null && ` · ${byName}`}
              {unitName !== null && ` · ${unitName}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function NoteForm({ id }: { id: string }) {
  const refresh = useRefreshReports()
  const save = useFormSave({
    save: async (body: { text: string }) => {
      const { data, error } = await client.POST('/admin/api/reports/{id}/notes', { params: { path: { id } }, body })
      if (error) throw error
      return data
    },
    onSaved: async (changed) => {
      save.form.resetFields()
      await refresh(changed)
    },
  })
  return (
    <Form {...save.formProps} name="note" className="note-form">
      <FormProblems save={save} labels={{ text: 'Ghi chú' }} />
      <Form.Item
        name="text"
        label="Ghi chú nội bộ, người gửi không bao giờ đọc được"
        rules={[{ required: true, whitespace: true, min: 2, message: 'Viết ghi chú' }]}
      >
        <Input.TextArea rows={2} maxLength={2_000} />
      </Form.Item>
      <Button htmlType="submit" loading={save.isSaving}>
        Thêm ghi chú
      </Button>
    </Form>
  )
}
