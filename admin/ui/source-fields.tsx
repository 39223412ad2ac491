import { Button, Form, Input } from 'antd'

/** What a contest or a campaign rests on: the rows of the form's `sources`. */
export function SourceFields({ legend }: { legend: string }) {
  return (
    <Form.List name="sources">
      {(fields, { add, remove }) => (
        <fieldset className="builder-list">
          <legend>{legend}</legend>
          {fields.map(({ key, name }) => (
            <div className="builder-row" key={key}>
              <Form.Item
                name={[name, 'title']}
                label="Số và tên văn bản"
                rules={[{ required: true, min: 3, message: 'Viết số và tên văn bản.' }]}
              >
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'url']} label="Địa chỉ trên mạng, nếu có">
                <Input inputMode="url" placeholder="https://" />
              </Form.Item>
              <Button onClick={() => remove(name)}>Bỏ</Button>
            </div>
          ))}
          <Button onClick={() => add({ title: '', url: null })}>Thêm căn cứ</Button>
        </fieldset>
      )}
    </Form.List>
  )
}
