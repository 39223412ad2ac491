import { Button, Form, Input, Modal, Radio, Select, Tag } from 'antd'
import { useState } from 'react'
import { api, BY_CURSOR, client, ifMatch } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { Empty, Failed, Waiting } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useFormSave } from '../../ui/use-form-save.ts'
import { EndedRoundSelect } from './ended-round-select.tsx'
import { COMPLAINT_STATES, type Complaint } from './result-words.ts'
import type { TabProps } from './tabs.ts'
import { useRefreshContest } from './use-contest.ts'
import { useEndedRound } from './use-results.ts'
import { optionsOf } from './words.ts'
import './results.css'

type Answer = components['schemas']['ContestComplaintAnswer']
const STATES = optionsOf<Complaint['state']>(COMPLAINT_STATES)
const OUTCOMES: { value: Answer['outcome']; label: string }[] = [
  { value: 'rejected', label: 'Không chấp nhận: kết quả giữ nguyên' },
  { value: 'upheld', label: 'Chấp nhận: khiếu nại đúng' },
]

/** What people dispute, the oldest first; each is answered once. */
export function ComplaintsTab({ contest }: Pick<TabProps, 'contest'>) {
  const ended = useEndedRound(contest)
  const { filters, setFilter } = useFilters('tinh-trang')
  const [answering, setAnswering] = useState<Complaint>()
  const state = STATES.find(({ value }) => value === filters['tinh-trang'])?.value
  const asked = { params: { path: { id: contest.id }, query: { round: ended.round?.number, state } } }
  const list = api.useInfiniteQuery('get', '/admin/api/contests/{id}/complaints', asked, {
    ...BY_CURSOR,
    refetchOnMount: 'always',
  })
  const items = list.data?.pages.flatMap((page) => page.items)
  return (
    <div className="contest-parts">
      <div className="filters">
        <EndedRoundSelect ended={ended} withWhole={contest.rounds.length > 1} />
        <Select
          aria-label="Tình trạng"
          value={state}
          placeholder="Mọi tình trạng"
          allowClear
          options={STATES}
          onChange={(value) => setFilter('tinh-trang', value)}
          popupMatchSelectWidth={false}
        />
      </div>
      {!items && (list.error ? <Failed problem={list.error} onRetry={list.refetch} isLoad /> : <Waiting />)}
      {items?.length === 0 && <Empty>Không có khiếu nại nào ở đây.</Empty>}
      <ul className="cards complaints">
        {items?.map((complaint) => (
          <li className="card" key={complaint.id}>
            <Told complaint={complaint} />
            {complaint.state === 'waiting' && (
              <Button type="primary" onClick={() => setAnswering(complaint)}>
                Trả lời
              </Button>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Xem thêm
        </Button>
      )}
      {answering && <AnswerDialog complaint={answering} onClose={() => setAnswering(undefined)} />}
    </div>
  )
}

function Told({ complaint }: { complaint: Complaint }) {
  const { publicName, unitName, text, state, answer, createdAt, answeredAt } = complaint
  return (
    <>
      <p>
        <strong>{publicName}</strong>{' '}
        <Tag color={state === 'waiting' ? 'warning' : 'default'}>{COMPLAINT_STATES[state]}</Tag>
      </p>
      <p className="caption">
        {unitName ?? 'không chọn đơn vị'} · vòng {complaint.round} · gửi {formatMoment(createdAt)}
      </p>
      <p className="said">{text}</p>
      {answer !== null && (
        <p className="said answered">
          {answer} <span className="caption">Trả lời {answeredAt && formatMoment(answeredAt)}</span>
        </p>
      )}
    </>
  )
}

function AnswerDialog({ complaint, onClose }: { complaint: Complaint; onClose: () => void }) {
  const refresh = useRefreshContest()
  const save = useFormSave({
    save: async (body: Answer) => {
      const { data, error } = await client.POST('/admin/api/contest-complaints/{id}/answer', {
        params: { path: { id: complaint.id }, header: ifMatch(complaint.version) },
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
      title={`Trả lời ${complaint.publicName}`}
      onCancel={onClose}
      footer={
        <Button type="primary" htmlType="submit" form="complaint-answer" loading={save.isSaving}>
          Gửi trả lời
        </Button>
      }
    >
      <Form id="complaint-answer" {...save.formProps} initialValues={{ outcome: 'rejected' }}>
        <FormProblems save={save} labels={{ text: 'Lời trả lời' }} />
        <p className="said">{complaint.text}</p>
        <Form.Item name="outcome" label="Kết luận">
          <Radio.Group className="choices" options={OUTCOMES} />
        </Form.Item>
        <Form.Item
          name="text"
          label="Lời trả lời, người khiếu nại đọc được"
          extra="Chỉ trả lời được một lần. Nếu chấp nhận, sau đó bỏ câu hỏi hoặc tính lại ở các mục bên."
          rules={[{ required: true, whitespace: true, min: 10, message: 'Viết lời trả lời, ít nhất 10 chữ cái.' }]}
        >
          <Input.TextArea rows={5} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
