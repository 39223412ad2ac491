import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { BlueprintRows } from './blueprint-rows.tsx'
import { AUDIENCE_NAMES, type Block, type Check, HEADCOUNT_NAMES, optionsOf } from './words.ts'

const MOST_BLOCKS = 8
const DRAWS_FROM = { contest: 'Chỉ câu hỏi bí mật của hội thi', all: 'Cả câu ở phần ôn tập' }

const newBlock = (place: number): Block => ({
  ...{ id: `bang-${place}-${Date.now().toString(36)}`, name: '', audience: 'citizen', minAge: null, maxAge: null },
  ...{ needsUnit: false, needsCode: false, headcount: null },
  blueprint: [{ topic: null, difficulty: null, count: 10 }],
})

/** Who takes which paper. */
export function BlocksPart({ bank }: { bank: Check['bank'] }) {
  return (
    <>
      <Form.Item name="drawsFrom" label="Rút câu hỏi từ">
        <Select options={optionsOf(DRAWS_FROM)} />
      </Form.Item>
      <Form.List name="blocks">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, at) => (
              <fieldset className="builder-list" key={key}>
                <legend>Bảng {at + 1}</legend>
                <BlockFields at={name} bank={bank} />
                {fields.length > 1 && (
                  <div>
                    <Button onClick={() => remove(name)}>Bỏ bảng này</Button>
                  </div>
                )}
              </fieldset>
            ))}
            {fields.length < MOST_BLOCKS && <Button onClick={() => add(newBlock(fields.length + 1))}>Thêm bảng</Button>}
          </>
        )}
      </Form.List>
    </>
  )
}

function BlockFields({ at, bank }: { at: number; bank: Check['bank'] }) {
  return (
    <>
      <Form.Item name={[at, 'id']} hidden>
        <Input />
      </Form.Item>
      <div className="builder-row">
        <Form.Item
          name={[at, 'name']}
          label="Tên bảng"
          rules={[{ required: true, min: 2, whitespace: true, message: 'Viết tên bảng.' }]}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name={[at, 'audience']} label="Dùng câu hỏi dành cho">
          <Select options={optionsOf(AUDIENCE_NAMES)} />
        </Form.Item>
      </div>
      <BlueprintRows at={at} bank={bank} />
      <div className="builder-row">
        <Form.Item name={[at, 'minAge']} label="Từ bao nhiêu tuổi">
          <InputNumber min={6} max={100} precision={0} placeholder="không nói" />
        </Form.Item>
        <Form.Item name={[at, 'maxAge']} label="Đến bao nhiêu tuổi">
          <InputNumber min={6} max={100} precision={0} placeholder="không nói" />
        </Form.Item>
        <Form.Item name={[at, 'headcount']} label="Tỷ lệ tham gia tính trên số">
          <Select allowClear placeholder="không tính theo đơn vị" options={optionsOf(HEADCOUNT_NAMES)} />
        </Form.Item>
      </div>
      <Form.Item name={[at, 'needsUnit']} valuePropName="checked" noStyle>
        <Checkbox className="roomy">Phải chọn đơn vị khi đăng ký</Checkbox>
      </Form.Item>
      <Form.Item name={[at, 'needsCode']} valuePropName="checked" noStyle>
        <Checkbox className="roomy">Chỉ người có mã trong danh sách đơn vị tải lên</Checkbox>
      </Form.Item>
    </>
  )
}
