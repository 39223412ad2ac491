import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { BackupCodes } from './backup-codes.tsx'
import { QrCode } from './qr-code.tsx'
import { type Me, useRefreshMe } from './session.ts'

type Step =
  | { at: 'start' }
  | { at: 'password' }
  | { at: 'scan'; uri: string; secret: string }
  | { at: 'codes'; backupCodes: string[] }

/** Turning the second factor on: password, scan, first code, backup codes. */
export function SecondFactorSection({ me }: { me: Me }) {
  const [step, setStep] = useState<Step>({ at: 'start' })
  const refreshMe = useRefreshMe()

  async function finish(backupCodes: string[]) {
    setStep({ at: 'codes', backupCodes })
    await refreshMe()
  }
  return (
    <section className="card narrow stack wide-parts" aria-labelledby="second-factor">
      <h2 id="second-factor">Xác thực hai bước</h2>
      {step.at === 'start' && <State me={me} onStart={() => setStep({ at: 'password' })} />}
      {step.at === 'password' && <PasswordStep email={me.email} onKey={(key) => setStep({ at: 'scan', ...key })} />}
      {step.at === 'scan' && <ScanStep {...step} onConfirmed={finish} />}
      {step.at === 'codes' && <BackupCodes codes={step.backupCodes} onKept={() => setStep({ at: 'start' })} />}
    </section>
  )
}

function State({ me, onStart }: { me: Me; onStart: () => void }) {
  if (me.secondFactorEnabled)
    return (
      <p className="note good">
        Đang bật. Mỗi lần đăng nhập cần mã trong ứng dụng xác thực. Mất thiết bị: dùng mã dự phòng, hoặc nhờ người quản
        trị đặt lại.
      </p>
    )
  return (
    <>
      <p className="note warn">
        Chưa bật. Đăng nội dung, quản lý đơn vị, cán bộ, mã truy cập và xem nhật ký cần xác thực hai bước.
      </p>
      <Button type="primary" onClick={onStart}>
        Bật xác thực hai bước
      </Button>
    </>
  )
}

function PasswordStep({ email, onKey }: { email: string; onKey: (key: { uri: string; secret: string }) => void }) {
  const save = useFormSave({
    save: async (body: { password: string }) => {
      const { data, error } = await client.POST('/admin/api/me/second-factor', { body })
      if (error) throw error
      return data
    },
    onSaved: onKey,
    warnsOnLeave: false,
  })
  return (
    <Form {...save.formProps} name="second-factor-password">
      <FormProblems save={save} />
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <Form.Item
        name="password"
        label="Nhập lại mật khẩu để bắt đầu"
        rules={[{ required: true, message: 'Chưa điền mật khẩu' }]}
      >
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isSaving}>
        Tiếp tục
      </Button>
    </Form>
  )
}

function ScanStep({
  uri,
  secret,
  onConfirmed,
}: {
  uri: string
  secret: string
  onConfirmed: (backupCodes: string[]) => unknown
}) {
  const save = useFormSave({
    save: async ({ code }: { code: string }) => {
      const body = { code: code.replaceAll(' ', '') }
      const { data, error } = await client.POST('/admin/api/me/second-factor/confirm', { body })
      if (error) throw error
      return data
    },
    onSaved: ({ backupCodes }) => onConfirmed(backupCodes),
    warnsOnLeave: false,
  })
  return (
    <>
      <p>
        Quét mã bằng ứng dụng xác thực (Google Authenticator, Microsoft Authenticator…), rồi nhập sáu chữ số hiện ra.
      </p>
      <QrCode text={uri} label="Mã QR để thêm tài khoản vào ứng dụng xác thực" />
      <details>
        <summary>Không quét được, hoặc ứng dụng xác thực ở ngay trên máy này</summary>
        <p>
          <a href={uri} className="roomy">
            Mở ứng dụng xác thực trên máy này
          </a>
        </p>
        <p>Hoặc chọn “nhập khóa” trong ứng dụng và chép khóa sau:</p>
        <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </details>
      <Form {...save.formProps} name="second-factor-code">
        <FormProblems save={save} />
        <Form.Item name="code" label="Mã xác thực (6 chữ số)" rules={[{ required: true, message: 'Chưa điền mã' }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" autoFocus maxLength={12} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isSaving}>
          Bật xác thực hai bước
        </Button>
      </Form>
    </>
  )
}
