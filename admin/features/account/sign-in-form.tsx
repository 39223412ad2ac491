import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'

type Step = 'password' | 'code'

/** E-mail and password, then the code where a second factor is on. */
export function SignInForm({ email = '', onSignedIn }: { email?: string; onSignedIn: () => unknown }) {
  const [step, setStep] = useState<Step>('password')
  if (step === 'code') return <CodeForm onSignedIn={onSignedIn} onBack={() => setStep('password')} />
  return <PasswordForm email={email} onSignedIn={onSignedIn} onCodeNeeded={() => setStep('code')} />
}

function PasswordForm({
  email,
  onSignedIn,
  onCodeNeeded,
}: {
  email: string
  onSignedIn: () => unknown
  onCodeNeeded: () => void
}) {
  const save = useFormSave({
    save: async (body: { email: string; password: string }) => {
      const { data, error } = await client.POST('/admin/api/session', { body })
      if (error) throw error
      return data
    },
    onSaved: ({ state }) => (state === 'code_needed' ? onCodeNeeded() : onSignedIn()),
    warnsOnLeave: false,
  })
  return (
    <Form {...save.formProps} initialValues={{ email }}>
      <FormProblems save={save} />
      <Form.Item name="email" label="Thư điện tử" rules={[{ required: true, message: 'Chưa điền thư điện tử' }]}>
        <Input type="email" autoComplete="username" autoFocus={email === ''} readOnly={email !== ''} />
      </Form.Item>
      <Form.Item name="password" label="Mật khẩu" rules={[{ required: true, message: 'Chưa điền mật khẩu' }]}>
        <Input.Password autoComplete="current-password" autoFocus={email !== ''} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isSaving} block>
        Đăng nhập
      </Button>
    </Form>
  )
}

function CodeForm({ onSignedIn, onBack }: { onSignedIn: () => unknown; onBack: () => void }) {
  const save = useFormSave({
    save: async ({ code }: { code: string }) => {
      const { error } = await client.POST('/admin/api/session/code', { body: { code: code.replaceAll(' ', '') } })
      if (error) throw error
    },
    onSaved: onSignedIn,
    warnsOnLeave: false,
  })
  return (
    <Form {...save.formProps}>
      <FormProblems save={save} />
      <Form.Item
        name="code"
        label="Mã xác thực"
        extra="Sáu chữ số trong ứng dụng xác thực, hoặc một mã dự phòng."
        rules={[{ required: true, message: 'Chưa điền mã' }]}
      >
        <Input inputMode="numeric" autoComplete="one-time-code" autoFocus maxLength={24} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isSaving} block>
        Xác nhận
      </Button>
      <Button type="link" onClick={onBack} block>
        Quay lại bước trước
      </Button>
    </Form>
  )
}
