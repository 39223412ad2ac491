import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Select } from 'antd'
import { client } from '../../api/client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import { today } from '../units/words.ts'
import type { Category } from './words.ts'

type Values = { categoryId: string; concernedUnitId?: string; unitId: string; validFrom: string }
const PATH = '/admin/api/feedback/routes'
const LABELS = {
  categoryId: 'Lĩnh vực',
  concernedUnitId: 'Khi phản ánh nói đến (để trống là mọi đơn vị)',
  unitId: 'Đơn vị xử lý',
  validFrom: 'Từ ngày',
}

export function NewRouteForm({ categories }: { categories: Category[] }) {
  const { message } = App.useApp()
  const cache = useQueryClient()
  const save = useFormSave({
    save: async ({ concernedUnitId, ...body }: Values) => {
      const { error } = await client.POST(PATH, { body: { ...body, concernedUnitId: concernedUnitId ?? null } })
      if (error) throw error
    },
    onSaved: async () => {
      message.success('Đã ghi phân công.')
      save.form.resetFields()
      await cache.invalidateQueries({ queryKey: ['get', PATH] })
    },
  })
  return (
    <Form {...save.formProps} name="route" initialValues={{ validFrom: today() }}>
      <FormProblems save={save} labels={LABELS} />
      <Form.Item name="categoryId" label={LABELS.categoryId} rules={[{ required: true, message: 'Chọn lĩnh vực' }]}>
        <Select options={categories.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="concernedUnitId" label={LABELS.concernedUnitId}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="unitId" label={LABELS.unitId} rules={[{ required: true, message: 'Chọn đơn vị' }]}>
        <UnitSelect />
      </Form.Item>
      <Form.Item
        name="validFrom"
        label={LABELS.validFrom}
        extra="Phân công cũ của cùng lĩnh vực và đơn vị hết hiệu lực ngày hôm trước."
        rules={DAY_RULES}
      >
        <DateInput />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isSaving}>
        Ghi phân công
      </Button>
    </Form>
  )
}
