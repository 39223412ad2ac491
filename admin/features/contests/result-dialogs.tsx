import { App, Button, Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import type { RoundResult } from './result-words.ts'
import { useRefreshContest } from './use-contest.ts'
import type { Contest } from './words.ts'

type Props = { contest: Contest; shown: RoundResult; round: number; onClose: () => void }
const DAY_MS = 86_400_000

export function ComplaintsDialog({ contest, shown, round, onClose }: Props) {
  const days = contest.settings.complaintDays
  return (
    <ActDialog
      title={`Mở nhận khiếu nại ${shown.name}`}
      verb="Mở nhận khiếu nại"
      done="Đã mở nhận khiếu nại."
      onClose={onClose}
      act={() =>
        client.POST('/admin/api/contests/{id}/rounds/{number}/complaint-window', {
          params: { path: { id: contest.id, number: round } },
        })
      }
    >
      <p>
        Từ bây giờ, ai dự vòng này cũng gửi được khiếu nại trong {days} ngày, đến khoảng{' '}
        {formatMoment(new Date(Date.now() + days * DAY_MS).toISOString())} theo thể lệ. Không rút ngắn được hạn này.
      </p>
    </ActDialog>
  )
}

/** Who may, what is told to whom, and what is sealed. */
export function OfficialDialog({ contest, shown, round, onClose }: Props) {
  const { result } = shown
  const authors = contest.authors.filter(Boolean)
  return (
    <ActDialog
      title={`Công nhận chính thức ${shown.name}`}
      verb="Công nhận chính thức"
      done="Kết quả đã chính thức và đã ký."
      onClose={onClose}
      act={() =>
        client.POST('/admin/api/contests/{id}/rounds/{number}/official', {
          params: { path: { id: contest.id, number: round } },
        })
      }
    >
      <p>
        Chỉ người có quyền công nhận và mã hai lớp làm được. Người một mình soạn hội thi thì không.
        {authors.length > 0 && ` Người soạn: ${authors.join(', ')}.`}
      </p>
      <p>Khi bấm, mọi người thấy ngay:</p>
      <ul>
        <li>
          Bản số {result?.number} ghi “chính thức”, với {result?.entrants} người, tên viết theo thể lệ.
        </li>
        <li>Dấu vân của cả danh sách và chữ ký của hệ thống, để ai cũng kiểm tra được là không bị sửa.</li>
        <li>Hạt giống rút thăm, khi mọi vòng đã chính thức.</li>
        <li>Giấy chứng nhận của từng người dự thi.</li>
      </ul>
      <p>
        Dấu vân sẽ ký: <code className="commitment">{result?.fingerprint}</code>
      </p>
      <p className="caption">Sau này có sai thì tính lại thành bản mới kèm lý do; bản này vẫn giữ.</p>
    </ActDialog>
  )
}

export function RecomputeDialog({ contest, shown, round, onClose }: Props) {
  return (
    <ActDialog
      title={`Tính lại ${shown.name}`}
      verb="Tính lại"
      done="Đã nhận. Máy đang tính lại."
      onClose={onClose}
      needsReason
      act={(reason) =>
        client.POST('/admin/api/contests/{id}/rounds/{number}/recompute', {
          params: { path: { id: contest.id, number: round } },
          body: { reason },
        })
      }
    >
      <p>
        Mọi bài được chấm và xếp lại, thành bản số {(shown.result?.number ?? 0) + 1}. Bản số {shown.result?.number} vẫn
        giữ và đọc được.
      </p>
      {shown.roundState === 'official' && (
        <p className="note">Kết quả đã chính thức: giấy chứng nhận của bản cũ sẽ ghi “đã thay”, bản mới có giấy mới.</p>
      )}
    </ActDialog>
  )
}

type ActProps = {
  title: string
  verb: string
  done: string
  children: ReactNode
  onClose: () => void
  needsReason?: boolean
  act: (reason: string) => Promise<{ error?: unknown }>
}

/** Says what follows before it is done; a refused act keeps the dialog open. */
export function ActDialog({ title, verb, done, children, onClose, needsReason = false, act }: ActProps) {
  const { message } = App.useApp()
  const refresh = useRefreshContest()
  const save = useFormSave({
    save: async ({ reason = '' }: { reason?: string }) => {
      const { error } = await act(reason)
      if (error) throw error
    },
    onSaved: async () => {
      await refresh()
      message.success(done)
      onClose()
    },
    warnsOnLeave: false,
  })
  const reason = Form.useWatch('reason', save.form)
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button key="yes" type="primary" htmlType="submit" form="result-act" loading={save.isSaving}>
          {verb}
        </Button>,
      ]}
    >
      <Form id="result-act" {...save.formProps}>
        <FormProblems save={save} labels={{ reason: 'Lý do' }} />
        {children}
        {needsReason && (
          <>
            <Form.Item
              name="reason"
              label="Lý do, ai cũng đọc được; không viết tên người"
              rules={[{ required: true, whitespace: true, min: 10, message: 'Viết lý do, ít nhất 10 chữ cái.' }]}
            >
              <Input.TextArea rows={3} maxLength={500} />
            </Form.Item>
            {reason && <p className="caption">Mọi người sẽ đọc: “{reason}”</p>}
          </>
        )}
      </Form>
    </Modal>
  )
}
