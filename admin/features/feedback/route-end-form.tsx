import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { client } from '../../api/client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { SecondFactorFirst } from '../staff/second-factor-first.tsx'
import { formatDay } from '../units/words.ts'
import type { FeedbackRoute } from './words.ts'

const LABELS = { validTo: 'Ngày cuối' }

export function RouteEndForm({ row }: { row: FeedbackRoute }) {
  if (row.validTo !== null) return <p className="caption">Hết hiệu lực sau ngày {formatDay(row.validTo)}.</p>
  return (
    <SecondFactorFirst>
      <LastDay id={row.id} />
    </SecondFactorFirst>
  )
}

function LastDay({ id }: { id: string }) {
  const { message } = App.useApp()
  const cache = useQueryClient()
  const save = useFormSave({
    save: async (body: { validTo: string }) => {
      const { error } = await client.POST('/admin/api/feedback/routes/{id}/end', { params: { path: { id } }, body })
      if (error) throw error
    },
    onSaved: async () => {
      message.success('Đã ghi ngày cuối.')
      await cache.invalidateQueries({ queryKey: ['get', '/admin/api/feedback/routes'] })
    },
  })
  return (
    <Form {...save.formProps} name={`route-${id}`} className="narrow">
      <FormProblems save={save} labels={LABELS} />
      <Form.Item name="validTo" label={LABELS.validTo} extra="Phản ánh đã nhận không đổi đơn vị." rules={DAY_RULES}>
        <DateInput />
      </Form.Item>
      <Button danger htmlType="submit" loading={save.isSaving}>
        Kết thúc phân công
      </Button>
    </Form>
  )
}
