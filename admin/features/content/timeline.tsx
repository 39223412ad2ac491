import { Button, Form, Input } from 'antd'
import { api, client } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { Ready } from '../../ui/states.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshContent } from './use-refresh-content.ts'
import { actionWords } from './words.ts'

/** Who did what, newest first, and a place for a word to colleagues. */
export function Timeline({ entryId }: { entryId: string }) {
  const timeline = api.useQuery('get', '/admin/api/entries/{id}/timeline', { params: { path: { id: entryId } } })
  const refresh = useRefreshContent()
  const save = useFormSave({
    save: async (body: { text: string }) => {
      const { data, error } = await client.POST('/admin/api/entries/{id}/remarks', {
        params: { path: { id: entryId } },
        body,
      })
      if (error) throw error
      return data
    },
    onSaved: async () => {
      save.form.resetFields()
      await refresh()
    },
  })
  return (
    <>
      <Form {...save.formProps} className="remark-form">
        <FormProblems save={save} labels={{ text: 'Ghi chú' }} />
        <Form.Item
          name="text"
          label="Ghi chú nội bộ, người dân không thấy"
          rules={[{ required: true, whitespace: true, message: 'Viết ghi chú.' }]}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Button htmlType="submit" loading={save.isSaving}>
          Thêm ghi chú
        </Button>
      </Form>
      <Ready asked={timeline}>
        {({ items }) => (
          <ol className="timeline">
            {items.map(({ id, at, actorName, action, edition, remark }) => (
              <li key={id}>
                <span className="caption">
                  <time dateTime={at}>{formatMoment(at)}</time> · {actorName}
                </span>
                <span>
                  {actionWords(action)}
                  {edition !== null && ` (bản ${edition})`}
                </span>
                {remark !== null && <p className="said">{remark}</p>}
              </li>
            ))}
          </ol>
        )}
      </Ready>
    </>
  )
}
