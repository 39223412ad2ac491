import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { client, ifMatch } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { type Comment, type CommentState, STATE_OPTIONS } from './words.ts'

const LABELS = { state: 'Xử lý', note: 'Ghi chú của cán bộ' }

/** What is to be done about a comment. */
export function TriageForm({ comment }: { comment: Comment }) {
  const { message } = App.useApp()
  const cache = useQueryClient()
  const save = useFormSave({
    save: async (body: { state: CommentState; note: string }) => {
      const { error } = await client.POST('/admin/api/page-comments/{id}/triage', {
        params: { path: { id: comment.id }, header: ifMatch(comment.version) },
        body,
      })
      if (error) throw error
    },
    onSaved: async () => {
      message.success('Đã ghi cách xử lý.')
      await cache.invalidateQueries({ queryKey: ['get', '/admin/api/page-comments'] })
      await cache.invalidateQueries({ queryKey: ['get', '/admin/api/page-comments/pages'] })
    },
  })
  const { state, note, handledByName } = comment
  return (
    <Form {...save.formProps} name={`triage-${comment.id}`} className="narrow" initialValues={{ state, note }}>
      <FormProblems save={save} labels={LABELS} />
      <Form.Item name="state" label={LABELS.state}>
        <Select options={STATE_OPTIONS} />
      </Form.Item>
      <Form.Item name="note" label={LABELS.note}>
        <Input.TextArea rows={2} maxLength={1_000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isSaving}>
        Ghi lại
      </Button>
      {handledByName && <p className="caption">Người xử lý gần nhất: {handledByName}</p>}
    </Form>
  )
}
