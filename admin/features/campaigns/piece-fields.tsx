import { Button, Form, Input, Select } from 'antd'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { KIND_NAMES, optionsOf, type Piece } from './words.ts'

const EMPTY: Piece = { id: null, kind: 'article', title: '', summary: '', reference: null, onDay: '', place: '' }
const REFERENCE = /^(article|document|procedure|situation|quiz|contest):[a-z0-9][a-z0-9._-]*$/

/** What the calendar holds, one fieldset a piece. */
export function PieceFields() {
  return (
    <Form.List name="pieces">
      {(fields, { add, remove }) => (
        <>
          <h2>Lịch</h2>
          {fields.map(({ key, name }, at) => (
            <fieldset className="builder-list" key={key}>
              <legend>Mục {at + 1}</legend>
              <Form.Item name={[name, 'id']} hidden>
                <Input />
              </Form.Item>
              <div className="builder-row">
                <Form.Item name={[name, 'kind']} label="Loại">
                  <Select options={optionsOf(KIND_NAMES)} />
                </Form.Item>
                <Form.Item name={[name, 'onDay']} label="Ngày" rules={DAY_RULES}>
                  <DateInput />
                </Form.Item>
              </div>
              <Form.Item
                name={[name, 'title']}
                label="Tên mục"
                rules={[{ required: true, whitespace: true, min: 3, message: 'Viết tên mục.' }]}
              >
                <Input maxLength={140} />
              </Form.Item>
              <Form.Item name={[name, 'summary']} label="Nội dung ngắn hoặc lời trên thông điệp">
                <Input.TextArea rows={2} maxLength={1_000} />
              </Form.Item>
              <div className="builder-row">
                <Form.Item
                  name={[name, 'reference']}
                  label="Dẫn tới"
                  extra="Ví dụ article:ten-bai, quiz:ten-chu-de, contest:ten-hoi-thi"
                  rules={[{ pattern: REFERENCE, message: 'Viết loại, dấu hai chấm rồi tên, như article:ten-bai.' }]}
                >
                  <Input autoCapitalize="none" />
                </Form.Item>
                <Form.Item name={[name, 'place']} label="Nơi và giờ, với sự kiện">
                  <Input maxLength={200} />
                </Form.Item>
              </div>
              <Button onClick={() => remove(name)}>Bỏ mục này</Button>
            </fieldset>
          ))}
          <p>
            <Button onClick={() => add(EMPTY)}>Thêm mục</Button>
          </p>
        </>
      )}
    </Form.List>
  )
}
