import type { JSONContent } from '@tiptap/core'
import { Lexer, type Token } from 'marked'

/**
 * The editor's text as the Markdown that the service reads. TipTap's own writer speaks another dialect: `&` becomes
 * `&amp;`, a break in a cell `<br>`, and a paragraph that begins with "1." becomes a list.
 */
export function writeMarkdown(doc: JSONContent): string {
  const blocks = (doc.content ?? []).map(writeBlock).filter((block) => block !== '')
  return blocks.join('\n\n')
}

function writeBlock(node: JSONContent): string {
  const children = node.content ?? []
  switch (node.type) {
    case 'heading': {
      const text = inLine(children)
      return text === '' ? '' : `${'#'.repeat(Number(node.attrs?.level ?? 2))} ${text}`
    }
    case 'paragraph':
      return paragraph(children)
    case 'blockquote':
      return children
        .map((child) => paragraph(child.content ?? []))
        .filter((text) => text !== '')
        .map((text) => `> ${text.replaceAll('\n', '\n> ')}`)
        .join('\n>\n')
    case 'bulletList':
      return items(children, () => '- ')
    case 'orderedList':
      return items(children, (at) => `${at + 1}. `)
    case 'table':
      return table(children)
    case 'image':
      return image(node.attrs ?? {})
    default:
      return ''
  }
}

function items(nodes: JSONContent[], mark: (at: number) => string) {
  return nodes
    .map(({ content = [] }) => content.map((child) => paragraph(child.content ?? [])).join('  \n'))
    .filter((text) => text.trim() !== '')
    .map((text, at) => mark(at) + text.replaceAll('\n', `\n${' '.repeat(mark(at).length)}`))
    .join('\n')
}

