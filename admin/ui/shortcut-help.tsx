import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { focusSearch, isTyping, moveInTable, openEdit, openRow } from './shortcuts.ts'

const KEYS: [key: string, does: string][] = [
  ['?', 'Mở bảng phím tắt này'],
  ['/', 'Đến ô tìm kiếm của màn hình'],
  ['j', 'Xuống dòng dưới của bảng'],
  ['k', 'Lên dòng trên của bảng'],
  ['Enter', 'Mở dòng đang chọn'],
  ['e', 'Sửa dòng đang chọn hoặc nội dung đang xem'],
  ['Esc', 'Đóng hộp thoại'],
]

/** The keys that work on every screen, and the table that tells them. */
export function ShortcutHelp() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isTyping(event)) return
      const did = event.key === '?' ? setOpen(true) !== null : act(event.key)
      if (did) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <Modal open={isOpen} onCancel={() => setOpen(false)} footer={null} title="Phím tắt" destroyOnHidden>
      <dl className="keys">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}

function act(key: string): boolean {
  if (key === '/') return focusSearch()
  if (key === 'j') return moveInTable(1)
  if (key === 'k') return moveInTable(-1)
  if (key === 'e') return openEdit()
  if (key === 'Enter') return openRow()
  return false
}
