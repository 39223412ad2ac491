import { App, Form } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { client, newKey } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useMe } from '../account/session.ts'
import { useUnitName } from '../staff/unit-name.tsx'
import { UnitSelect } from '../units/unit-select.tsx'
import { QuestionForm, toBody, type Values } from './question-form.tsx'
import { useRefreshBank } from './use-refresh-bank.ts'
import './quizzes.css'

const HALF_A_YEAR_DAYS = 182
const DAY_MS = 24 * 60 * 60_000
const dayIn = (days: number) =>
  new Date(Date.now() + days * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

export default function NewQuestionScreen() {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshBank()
  const [key] = useState(newKey)
  const { data: me } = useMe()
  const own = me?.permissions.find(({ permission }) => permission === 'quizzes.write')?.unitIds
  const home = own?.includes('so-gddt') ? 'so-gddt' : own?.[0]
  const unitName = useUnitName(home)

  async function send(values: Values) {
    const { data, error } = await client.POST('/admin/api/questions', {
      headers: { 'idempotency-key': key },
      body: { unitId: values.unitId ?? '', body: toBody(values) },
    })
    if (error) throw error
    return data
  }
  return (
    <ScreenFrame title="Soạn câu hỏi" intro="Câu mới là bản nháp. Một người khác duyệt thì mới được đưa vào dùng.">
      <section className="card question-new">
        {home !== undefined && (
          <QuestionForm
            initial={fresh(home)}
            send={send}
            submitLabel="Lưu bản nháp"
            before={
              <Form.Item
                name="unitId"
                label="Đơn vị giữ câu hỏi"
                rules={[{ required: true, message: 'Chưa chọn đơn vị' }]}
              >
                <UnitSelect chosenName={unitName} />
              </Form.Item>
            }
            onSaved={async (question) => {
              await refresh(question)
              message.success(`Đã lưu ${question.code}.`)
              navigate(`/ngan-hang-cau-hoi/${question.id}`)
            }}
          />
        )}
      </section>
    </ScreenFrame>
  )
}

function fresh(unitId: string): Values {
  return {
    unitId,
    choices: { options: ['', '', '', ''], key: [] },
    body: {
      ...{ kind: 'single', topic: '', difficulty: 'medium', audiences: [], pool: 'practice' },
      ...{ text: '', explanation: '', legalSource: null, documentNumber: null },
      ...{ sources: [{ title: '', url: null }], related: [], unverified: [] },
      ...{ checkedOn: dayIn(0), reviewBy: dayIn(HALF_A_YEAR_DAYS) },
    },
  }
}
