import { Button, Checkbox, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { client, ifMatch, newKey } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { MOMENT_RULES, MomentInput } from '../contests/moment-input.tsx'
import { UnitsSelect } from './units-select.tsx'
import { useRefresh } from './use-campaigns.ts'
import { type Campaign, optionsOf, SEND_KIND_NAMES, type Send, type SendDraft } from './words.ts'

const LABELS = {
  'body.title': 'Tiêu đề',
  'body.summary': 'Tóm tắt',
  'body.text': 'Nội dung',
  'body.coverUrl': 'Ảnh bìa',
  notBefore: 'Gửi từ',
}
const BLANK = {
  kind: 'message',
  pieceId: null,
  segment: { unitIds: [], interests: [], window: 'free' },
  body: { title: '', summary: '', text: '', coverUrl: null },
} as const

type Props = { campaign: Campaign; send?: Send; onClose: () => void }

/** What is sent, to whom, and from when; it leaves only after a preview and another person's approval. */
export function SendDialog({ campaign, send, onClose }: Props) {
  const navigate = useNavigate()
  const refresh = useRefresh()
  const [key] = useState(newKey)
  const save = useFormSave({
    save: async (written: SendDraft) => {
      const body = tidy(written)
      const headers = { 'idempotency-key': key }
      const { data, error } = send
        ? await client.PUT('/admin/api/campaign-sends/{id}', {
            params: { path: { id: send.id }, header: ifMatch(send.version) },
            body,
          })
        : await client.POST('/admin/api/campaigns/{id}/sends', { params: { path: { id: campaign.id } }, headers, body })
      if (error) throw error
      return data
    },
    onSaved: async ({ id }) => {
      await refresh()
      onClose()
      navigate(`/chien-dich/gui/${id}`)
    },
    warnsOnLeave: false,
  })
  return (
    <Modal
      open
      title={send ? 'Sửa tin' : 'Soạn tin'}
      width={640}
      onCancel={onClose}
      footer={
        <Button type="primary" htmlType="submit" form="campaign-send" loading={save.isSaving}>
          Lưu và xem thử
        </Button>
      }
    >
      <Form id="campaign-send" {...save.formProps} initialValues={send?.draft ?? BLANK}>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item name="kind" label="Gửi bằng">
          <Radio.Group className="choices" options={optionsOf(SEND_KIND_NAMES)} />
        </Form.Item>
        <Form.Item name="pieceId" label="Dẫn tới mục">
          <Select
            allowClear
            placeholder="Trang của chiến dịch"
            options={campaign.plan.pieces.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Form.Item>
        <Words />
        <Segment />
        <Form.Item
          name="notBefore"
          label={LABELS.notBefore}
          rules={MOMENT_RULES}
          extra="Chỉ gửi từ 06:00 đến 21:59, giờ Việt Nam."
        >
          <MomentInput name="gửi từ" />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function Words() {
  const isMessage = Form.useWatch('kind') === 'message'
  return (
    <>
      <Form.Item
        name={['body', 'title']}
        label={LABELS['body.title']}
        rules={[{ required: true, whitespace: true, min: 5, message: 'Viết tiêu đề, ít nhất 5 chữ cái.' }]}
      >
        <Input maxLength={140} />
      </Form.Item>
      <Form.Item name={['body', 'summary']} label={LABELS['body.summary']} hidden={isMessage}>
        <Input.TextArea rows={2} maxLength={250} />
      </Form.Item>
      <Form.Item
        name={['body', 'text']}
        label={LABELS['body.text']}
        rules={[{ required: true, whitespace: true, min: 10, message: 'Viết nội dung, ít nhất 10 chữ cái.' }]}
      >
        <Input.TextArea rows={6} maxLength={4_000} />
      </Form.Item>
      <Form.Item
        name={['body', 'coverUrl']}
        label="Địa chỉ ảnh bìa"
        hidden={isMessage}
        extra="Ảnh công khai dưới 500 kB, bắt đầu bằng https://"
      >
        <Input inputMode="url" placeholder="https://" />
      </Form.Item>
    </>
  )
}

/** Only messages one by one have a segment: Zalo sends a broadcast to every follower. */
function Segment() {
  const isMessage = Form.useWatch('kind') === 'message'
  return (
    <div hidden={!isMessage}>
      <Form.Item name={['segment', 'window']} label="Gửi cho người đã trò chuyện">
        <Radio.Group
          className="choices"
          options={[
            { value: 'free', label: 'Trong 48 giờ qua (không mất phí)' },
            { value: 'open', label: 'Trong 7 ngày qua (quá 48 giờ thì mất phí, nếu được phép)' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name={['segment', 'unitIds']}
        label="Đơn vị"
        extra="Chỉ biết đơn vị của người đã ghi tên dự hội thi và đã liên kết với ứng dụng."
      >
        <UnitsSelect />
      </Form.Item>
      <Form.Item name={['segment', 'interests']} label="Quan tâm">
        <Checkbox.Group options={[{ value: 'contests', label: 'Đã từng dự hội thi' }]} />
      </Form.Item>
    </div>
  )
}

function tidy({ pieceId, body, segment, ...rest }: SendDraft): SendDraft {
  const { coverUrl, summary } = body
  return {
    ...rest,
    segment: { ...segment, unitIds: segment.unitIds ?? [], interests: segment.interests ?? [] },
    pieceId: pieceId ?? null,
    body: { ...body, summary: summary ?? '', coverUrl: coverUrl?.trim() || null },
  }
}
