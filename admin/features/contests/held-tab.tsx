import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { Empty, Ready } from '../../ui/states.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import type { TabProps } from './tabs.ts'
import { useRefreshContest } from './use-contest.ts'
import type { Contest } from './words.ts'

type Held = components['schemas']['HeldEntry']
type Decision = components['schemas']['HeldDecision']
const DECISIONS: { value: Decision['decision']; label: string }[] = [
  { value: 'count_instead', label: 'Đây đúng là người có mã; bỏ lượt đăng ký kia' },
  { value: 'count', label: 'Là hai người khác nhau; tính cả hai' },
  { value: 'remove', label: 'Bỏ lượt đăng ký này' },
]
const STATUS_NAMES: Record<Held['status'], string> = {
  counted: 'đang tính',
  held: 'đang giữ lại',
  practice: 'ban tổ chức, không xếp hạng',
  removed: 'đã bỏ',
}

/** Second entries with the same code: they do not count until somebody has looked. */
export function HeldTab({ contest }: Pick<TabProps, 'contest'>) {
  const [deciding, setDeciding] = useState<Held>()
  const params = { path: { id: contest.id } }
  const held = api.useQuery('get', '/admin/api/contests/{id}/held', { params }, { refetchOnMount: 'always' })
  return (
    <div className="contest-parts">
      <p className="note">
        Người đăng ký sau với một mã đã có người dùng được giữ lại, chưa tính, cho đến khi anh/chị xem.
      </p>
      <Ready asked={held}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Không có lượt đăng ký nào trùng mã.</Empty>
          ) : (
            <ul className="cards">
              {items.map((entry) => (
                <li className="card" key={entry.id}>
                  <div className="held-pair">
                    <Person entry={entry} title="Đăng ký sau, đang giữ lại" />
                    {entry.others.map((other) => (
                      <Person key={other.id} entry={other} title={`Cùng mã, ${STATUS_NAMES[other.status]}`} />
                    ))}
                  </div>
                  <p>Tên của mã này trong danh sách đơn vị: {entry.listedName ?? 'không có trong danh sách'}</p>
                  <Button type="primary" onClick={() => setDeciding(entry)}>
                    Xử lý
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Ready>
      {deciding && <Decide contest={contest} entry={deciding} onClose={() => setDeciding(undefined)} />}
    </div>
  )
}

function Person({ entry, title }: { entry: Omit<Held, 'others' | 'listedName'>; title: string }) {
  return (
    <div>
      <p className="caption">{title}</p>
      <strong>{entry.name ?? 'đã xóa theo yêu cầu'}</strong>
      <p className="caption">
        {entry.unitName ?? 'không chọn đơn vị'} · đăng ký {formatMoment(entry.enteredAt)} · {entry.papers} bài
      </p>
    </div>
  )
}

function Decide({ contest, entry, onClose }: { contest: Contest; entry: Held; onClose: () => void }) {
  const refresh = useRefreshContest()
  const save = useFormSave({
    save: async (body: Decision) => {
      const { data, error } = await client.POST('/admin/api/contests/{id}/held/{entryId}', {
        params: { path: { id: contest.id, entryId: entry.id } },
        body,
      })
      if (error) throw error
      return data
    },
    onSaved: async () => {
      await refresh()
      onClose()
    },
    warnsOnLeave: false,
  })
  return (
    <Modal
      open
      title="Xử lý lượt đăng ký trùng mã"
      onCancel={onClose}
      footer={
        <Button type="primary" htmlType="submit" form="held" loading={save.isSaving}>
          Ghi quyết định
        </Button>
      }
    >
      <Form id="held" {...save.formProps} initialValues={{ decision: 'count_instead' }}>
        <FormProblems save={save} labels={{ reason: 'Lý do' }} />
        <Form.Item name="decision" label="Quyết định">
          <Radio.Group className="choices" options={DECISIONS} />
        </Form.Item>
        <Form.Item
          name="reason"
          label="Lý do, ghi vào nhật ký; không viết tên người"
          rules={[{ required: true, whitespace: true, min: 5, message: 'Viết lý do, ít nhất 5 chữ cái.' }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
