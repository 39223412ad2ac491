import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select, Switch } from 'antd'
import { client, ifMatch } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useMe } from '../account/session.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import { type Category, optionsOf, type Template, USE_NAMES } from './words.ts'

const PATH = '/admin/api/feedback/templates'
const LABELS = {
  unitId: 'Của đơn vị',
  use: 'Dùng khi',
  categoryId: 'Lĩnh vực (để trống là mọi lĩnh vực)',
  title: 'Tên mẫu',
  text: 'Nội dung',
  isActive: 'Đang dùng',
}

type Values = Omit<Template, 'id' | 'version' | 'categoryId'> & { categoryId?: string | null }
type Props = { template?: Template; categories: Category[]; onDone?: () => void }

/** Changes a text, or adds one where none is given. */
export function TemplateForm({ template, categories, onDone }: Props) {
  const { message } = App.useApp()
  const { data: me } = useMe()
  const cache = useQueryClient()
  const ours = me?.roles.find(({ role }) => role === 'feedback_officer' || role === 'admin')
  const save = useFormSave({
    save: async ({ unitId, categoryId = null, ...rest }: Values) => {
      const body = { ...rest, categoryId }
      const { error } = template
        ? await client.PUT(`${PATH}/{id}`, {
            params: { path: { id: template.id }, header: ifMatch(template.version) },
            body,
          })
        : await client.POST(PATH, { body: { ...body, unitId } })
      if (error) throw error
    },
    onSaved: async () => {
      message.success(template ? 'Đã lưu mẫu.' : 'Đã thêm mẫu.')
      await cache.invalidateQueries({ queryKey: ['get', PATH] })
      onDone?.()
    },
  })
  return (
    <Form
      {...save.formProps}
      name={`template-${template?.id ?? 'new'}`}
      initialValues={template ?? { use: 'answer', unitId: ours?.unitId, isActive: true }}
    >
      <FormProblems save={save} labels={LABELS} />
      {template === undefined && (
        <Form.Item name="unitId" label={LABELS.unitId} rules={[{ required: true, message: 'Chọn đơn vị' }]}>
          <UnitSelect chosenName={ours?.unitName} />
        </Form.Item>
      )}
      <Form.Item name="use" label={LABELS.use}>
        <Select options={optionsOf(USE_NAMES)} />
      </Form.Item>
      <Form.Item name="categoryId" label={LABELS.categoryId}>
        <Select allowClear options={categories.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item
        name="title"
        label={LABELS.title}
        rules={[{ required: true, whitespace: true, min: 3, message: 'Ghi ít nhất 3 ký tự' }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item
        name="text"
        label={LABELS.text}
        rules={[{ required: true, whitespace: true, min: 3, message: 'Ghi ít nhất 3 ký tự' }]}
      >
        <Input.TextArea rows={6} maxLength={4_000} />
      </Form.Item>
      <Form.Item name="isActive" label={LABELS.isActive} valuePropName="checked">
        <Switch />
      </Form.Item>
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={save.isSaving}>
          {template ? 'Lưu mẫu' : 'Thêm mẫu'}
        </Button>
        {onDone && <Button onClick={onDone}>Thôi</Button>}
      </div>
    </Form>
  )
}
