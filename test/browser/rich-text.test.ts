// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Editor, type JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeExtensions } from '../../admin/features/content/rich-text/extensions.ts'
import { writeMarkdown } from '../../admin/features/content/rich-text/markdown-writer.ts'
import { cleanPastedHtml } from '../../admin/features/content/rich-text/paste.ts'
import type { Block, Inline } from '../../server/content/content.schemas.ts'
import { parseMarkdown } from '../../server/content/markdown.ts'

const FOLDER = join(import.meta.dirname, '../../content/articles')
const ARTICLES = readdirSync(FOLDER).filter((file) => file.endsWith('.md'))

function openEditor(content: string | JSONContent) {
  const contentType = typeof content === 'string' ? 'markdown' : 'json'
  const element = document.createElement('div')
  return new Editor({ element, extensions: makeExtensions(), content, contentType, injectCSS: false })
}

/** The text as it is after somebody has opened it in the editor and saved. */
function throughEditor(content: string | JSONContent) {
  const editor = openEditor(content)
  editor.state.doc.check()
  const written = writeMarkdown(editor.getJSON())
  editor.destroy()
  return written
}

/** Words that stand side by side are one text, however they were escaped. */
function blocksOf(markdown: string) {
  return parseMarkdown(markdown).map(joinBlock)
}

function joinBlock(block: Block): Block {
  if (block.type === 'image') return block
  if (block.type === 'list') return { ...block, items: block.items.map(joinTexts) }
  if (block.type === 'table')
    return { ...block, head: block.head.map(joinTexts), rows: block.rows.map((row) => row.map(joinTexts)) }
  return { ...block, children: joinTexts(block.children) }
}

function joinTexts(inlines: Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of inlines) {
    const last = joined.at(-1)
    if (inline.type === 'text' && last?.type === 'text') last.text += inline.text
    else if ('children' in inline) joined.push({ ...inline, children: joinTexts(inline.children) })
    else joined.push({ ...inline })
  }
  return joined
}

