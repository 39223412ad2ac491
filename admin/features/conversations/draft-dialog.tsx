import { Button, Form, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { client, ifMatch, newKey } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useMe } from '../account/session.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import type { QuestionGroup } from './words.ts'

type Values = { kind: 'answer' | 'article'; title: string; unitId: string }

const KINDS = [
  { value: 'answer' as const, label: 'Hỏi đáp ngắn' },
  { value: 'article' as const, label: 'Bài cẩm nang' },
]
const MOST_TERMS = 20

/** Begins a draft from a question: its wordings become what the draft is found by. */
export function DraftDialog({ group, onClose }: { group: QuestionGroup; onClose: () => void }) {
  const navigate = useNavigate()
  const { data: me } = useMe()
  const [key] = useState(newKey)
  const ours = me?.roles.find(({ role }) => role === 'editor' || role === 'admin')
  const save = useFormSave({
    save: (values: Values) => startDraft(values, group, key),
    onSaved: (id) => navigate(`/noi-dung/${id}`),
    warnsOnLeave: false,
  })
  return (
    <Modal
      open
      title="Tạo nháp trả lời"
      onCancel={onClose}
      footer={
        <Button type="primary" htmlType="submit" form="draft-answer" loading={save.isSaving}>
          Bắt đầu soạn
        </Button>
      }
    >
      <Form
        id="draft-answer"
        {...save.formProps}
        initialValues={{ kind: 'answer', title: asTitle(group.question), unitId: ours?.unitId }}
      >
        <FormProblems save={save} labels={{ kind: 'Loại', title: 'Câu hỏi hoặc tên bài', unitId: 'Đơn vị' }} />
        <Form.Item name="kind" label="Loại">
          <Segmented options={KINDS} />
        </Form.Item>
        <Form.Item
          name="title"
          label="Câu hỏi hoặc tên bài, như người dân sẽ đọc"
          rules={[{ required: true, whitespace: true, min: 8, message: 'Viết ít nhất 8 chữ cái.' }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Form.Item name="unitId" label="Đơn vị phụ trách" rules={[{ required: true, message: 'Chọn đơn vị.' }]}>
          <UnitSelect chosenName={ours?.unitName} />
        </Form.Item>
        <p className="caption">Các cách hỏi được ghi sẵn vào ô từ tìm kiếm của bản nháp.</p>
      </Form>
    </Modal>
  )
}

async function startDraft(body: Values, { question, wordings }: QuestionGroup, key: string) {
  const made = await client.POST('/admin/api/entries', { body, headers: { 'idempotency-key': key } })
  if (made.error) throw made.error
  const { id, openEditionId } = made.data
  if (openEditionId === null) return id
  const params = { path: { id: openEditionId } }
  const edition = await client.GET('/admin/api/editions/{id}', { params })
  if (edition.error) throw edition.error
  const { version, body: draft, changeKind, changeNote } = edition.data
  const searchTerms = [question, ...wordings].slice(0, MOST_TERMS)
  const saved = await client.PUT('/admin/api/editions/{id}', {
    params: { ...params, header: ifMatch(version) },
    body: { body: { ...draft, searchTerms }, changeKind, changeNote },
  })
  if (saved.error) throw saved.error
  return id
}

/** As a sentence begins. */
function asTitle(question: string) {
  return question.charAt(0).toLocaleUpperCase('vi') + question.slice(1)
}
