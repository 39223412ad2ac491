import { Button, Form, Input } from 'antd'

export function BasicsPart() {
  return (
    <>
      <Form.Item
        name="name"
        label="Tên hội thi"
        rules={[{ required: true, whitespace: true, min: 5, message: 'Viết tên, ít nhất 5 chữ cái.' }]}
      >
        <Input maxLength={160} />
      </Form.Item>
      <Form.Item
        name="intro"
        label="Lời giới thiệu"
        extra="Người dự thi đọc trước khi bắt đầu. Nói ngắn: thi về gì, ai được thi, giải thưởng nếu có."
      >
        <Input.TextArea rows={5} maxLength={4_000} />
      </Form.Item>
      <Form.List name="sources">
        {(fields, { add, remove }) => (
          <fieldset className="builder-list">
            <legend>Căn cứ: quyết định, thể lệ</legend>
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
    </>
  )
}
