import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { client, newKey } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshStaff } from './refresh.ts'
import { RoleGuide } from './role-guide.tsx'
import type { Grant } from './roles.ts'
import { ROLES_LABELS, RolesFields } from './roles-fields.tsx'
import { SecondFactorFirst } from './second-factor-first.tsx'
import { SetUpPassword } from './set-up-password.tsx'

type Values = { name: string; email: string; roles: Grant[] }
type Made = Values & { id: string; password: string }
const LABELS = { name: 'Họ tên', email: 'Thư điện tử', ...ROLES_LABELS }

export default function NewStaffScreen() {
  const navigate = useNavigate()
  const [made, setMade] = useState<Made>()
  return (
    <ScreenFrame title="Thêm cán bộ" intro={<Link to="/can-bo">Tất cả cán bộ</Link>}>
      <SecondFactorFirst>
        {made ? (
          <SetUpPassword
            {...made}
            title={`Đã tạo tài khoản cho ${made.name}`}
            onKept={() => navigate(`/can-bo/${made.id}`)}
          />
        ) : (
          <NewStaffForm onMade={setMade} />
        )}
      </SecondFactorFirst>
    </ScreenFrame>
  )
}

function NewStaffForm({ onMade }: { onMade: (made: Made) => void }) {
  const refresh = useRefreshStaff()
  const [key] = useState(newKey)
  const save = useFormSave({
    save: async ({ name, email, roles }: Values) => {
      const { data, error } = await client.POST('/admin/api/staff', {
        headers: { 'idempotency-key': key },
        body: { name: name.trim(), email: email.trim(), roles },
      })
      if (error) throw error
      return data
    },
    onSaved: async (reply, values) => {
      onMade({ ...values, ...reply })
      await refresh()
    },
  })
  return (
    <>
      <RoleGuide />
      <section className="card staff-form" aria-label="Tài khoản mới">
        <Form {...save.formProps} name="new-staff" initialValues={{ roles: [{}] }} autoComplete="off">
          <FormProblems save={save} labels={LABELS} />
          <Form.Item
            name="name"
            label={LABELS.name}
            rules={[{ required: true, whitespace: true, message: 'Chưa điền họ tên' }]}
          >
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item
            name="email"
            label={LABELS.email}
            extra="Dùng để đăng nhập, không đổi được về sau."
            rules={[
              { required: true, message: 'Chưa điền thư điện tử' },
              { type: 'email', transform: trim, message: 'Viết dạng ten@donvi.vn' },
            ]}
          >
            <Input type="email" inputMode="email" maxLength={254} />
          </Form.Item>
          <RolesFields />
          <Button type="primary" htmlType="submit" loading={save.isSaving}>
            Tạo tài khoản
          </Button>
        </Form>
      </section>
    </>
  )
}

function trim(typed?: string) {
  return typed?.trim()
}
