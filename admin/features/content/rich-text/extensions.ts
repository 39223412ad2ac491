import { Extension, type Extensions, Node } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Markdown } from '@tiptap/markdown'
import StarterKit from '@tiptap/starter-kit'
import { isAllowedAddress } from './addresses.ts'

/** Lists hold lines, notes hold paragraphs: no list in a list, no table in a note. */
const FLAT: Record<string, string> = { listItem: 'paragraph', blockquote: 'paragraph+' }

const FlatStarterKit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension) => {
      const content = FLAT[extension.name]
      return content !== undefined && extension instanceof Node ? extension.extend({ content }) : extension
    })
  },
})

const cell = {
  content: 'paragraph',
  /** Without alignment, which a phone's narrow columns have no use for. */
  addAttributes(this: { parent?: (() => Record<string, object>) | null }) {
    const { align: _, ...kept } = this.parent?.() ?? {}
    return kept
  },
}

/** Tables without widths: the phone decides those, and a written style would need the page's leave. */
const PlainTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]] })

/** A cell has one line, so a break has nowhere to go. */
const NoBreakInCells = Extension.create({
  name: 'noBreakInCells',
  priority: 1_000,
  addKeyboardShortcuts() {
    const stayInCell = () => this.editor.isActive('table')
    return { 'Shift-Enter': stayInCell, 'Mod-Enter': stayInCell, Enter: stayInCell }
  },
})

/** Exactly what the service can show (server/content/markdown.ts), so that nothing written is lost or refused. */
export function makeExtensions(): Extensions {
  return [
    FlatStarterKit.configure({
      heading: { levels: [2, 3] },
      code: false,
      codeBlock: false,
      horizontalRule: false,
      strike: false,
      underline: false,
      dropcursor: { color: false, class: 'drop-place' },
      link: {
        openOnClick: false,
        autolink: false,
        linkOnPaste: true,
        isAllowedUri: (address) => isAllowedAddress(address ?? ''),
        HTMLAttributes: { target: null, rel: null },
      },
    }),
    PlainTable.configure({ resizable: false }),
    TableRow,
    TableHeader.extend(cell),
    TableCell.extend(cell),
    Image.configure({ inline: false }),
    NoBreakInCells,
    Markdown,
  ]
}
