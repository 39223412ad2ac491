import type { Editor } from '@tiptap/core'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { readAddress } from './addresses.ts'

/** Where the chosen words lead. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const known = String(editor.getAttributes('link').href ?? '')
  const [typed, setTyped] = useState(known)
  const [isWrong, setWrong] = useState(false)

  function keep() {
    const href = readAddress(typed)
    if (href === undefined) return setWrong(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && known === '')
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
    onClose()
  }
  function drop() {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onClose()
  }
  return (
    <Modal
      open
      title="Liên kết"
      onCancel={onClose}
      footer={[
        known !== '' && (
          <Button key="drop" danger onClick={drop}>
            Bỏ liên kết
          </Button>
        ),
        <Button key="keep" type="primary" onClick={keep}>
          Đặt liên kết
        </Button>,
      ]}
    >
      <label htmlFor="rich-text-link">Dẫn đến đâu</label>
      <Input
        id="rich-text-link"
        value={typed}
        autoFocus
        aria-describedby="rich-text-link-help"
        aria-invalid={isWrong}
        status={isWrong ? 'error' : undefined}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={keep}
      />
      <p id="rich-text-link-help" className="caption">
        {isWrong ? 'Địa chỉ này không dùng được. ' : ''}
        Trang của ứng dụng viết như /thu-tuc/2.002854 hoặc /cam-nang/papi; trang khác bắt đầu bằng https://
      </p>
    </Modal>
  )
}
