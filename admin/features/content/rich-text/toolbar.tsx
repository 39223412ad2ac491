import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Button } from 'antd'
import { useState } from 'react'
import { ImageDialog } from './image-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'

type Tool = {
  name: string
  label: string
  isOn?: (editor: Editor) => boolean
  /** A cell holds one line of words, so most of a text's shapes have no place in it. */
  isInCells?: boolean
  run: (editor: Editor) => void
}

const chain = (editor: Editor) => editor.chain().focus()

const TOOLS: Tool[] = [
  {
    name: 'Mục lớn',
    label: 'Mục lớn',
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
    run: (editor) => chain(editor).toggleHeading({ level: 2 }).run(),
  },
  {
    name: 'Mục nhỏ',
    label: 'Mục nhỏ',
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
    run: (editor) => chain(editor).toggleHeading({ level: 3 }).run(),
  },
  {
    name: 'Đậm',
    isInCells: true,
    label: 'Chữ đậm (Ctrl+B)',
    isOn: (editor) => editor.isActive('bold'),
    run: (editor) => chain(editor).toggleBold().run(),
  },
  {
    name: 'Nghiêng',
    isInCells: true,
    label: 'Chữ nghiêng (Ctrl+I)',
    isOn: (editor) => editor.isActive('italic'),
    run: (editor) => chain(editor).toggleItalic().run(),
  },
  {
    name: 'Danh sách',
    label: 'Danh sách ý',
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => chain(editor).toggleBulletList().run(),
  },
  {
    name: 'Đánh số',
    label: 'Danh sách đánh số',
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => chain(editor).toggleOrderedList().run(),
  },
  {
    name: 'Lưu ý',
    label: 'Khung lưu ý',
    isOn: (editor) => editor.isActive('blockquote'),
    run: (editor) => chain(editor).toggleBlockquote().run(),
  },
  {
    name: 'Bảng',
    label: 'Chèn bảng 3 cột',
    run: (editor) => chain(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
]

const TABLE_TOOLS: Tool[] = [
  { name: 'Thêm dòng', label: 'Thêm dòng dưới', run: (editor) => chain(editor).addRowAfter().run() },
  { name: 'Thêm cột', label: 'Thêm cột bên phải', run: (editor) => chain(editor).addColumnAfter().run() },
  { name: 'Bỏ dòng', label: 'Bỏ dòng này', run: (editor) => chain(editor).deleteRow().run() },
  { name: 'Bỏ cột', label: 'Bỏ cột này', run: (editor) => chain(editor).deleteColumn().run() },
  { name: 'Bỏ bảng', label: 'Bỏ bảng này', run: (editor) => chain(editor).deleteTable().run() },
]

/** What can be done to a text; those of a table only inside one. */
export function Toolbar({ editor, unitId, label }: { editor: Editor; unitId: string; label: string }) {
  const [open, setOpen] = useState<'link' | 'image'>()
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: TOOLS.map(({ isOn }) => isOn?.(now) ?? false),
      isInTable: now.isActive('table'),
      isLink: now.isActive('link'),
    }),
  })
  const close = () => setOpen(undefined)
  return (
    <div role="toolbar" aria-label={`Trình bày: ${label}`} className="rich-text-tools">
      {TOOLS.map((tool, at) => (
        <Button
          key={tool.name}
          size="small"
          aria-label={tool.label}
          disabled={state.isInTable && !tool.isInCells}
          aria-pressed={tool.isOn ? state.on[at] : undefined}
          type={state.on[at] ? 'primary' : 'default'}
          onClick={() => tool.run(editor)}
        >
          {tool.name}
        </Button>
      ))}
      <Button
        size="small"
        aria-pressed={state.isLink}
        type={state.isLink ? 'primary' : 'default'}
        onClick={() => setOpen('link')}
      >
        Liên kết
      </Button>
      <Button size="small" onClick={() => setOpen('image')}>
        Ảnh
      </Button>
      {state.isInTable &&
        TABLE_TOOLS.map((tool) => (
          <Button key={tool.name} size="small" aria-label={tool.label} onClick={() => tool.run(editor)}>
            {tool.name}
          </Button>
        ))}
      {open === 'link' && <LinkDialog editor={editor} onClose={close} />}
      {open === 'image' && <ImageDialog editor={editor} unitId={unitId} onClose={close} />}
    </div>
  )
}
