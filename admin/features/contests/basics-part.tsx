import { Form, Input } from 'antd'
import { SourceFields } from '../../ui/source-fields.tsx'

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
      <SourceFields legend="Căn cứ: quyết định, thể lệ" />
    </>
  )
}
