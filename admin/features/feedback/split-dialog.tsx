import { App, Button, Form, Input, Modal, Select } from 'antd'
import { api, client, ifMatch } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import { useRefreshReports } from './use-refresh-reports.ts'
import type { Case } from './words.ts'

type Values = { content: string; categoryId: string; unitId: string }
const LABELS = { content: 'Nội dung tách ra', categoryId: 'Lĩnh vực', unitId: 'Đơn vị xử lý' }

/** One report about two things becomes two. */
export function SplitDialog({ report, onClose }: { report: Case; onClose: () => void }) {
  const { message } = App.useApp()
  const refresh = useRefreshReports()
  const categories = api.useQuery('get', '/admin/api/feedback/categories')
  const options = (categories.data?.items ?? [])
    .filter(({ isActive }) => isActive)
    .map(({ id: value, name: label }) => ({ value, label }))
  const save = useFormSave({
    save: async (body: Values) => {
      const { data, error } = await client.POST('/admin/api/reports/{id}/split', {
        params: { path: { id: report.id }, header: ifMatch(report.version) },
        body,
      })
      if (error) throw error
      return data
    },
    onSaved: async (changed) => {
      onClose()
      message.success('Đã tách thành phản ánh mới, có mã và thời hạn riêng.')
      await refresh(changed)
    },
  })
  return (
    <Modal
      open
      title={`Tách ${report.code}`}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button key="yes" type="primary" htmlType="submit" form="split" loading={save.isSaving}>
          Tách
        </Button>,
      ]}
    >
      <Form
        id="split"
        {...save.formProps}
        initialValues={{ content: report.content, categoryId: report.categoryId, unitId: report.unitId }}
      >
        <p>
          Dùng khi một phản ánh nói hai việc. Người gửi nhận thêm một tin nhắn có mã mới, và đọc được nội dung anh/chị
          giữ lại dưới đây. Phản ánh này vẫn giữ nguyên.
        </p>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item
          name="content"
          label={LABELS.content}
          extra="Bỏ phần thuộc việc kia."
          rules={[{ required: true, whitespace: true, min: 10, message: 'Ghi ít nhất 10 ký tự' }]}
        >
          <Input.TextArea rows={6} maxLength={4_000} />
        </Form.Item>
        <Form.Item name="categoryId" label={LABELS.categoryId}>
          <Select options={options} loading={categories.isFetching} />
        </Form.Item>
        <Form.Item name="unitId" label={LABELS.unitId}>
          <UnitSelect chosenName={report.unitName} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
