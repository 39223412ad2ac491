import { Button, Form, Input } from 'antd'
import { MOMENT_RULES, MomentInput } from './moment-input.tsx'
import type { Settings } from './words.ts'

const MOST_ROUNDS = 20
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/** When papers may be taken, by the clock of Vietnam. */
export function RoundsPart() {
  const form = Form.useFormInstance<Settings>()
  return (
    <Form.List name="rounds">
      {(fields, { add, remove }) => (
        <>
          <p className="caption">Giờ Việt Nam. Vòng tự mở, tự đóng theo giờ này.</p>
          {fields.map(({ key, name }, at) => (
            <fieldset className="builder-list" key={key}>
              <legend>Vòng {at + 1}</legend>
              <div className="builder-row round-row">
                <Form.Item
                  name={[name, 'name']}
                  label="Tên vòng"
                  rules={[{ required: true, min: 2, whitespace: true, message: 'Viết tên vòng.' }]}
                >
                  <Input maxLength={80} />
                </Form.Item>
                <Form.Item name={[name, 'opensAt']} label="Mở lúc" rules={MOMENT_RULES}>
                  <MomentInput name={`mở vòng ${at + 1}`} />
                </Form.Item>
                <Form.Item name={[name, 'closesAt']} label="Đóng lúc" rules={MOMENT_RULES}>
                  <MomentInput name={`đóng vòng ${at + 1}`} />
                </Form.Item>
                {fields.length > 1 && <Button onClick={() => remove(name)}>Bỏ</Button>}
              </div>
            </fieldset>
          ))}
          {fields.length < MOST_ROUNDS && (
            <Button onClick={() => add(after(form.getFieldValue('rounds')))}>Thêm vòng</Button>
          )}
        </>
      )}
    </Form.List>
  )
}

/** A week after the last, at the same hours. */
function after(rounds: Settings['rounds']): Settings['rounds'][number] {
  const last = rounds.at(-1)
  const later = (instant = '') => {
    const at = Date.parse(instant)
    return Number.isNaN(at) ? '' : new Date(at + WEEK_MS).toISOString()
  }
  return { name: `Vòng ${rounds.length + 1}`, opensAt: later(last?.opensAt), closesAt: later(last?.closesAt) }
}