describe('a text opened in the editor and saved', () => {
  test.each(ARTICLES)('%s still says the same', (file) => {
    const markdown = readFileSync(join(FOLDER, file), 'utf8').replace(/^---\n.*?\n---\n/s, '')
    const blocks = blocksOf(markdown)
    expect(blocksOf(throughEditor(markdown))).toEqual(blocks)
    expect(blocks.length).toBeGreaterThan(3)
  })

  test('keeps its tables, pictures, breaks, notes and links', () => {
    const markdown = [
      '| Việc | Nơi nộp |\n|---|---|\n| A \\| B | **Trường** |\n| Số 2 |  |',
      '![Mẫu đơn số 1](/images/0123456789abcdef0123456789abcdef.webp)',
      'Dòng một  \nDòng hai',
      '> Ghi chú thứ nhất\n>\n> Ghi chú thứ hai',
      'Gọi [1022](tel:1022) hoặc xem [chuyển trường](/thu-tuc/2.002854) và [*cổng*](https://dichvucong.gov.vn/a_b).',
    ].join('\n\n')
    expect(blocksOf(throughEditor(markdown))).toEqual(blocksOf(markdown))
  })

  test.each([
    'Sở GD & ĐT, mức 5 < 10 > 3, lớp &amp; trường',
    '1. không phải danh sách',
    '- không phải danh sách',
    '# không phải đề mục',
    '> không phải ghi chú',
    '| a | b |',
    'giá_trị *quan trọng* [không phải liên kết](x) `mã` ~~bỏ~~',
    'xem http://example.com và www.example.com',
    '10) lớp mười',
    'C:\\thư mục\\',
  ])('typed as "%s", people read exactly that', (text) => {
    const written = throughEditor({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
    expect(blocksOf(written)).toEqual([{ type: 'paragraph', children: [{ type: 'text', text }] }])
    expect(throughEditor(written)).toBe(written)
  })

  test('whatever is typed and marked, the service takes it, and saving again and again changes nothing more', () => {
    fc.assert(
      fc.property(documents(), (doc) => {
        const written = throughEditor(doc)
        expect(wordsOf(parseMarkdown(written))).toBe(typedWords(doc))
        const again = throughEditor(written)
        expect(throughEditor(again)).toBe(again)
      }),
      { numRuns: 150 },
    )
  })
})

describe('what is pasted', () => {
  function pasted(html: string) {
    const editor = openEditor('')
    editor.commands.setContent(cleanPastedHtml(html))
    editor.state.doc.check()
    const written = writeMarkdown(editor.getJSON())
    editor.destroy()
    return written
  }

  test('from Word keeps headings, lists and tables, and leaves its colours, fonts and pictures behind', () => {
    const word = `<html xmlns:o="urn:o"><head><style>p.MsoNormal{color:red}</style></head><body>
      <!--StartFragment--><h1 style="color:red">Hồ sơ</h1>
      <p class="MsoNormal"><b><span style="font-size:14pt">Cần có</span></b><span>:<o:p></o:p></span></p>
      <p class="MsoListParagraphCxSpFirst" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp; </span></span>Đơn</p>
      <p class="MsoListParagraphCxSpLast" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp; </span></span>Học bạ</p>
      <table><tr><td width="100"><p class="MsoNormal">Việc</p></td><td colspan="2"><p>Nơi</p><p>nộp</p></td></tr>
        <tr><td>Chuyển trường</td><td>Trường<br>tiểu học</td></tr></table>
      <p><img src="file:///C:/anh.png"><a href="http://xau.vn">xấu</a> <a href="https://dichvucong.gov.vn">Cổng</a></p></body></html>`
    expect(parseMarkdown(pasted(word)).map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'list',
      'table',
      'paragraph',
    ])
    expect(pasted(word)).toBe(
      [
        '## Hồ sơ',
        '**Cần có**:',
        '- Đơn\n- Học bạ',
        '| Việc | Nơi nộp |\n|---|---|\n| Chuyển trường | Trường tiểu học |',
        'xấu [Cổng](https://dichvucong.gov.vn)',
      ].join('\n\n'),
    )
  })

  test('a list in a list becomes one list', () => {
    expect(pasted('<ul><li>Một<ul><li>Hai</li></ul></li><li>Ba</li></ul>')).toBe('- Một\n- Hai\n- Ba')
  })

  test('a script does not arrive', () => {
    expect(pasted('<p onclick="x()">Chào<script>x()</script> <a href="javascript:x()">bạn</a></p>')).toBe('Chào bạn')
  })
})

function documents(): fc.Arbitrary<JSONContent> {
  const word = fc.constantFrom(
    'hồ sơ',
    'A',
    '5',
    '“nộp”',
    '(1)',
    '*',
    '_',
    '**',
    '#',
    '-',
    '1.',
    '|',
    '&lt;',
    '<b>',
    '!',
    '[x]',
    ' ',
    '`',
    '\\',
    'http://a.vn',
    '>',
    '~~',
    ':',
    '=',
  )
  const bold = [{ type: 'bold' }]
  const italic = [{ type: 'italic' }]
  const link = [{ type: 'link', attrs: { href: '/thu-tuc/2.002854' } }]
  const marks: fc.Arbitrary<{ type: string }[]> = fc.constantFrom(
    [],
    [],
    bold,
    italic,
    link,
    [...bold, ...italic],
    [...link, ...bold],
  )
  const text = fc.record({
    type: fc.constant('text'),
    text: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('')),
    marks,
  })
  const lines = fc.array(fc.oneof({ weight: 6, arbitrary: text }, fc.constant({ type: 'hardBreak' })), { maxLength: 6 })
  const paragraph = lines.map((content) => ({ type: 'paragraph', content }))
  const line = fc.array(text, { maxLength: 4 }).map((content) => ({ type: 'paragraph', content }))
  const cell = (type: string) => line.map((content) => ({ type, content: [content] }))
  const table = fc
    .record({
      head: fc.tuple(cell('tableHeader'), cell('tableHeader')),
      rows: fc.array(fc.tuple(cell('tableCell'), cell('tableCell')), { maxLength: 3 }),
    })
    .map(({ head, rows }) => ({
      type: 'table',
      content: [head, ...rows].map((content) => ({ type: 'tableRow', content })),
    }))
  const list = fc
    .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(paragraph, { minLength: 1, maxLength: 3 }))
    .map(([type, items]) => ({ type, content: items.map((item) => ({ type: 'listItem', content: [item] })) }))
  const quote = fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content) => ({ type: 'blockquote', content }))
  const heading = fc.array(text, { maxLength: 3 }).map((content) => ({ type: 'heading', attrs: { level: 2 }, content }))
  return fc
    .array(fc.oneof(paragraph, heading, list, quote, table), { minLength: 1, maxLength: 4 })
    .map((content) => ({ type: 'doc', content }))
}

/** Letters alone: blanks at edges and between blocks are nobody's words. */
function wordsOf(blocks: Block[]) {
  return texts(blocks).replace(/\s/g, '')
}

function texts(node: unknown): string {
  if (Array.isArray(node)) return node.map(texts).join('')
  if (typeof node !== 'object' || node === null) return ''
  return 'text' in node && typeof node.text === 'string' ? node.text : Object.values(node).map(texts).join('')
}

function typedWords(doc: JSONContent) {
  return texts(doc).replace(/\s/g, '')
}
