import { App, Button, Checkbox, Form, Input } from 'antd'
import { client } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshChannels } from './use-refresh-channels.ts'
import type { ChannelName, ChatChannel } from './words.ts'

type Settings = ChatChannel['settings']
const LABELS = {
  isOff: 'Tắt trợ lý trên kênh này',
  notice: 'Lời báo khi tắt',
  hasButtons: 'Kèm nút bấm dưới các lựa chọn',
  mayPay: 'Cho phép gửi tin mất tiền',
}

export function ChannelForm({ channel, settings }: { channel: ChannelName; settings: Settings }) {
  const { message } = App.useApp()
  const refresh = useRefreshChannels()
  const save = useFormSave({
    save: async (body: Settings) => {
      const { error } = await client.PUT('/admin/api/chat-channels/{channel}', { params: { path: { channel } }, body })
      if (error) throw error
    },
    onSaved: async () => {
      message.success('Đã ghi cài đặt kênh.')
      await refresh()
    },
  })
  return (
    <Form {...save.formProps} name={`channel-${channel}`} className="narrow" initialValues={settings}>
      <FormProblems save={save} labels={LABELS} />
      <Form.Item
        name="isOff"
        valuePropName="checked"
        extra="Người nhắn chỉ nhận lời báo. Tin báo và tin chiến dịch chờ đến khi bật lại."
      >
        <Checkbox>{LABELS.isOff}</Checkbox>
      </Form.Item>
      <Form.Item name="notice" label={LABELS.notice} extra="Để trống thì dùng lời báo thường dùng.">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item
        name="hasButtons"
        valuePropName="checked"
        hidden={channel !== 'oa'}
        extra="Lựa chọn vẫn luôn có số thứ tự trong tin. Zalo không nhận nút thì nút tự tắt."
      >
        <Checkbox>{LABELS.hasButtons}</Checkbox>
      </Form.Item>
      <Form.Item
        name="mayPay"
        valuePropName="checked"
        hidden={channel !== 'oa'}
        extra="Sau 48 giờ kể từ lần nhắn gần nhất, mỗi tin Zalo tính tiền. Không chọn thì các tin đó không gửi."
      >
        <Checkbox>{LABELS.mayPay}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isSaving}>
        Ghi cài đặt
      </Button>
    </Form>
  )
}
