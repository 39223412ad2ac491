import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { makeExtensions } from './rich-text/extensions.ts'
import { writeMarkdown } from './rich-text/markdown-writer.ts'
import { cleanPastedHtml } from './rich-text/paste.ts'
import { Toolbar } from './rich-text/toolbar.tsx'
import './rich-text/rich-text.css'

type Props = {
  id: string
  /** Markdown, as it is stored. */
  value: string
  onChange: (markdown: string) => void
  /** Whose pictures the uploaded ones are. */
  unitId: string
  readOnly: boolean
  label: string
}

/** A text as it will look, written with buttons and kept as Markdown. */
export default function RichTextField({ id, value, onChange, unitId, readOnly, label }: Props) {
  const written = useRef(value)
  const editor = useEditor({
    extensions: makeExtensions(),
    content: value,
    contentType: 'markdown',
    editable: !readOnly,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      transformPastedHTML: cleanPastedHtml,
      attributes: { id, role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'rich-text' },
    },
    onUpdate({ editor: now }) {
      written.current = writeMarkdown(now.getJSON())
      onChange(written.current)
    },
  })
  // What comes from outside (somebody else's edition, an older one) replaces the text; our own echo does not.
  useEffect(() => {
    if (value === written.current) return
    written.current = value
    editor.commands.setContent(value, { contentType: 'markdown', emitUpdate: false })
  }, [editor, value])
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly])
  const isEmpty = useEditorState({ editor, selector: ({ editor: current }) => current.isEmpty })
  return (
    <div className="rich-text-field" data-empty={isEmpty || undefined}>
      {!readOnly && <Toolbar editor={editor} unitId={unitId} label={label} />}
      <EditorContent editor={editor} />
    </div>
  )
}
