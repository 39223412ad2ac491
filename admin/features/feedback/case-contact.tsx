import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { may, useMe } from '../account/session.ts'
import { SecondFactorFirst } from '../staff/second-factor-first.tsx'
import type { Case } from './words.ts'

type Contact = components['schemas']['ReportContact']

/** Who sent it: closed until somebody says why they need to know. It is shown here and kept nowhere. */
export function CaseContact({ report }: { report: Case }) {
  const { data: me } = useMe()
  const [isAsked, setAsked] = useState(false)
  const [contact, setContact] = useState<Contact>()
  return (
    <section className="card stack" aria-labelledby="sender">
      <h2 id="sender">Người gửi</h2>
      {contact ? (
        <>
          <Opened contact={contact} />
          <Button onClick={() => setContact(undefined)}>Che lại</Button>
        </>
      ) : !report.hasContact ? (
        <p>Người gửi không để lại tên và cách liên hệ. Câu trả lời vẫn đến họ trong ứng dụng.</p>
      ) : report.isAboutYou ? (
        <p>Người gửi có để lại cách liên hệ. Phản ánh nêu tên anh/chị nên anh/chị không mở được.</p>
      ) : me && !may(me, 'feedback.contact') ? (
        <p>Người gửi có để lại cách liên hệ. Chỉ người được giao quyền mới mở được.</p>
      ) : isAsked ? (
        <SecondFactorFirst>
          <ReasonForm id={report.id} onOpened={setContact} />
        </SecondFactorFirst>
      ) : (
        <>
          <p>Tên và cách liên hệ được che. Mở ra thì lý do được ghi lại trong lịch sử.</p>
          <Button onClick={() => setAsked(true)}>Xem người gửi</Button>
        </>
      )}
    </section>
  )
}

function ReasonForm({ id, onOpened }: { id: string; onOpened: (contact: Contact) => void }) {
  const cache = useQueryClient()
  const save = useFormSave({
    save: async (body: { reason: string }) => {
      const { data, error } = await client.POST('/admin/api/reports/{id}/contact', { params: { path: { id } }, body })
      if (error) throw error
      return data
    },
    onSaved: async (contact) => {
      onOpened(contact)
      await cache.invalidateQueries({ queryKey: ['get', '/admin/api/reports/{id}'] })
    },
    warnsOnLeave: false,
  })
  return (
    <Form {...save.formProps} name="contact" className="narrow">
      <FormProblems save={save} labels={{ reason: 'Lý do xem' }} />
      <Form.Item
        name="reason"
        label="Lý do xem"
        extra="Ví dụ: Gọi lại để hỏi số giấy hẹn."
        rules={[{ required: true, whitespace: true, min: 5, message: 'Ghi lý do, ít nhất 5 ký tự' }]}
      >
        <Input maxLength={300} autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isSaving}>
        Mở tên người gửi
      </Button>
    </Form>
  )
}

function Opened({ contact: { sender, isUnder16, guardian } }: { contact: Contact }) {
  const facts = [
    { name: 'Họ tên', text: sender?.name },
    { name: 'Địa chỉ', text: sender?.address },
    { name: 'Điện thoại', text: sender?.phone },
    { name: 'Thư điện tử', text: sender?.email },
    { name: 'Tuổi', text: isUnder16 ? 'dưới 16' : undefined },
    { name: 'Người giám hộ', text: guardian && `${guardian.name}, ${guardian.phone}` },
  ]
  return (
    <dl className="pairs">
      {facts
        .filter(({ text }) => text)
        .map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
