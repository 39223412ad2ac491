import { Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { client, newKey } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { Failed } from '../../ui/states.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { may, useMe } from '../account/session.ts'
import { useKeepConversation } from './use-conversations.ts'
import type { Conversation } from './words.ts'

const FREE_MS = 48 * 3_600_000
const LONGEST = 1_900

/** Who answers this person now, and what this officer may do about it. */
export function AnswerCard({ talk }: { talk: Conversation }) {
  const { data: me } = useMe()
  if (me === undefined || !may(me, 'chat.answer')) return null
  const { handoff } = talk
  const isHeld = handoff?.state === 'active'
  if (isHeld && handoff.isMine) return <Mine talk={talk} />
  return (
    <section className="card stack" aria-labelledby="answer">
      <h2 id="answer">Trả lời</h2>
      <p>{whoAnswers(talk)}</p>
      {!(isHeld && handoff.claimedByName !== null) && <Step talk={talk} verb="claim" label="Nhận trả lời" isMain />}
      <p className="caption">
        Khi anh/chị nhận, trợ lý tự động im lặng và người này được báo là cán bộ đang trả lời. Im lặng 20 phút thì trợ
        lý tự động trả lời tiếp.
      </p>
    </section>
  )
}

function whoAnswers({ handoff }: Conversation) {
  if (handoff === null) return 'Trợ lý tự động đang trả lời người này.'
  if (handoff.state === 'waiting') return `Người này đang chờ cán bộ, phiếu ${handoff.ticket}.`
  return handoff.claimedByName === null
    ? 'Một cán bộ đang trả lời trên Zalo OA Manager. Anh/chị có thể nhận tiếp ở đây.'
    : `${handoff.claimedByName} đang trả lời người này.`
}

function Mine({ talk }: { talk: Conversation }) {
  const last = talk.lastInteractionAt
  const isLate = last !== null && Date.now() - Date.parse(last) > FREE_MS
  return (
    <section className="card stack" aria-labelledby="answer">
      <h2 id="answer">Anh/chị đang trả lời</h2>
      {isLate && (
        <p className="note warn">
          Người này đã quá 48 giờ chưa nhắn lại. Zalo có thể tính phí hoặc không nhận tin này.
        </p>
      )}
      <ReplyForm talk={talk} />
      <Step talk={talk} verb="return" label="Trao lại cho trợ lý tự động" />
    </section>
  )
}

function ReplyForm({ talk: { id } }: { talk: Conversation }) {
  const keep = useKeepConversation()
  // Said again after a lost answer it is the same message; the next one is another.
  const key = useRef(newKey())
  const save = useFormSave({
    save: async (body: { text: string }) => {
      const { data, error } = await client.POST('/admin/api/conversations/{id}/replies', {
        params: { path: { id } },
        body,
        headers: { 'idempotency-key': key.current },
      })
      if (error) throw error
      return data
    },
    onSaved: async (changed) => {
      key.current = newKey()
      save.form.resetFields()
      await keep(changed)
      save.form.focusField('text')
    },
  })
  return (
    <Form {...save.formProps} className="talk-reply">
      <FormProblems save={save} labels={{ text: 'Câu trả lời' }} />
      <Form.Item
        name="text"
        label="Câu trả lời"
        extra="Người dân đọc nguyên văn. Đừng hỏi số căn cước, số điện thoại ở đây."
        rules={[{ required: true, whitespace: true, message: 'Viết câu trả lời.' }]}
      >
        <Input.TextArea rows={4} maxLength={LONGEST} data-edit="" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isSaving}>
        Gửi
      </Button>
    </Form>
  )
}

/** Taking somebody, or giving them back. */
function Step({
  talk: { id },
  verb,
  label,
  isMain = false,
}: {
  talk: Conversation
  verb: 'claim' | 'return'
  label: string
  isMain?: boolean
}) {
  const keep = useKeepConversation()
  const [isUnderWay, setUnderWay] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  async function take() {
    setUnderWay(true)
    setProblem(undefined)
    const params = { path: { id } }
    const { data, error } =
      verb === 'claim'
        ? await client.POST('/admin/api/conversations/{id}/claim', { params })
        : await client.POST('/admin/api/conversations/{id}/return', { params })
    setUnderWay(false)
    if (error) return setProblem(error)
    await keep(data)
  }
  return (
    <>
      {problem ? <Failed problem={problem} /> : null}
      <Button type={isMain ? 'primary' : 'default'} onClick={() => void take()} loading={isUnderWay}>
        {label}
      </Button>
    </>
  )
}