function table(rows: JSONContent[]) {
  const cells = rows.map(({ content = [] }) =>
    content.map((cell) => (cell.content ?? []).map((child) => inLine(child.content ?? [], true)).join(' ')),
  )
  const width = Math.max(0, ...cells.map((row) => row.length))
  if (width === 0) return ''
  const lines = cells.map((row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`)
  return [lines[0], `|${'---|'.repeat(width)}`, ...lines.slice(1)].join('\n')
}

function image({ src, alt }: Record<string, unknown>) {
  const words = String(alt ?? '').replace(/\s+/g, ' ')
  return src ? `![${escapeText(words, {})}](${src})` : ''
}

/** Lines of a paragraph: what would begin a list, heading, quote or table there is said to be plain. */
function paragraph(nodes: JSONContent[]) {
  return writeInlines(nodes)
    .split('\n')
    .map((line) => escapeLineStart(line.trim()))
    .filter((line) => line !== '')
    .join('  \n')
}

/** Headings and cells have one line. */
function inLine(nodes: JSONContent[], inCell = false) {
  const text = writeInlines(nodes).replace(/\s+/g, ' ').trim()
  return inCell ? text.replaceAll('|', '\\|') : text.replace(/#+$/, '\\$&')
}

type Mark = { type: string; attrs?: Record<string, unknown> }
type Piece = { text: string; marks: Mark[] }
/** What stands around: inside a link no address is found; beside a word only `*` is seen. */
type Place = { isInLink?: boolean; isInWord?: boolean }
const OUTERMOST_FIRST = ['link', 'bold', 'italic']

function writeInlines(nodes: JSONContent[]): string {
  const lines: Piece[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push({ text: (node.text ?? '').replace(/\s*\n\s*/g, ' '), marks: marksOf(node) })
  }
  return lines.map(writeLine).join('\n')
}

/** Signs that touch may cancel each other out: what cannot be read as it was written goes without emphasis. */
function writeLine(pieces: Piece[]): string {
  const without = (...types: string[]) =>
    pieces.map(({ text, marks }) => ({ text, marks: marks.filter(({ type }) => !types.includes(type)) }))
  const words = pieces.map(({ text }) => text).join('')
  const plainest = writeRun(without('italic', 'bold'))
  const ways = [writeRun(pieces), writeRun(without('italic'))]
  return ways.find((line) => isReadAs(line, words)) ?? plainest
}

function isReadAs(line: string, words: string) {
  return textOf(Lexer.lexInline(line.trim(), { gfm: true })) === words.trim()
}

function textOf(tokens: Token[]): string {
  return tokens
    .map((token) => ('tokens' in token && token.tokens ? textOf(token.tokens) : 'text' in token ? token.text : ''))
    .join('')
}

function marksOf({ marks = [] }: JSONContent): Mark[] {
  const place = ({ type }: Mark) => OUTERMOST_FIRST.indexOf(type)
  return marks.filter((mark) => place(mark) >= 0).sort((one, other) => place(one) - place(other))
}

/** Neighbours that share a mark share its signs; the mark that reaches furthest stands outermost, so that they nest. */
function writeRun(pieces: Piece[], place: Place = {}): string {
  let written = ''
  for (let from = 0; from < pieces.length; ) {
    const { outer, to } = widestMark(pieces, from)
    const inside = pieces
      .slice(from, to)
      .map(({ text, marks }) => ({ text, marks: marks.filter((mark) => !isSame(mark, outer)) }))
    const next = pieces[to]?.text ?? ''
    if (outer === undefined) written += escapeText(inside.map(({ text }) => text).join(''), place)
    else if (outer.type === 'link') written = written.replace(/!$/, '\\!') + link(inside, outer)
    else written += emphasis(inside, outer, { ...place, before: written, next })
    from = to
  }
  return written
}

function widestMark(pieces: Piece[], from: number): { outer?: Mark; to: number } {
  const marks = pieces[from]?.marks ?? []
  const candidates = marks[0]?.type === 'link' ? marks.slice(0, 1) : marks
  const reaches = candidates.map((outer) => {
    const over = pieces.findIndex(({ marks: held }, at) => at > from && !held.some((mark) => isSame(mark, outer)))
    return { outer, to: over === -1 ? pieces.length : over }
  })
  return reaches.sort((one, other) => other.to - one.to)[0] ?? { to: from + 1 }
}

function isSame(one: Mark, other: Mark | undefined) {
  return one.type === other?.type && one.attrs?.href === other.attrs?.href
}

function link(inside: Piece[], { attrs }: Mark) {
  const text = writeRun(inside, { isInLink: true })
  if (text.trim() === '') return text
  const href = String(attrs?.href ?? '').replace(/[()\s<>\\]/g, (letter) => HREF_CODES[letter] ?? encodeURI(letter))
  return `[${text}](${href})`
}
const HREF_CODES: Record<string, string> = { '(': '%28', ')': '%29', '\\': '%5C' }

/** Markdown sees emphasis only where a word stands at its edge, so spaces and edge punctuation stay outside. */
function emphasis(
  inside: Piece[],
  { type }: Mark,
  { before, next, ...place }: Place & { before: string; next: string },
) {
  const isAfterWord = /[\p{L}\p{N}]$/u.test(before)
  const isBeforeWord = /^[\p{L}\p{N}]/u.test(next)
  const text = inside.map((piece) => piece.text).join('')
  const [head = ''] = (isAfterWord ? /^[\s\p{P}\p{S}]*/u : /^\s*/).exec(text) ?? []
  const [tail = ''] = (isBeforeWord ? /[\s\p{P}\p{S}]*$/u : /\s*$/).exec(text.slice(head.length)) ?? []
  const isInWord = isAfterWord || isBeforeWord || place.isInWord
  const core = writeRun(cut(inside, head.length, text.length - tail.length), { ...place, isInWord })
  if (core === '') return escapeText(text, place)
  const sign = type === 'bold' ? '**' : isInWord ? '*' : '_'
  return escapeText(head, place) + sign + core + sign + escapeText(tail, place)
}

/** The letters from one place to another, with their marks. */
function cut(pieces: Piece[], from: number, to: number): Piece[] {
  let start = 0
  return pieces.flatMap(({ text, marks }) => {
    const kept = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += text.length
    return kept === '' ? [] : [{ text: kept, marks }]
  })
}

/** What Markdown would read as a sign of its own. */
function escapeText(text: string, { isInLink }: Place) {
  const plain = text.replace(/[\\`*_[\]<~]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&')
  if (isInLink) return plain.replaceAll('](', ']\\(')
  return plain.replace(/https?(?=:\/\/)/gi, '$&\\').replace(/www(?=\.)/gi, '$&\\')
}

function escapeLineStart(line: string) {
  return line.replace(/^(#{1,6}(?=\s|$)|[-+>|=:])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
