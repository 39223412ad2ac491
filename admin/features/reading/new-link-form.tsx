import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { client, newKey } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { UnitSelect } from '../units/unit-select.tsx'

type Values = { unitId: string; label: string; path: string }
const LABELS = { unitId: 'Đơn vị', label: 'Nơi treo hoặc gửi', path: 'Trang mở ra' }

/** Makes a link and shows its poster. */
export function NewLinkForm() {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [key] = useState(newKey)
  const save = useFormSave({
    save: async (body: Values) => {
      const { data, error } = await client.POST('/admin/api/source-links', {
        headers: { 'idempotency-key': key },
        body,
      })
      if (error) throw error
      return data
    },
    onSaved: async ({ code }) => {
      await cache.invalidateQueries({ queryKey: ['get', '/admin/api/source-links'] })
      navigate(`/lien-ket/${code}`)
    },
  })
  return (
    <section className="card narrow" aria-labelledby="new-link">
      <h2 id="new-link">Tạo liên kết</h2>
      <Form {...save.formProps} name="new-link" initialValues={{ path: '/' }}>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item name="unitId" label={LABELS.unitId} rules={[{ required: true, message: 'Chưa chọn đơn vị' }]}>
          <UnitSelect />
        </Form.Item>
        <Form.Item
          name="label"
          label={LABELS.label}
          extra="Ví dụ: Bảng tin trước cổng, nhóm Zalo phụ huynh lớp 1."
          rules={[{ required: true, min: 3, message: 'Ghi ít nhất 3 ký tự' }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="path"
          label={LABELS.path}
          extra="Phần địa chỉ sau tên miền. Để / là Trang chủ; ví dụ /thu-tuc/2.002854."
          rules={[{ required: true, pattern: /^\/[a-z0-9./-]*$/i, message: 'Bắt đầu bằng /, không có dấu ?' }]}
        >
          <Input maxLength={160} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isSaving}>
          Tạo liên kết
        </Button>
      </Form>
    </section>
  )
}
