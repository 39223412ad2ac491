import { Input, Radio } from 'antd'
import type { DraftText } from './drafts.ts'

/** What readers are told of this edition, where it changes something for them. */
export function ChangeNote({ text, change }: { text: DraftText; change: (next: Partial<DraftText>) => void }) {
  return (
    <fieldset className="change-note">
      <legend>Lần này thay đổi gì</legend>
      <Radio.Group value={text.changeKind} onChange={({ target }) => change({ changeKind: target.value })}>
        <Radio value="minor">Nhỏ: sửa câu chữ</Radio>
        <Radio value="major">Lớn: người dân cần biết, ghi chú hiện trên trang</Radio>
      </Radio.Group>
      <label htmlFor="field-changeNote">Ghi chú thay đổi</label>
      <Input.TextArea
        id="field-changeNote"
        rows={2}
        maxLength={500}
        value={text.changeNote ?? ''}
        onChange={({ target }) => change({ changeNote: target.value === '' ? null : target.value })}
      />
    </fieldset>
  )
}
