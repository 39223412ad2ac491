import { Button, Form, Input } from 'antd'

/** Where the answer can be read: a name, and the address that opens it. */
export function SourcesField() {
  return (
    <Form.List name={['body', 'sources']}>
      {(fields, { add, remove }) => (
        <ul className="sources">
          {fields.map(({ key, name }) => (
            <li key={key}>
              <Form.Item
                name={[name, 'title']}
                rules={[{ required: true, min: 3, message: 'Ghi tên nguồn, ít nhất 3 ký tự' }]}
              >
                <Input aria-label={`Tên nguồn ${name + 1}`} placeholder="Tên trang, tên văn bản" />
              </Form.Item>
              <Form.Item name={[name, 'url']} rules={[{ type: 'url', message: 'Viết cả https://' }]}>
                <Input aria-label={`Đường dẫn nguồn ${name + 1}`} placeholder="https://" inputMode="url" />
              </Form.Item>
              <Button aria-label={`Bỏ nguồn ${name + 1}`} onClick={() => remove(name)}>
                ✕
              </Button>
            </li>
          ))}
          <li>
            <Button onClick={() => add({ title: '', url: null })}>Thêm nguồn</Button>
          </li>
        </ul>
      )}
    </Form.List>
  )
}
