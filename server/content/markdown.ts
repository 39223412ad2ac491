import { lexer, type Token, type Tokens } from 'marked'
import { type Block, IMAGE_ADDRESS, type Inline, SHORTEST_ALT } from './content.schemas.ts'
import type { KindProblem, Path, Reference } from './kind.ts'

export class MarkdownProblem extends Error {}

/** Markdown to the few shapes a screen knows. Anything else (raw HTML, code) is refused with its text. */
export function parseMarkdown(markdown: string): Block[] {
  return lexer(markdown, { gfm: true }).flatMap(toBlocks)
}

function toBlocks(token: Token): Block[] {
  switch (token.type) {
    case 'space':
      return []
    case 'heading': {
      const level = (token as Tokens.Heading).depth
      if (level !== 2 && level !== 3) throw new MarkdownProblem(`heading level ${level}: use ## or ###`)
      return [{ type: 'heading', level, children: toInlines(token.tokens) }]
    }
    case 'paragraph': {
      const image = loneImage(token.tokens)
      return [image ? toImage(image) : { type: 'paragraph', children: toInlines(token.tokens) }]
    }
    case 'blockquote':
      return (token as Tokens.Blockquote).tokens
        .filter((child) => child.type !== 'space')
        .map((child) => ({ type: 'note', children: toInlines('tokens' in child ? child.tokens : undefined) }))
    case 'list': {
      const list = token as Tokens.List
      return [{ type: 'list', ordered: list.ordered, items: list.items.map((item) => listItem(item)) }]
    }
    case 'table': {
      const table = token as Tokens.Table
      return [
        {
          type: 'table',
          head: table.header.map((cell) => toInlines(cell.tokens)),
          rows: table.rows.map((row) => row.map((cell) => toInlines(cell.tokens))),
        },
      ]
    }
    default:
      throw new MarkdownProblem(`not allowed here: ${token.raw.slice(0, 60).trim()}`)
  }
}

function loneImage(tokens: Token[] = []): Tokens.Image | undefined {
  const [first, ...others] = tokens.filter((token) => token.type !== 'text' || token.raw.trim() !== '')
  return first?.type === 'image' && others.length === 0 ? (first as Tokens.Image) : undefined
}

function toImage({ href, title, tokens, raw }: Tokens.Image): Block {
  const alt = inlineText(toInlines(tokens)).trim()
  if (!IMAGE_ADDRESS.test(href)) throw new MarkdownProblem(`picture not from our own store: ${href}`)
  if (alt.length < SHORTEST_ALT) throw new MarkdownProblem(`a picture needs words for who cannot see it: ${raw}`)
  if (title) throw new MarkdownProblem(`a picture has no title, only alternative text: ${raw}`)
  return { type: 'image', src: href, alt }
}

function listItem(item: Tokens.ListItem): Inline[] {
  return item.tokens.flatMap((token) => {
    if (token.type === 'text' || token.type === 'paragraph') return toInlines((token as Tokens.Text).tokens)
    if (token.type === 'space') return []
    throw new MarkdownProblem(`a list holds lines only: ${token.raw.slice(0, 60).trim()}`)
  })
}

function toInlines(tokens: Token[] | undefined): Inline[] {
  return (tokens ?? []).flatMap(toInline)
}

function toInline(token: Token): Inline[] {
  switch (token.type) {
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens ? toInlines(token.tokens) : [{ type: 'text', text: plain(token) }]
    case 'strong':
    case 'em':
      return [{ type: token.type, children: toInlines((token as Tokens.Strong).tokens) }]
    case 'br':
      return [{ type: 'break' }]
    case 'link': {
      const { href, tokens } = token as Tokens.Link
      if (!isAllowedAddress(href)) throw new MarkdownProblem(`link not allowed: ${href}`)
      return [{ type: 'link', href, children: toInlines(tokens) }]
    }
    case 'image':
      throw new MarkdownProblem(`a picture stands alone in its paragraph: ${token.raw.slice(0, 60).trim()}`)
    default:
      throw new MarkdownProblem(`not allowed here: ${token.raw.slice(0, 60).trim()}`)
  }
}

function plain(token: Token) {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw
}

/** `javascript:` and its kin survive Markdown, so addresses are allow-listed: our own screens, https, phone, mail. */
export function isAllowedAddress(href: string) {
  return /^\/(?!\/)/.test(href) || /^https:\/\/[^\s]+$/.test(href) || /^(tel|mailto):[^\s]+$/.test(href)
}

/** The words of a text, for search and for chat. */
export function plainText(blocks: Block[]): string {
  return blocks.map(blockText).join('\n')
}

function blockText(block: Block): string {
  if (block.type === 'image') return block.alt
  if (block.type === 'list') return block.items.map(inlineText).join('\n')
  if (block.type === 'table')
    return [block.head, ...block.rows].map((row) => row.map(inlineText).join(' | ')).join('\n')
  return inlineText(block.children)
}

function inlineText(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      if (inline.type === 'break') return '\n'
      return inlineText(inline.children)
    })
    .join('')
}

/** Why a text cannot be shown, as a problem of the field it stands in. */
export function checkMarkdown(markdown: string, path: Path): KindProblem[] {
  try {
    parseMarkdown(markdown)
    return []
  } catch (error) {
    if (!(error instanceof MarkdownProblem)) throw error
    return [{ path, code: 'text_not_allowed', message: error.message }]
  }
}

const SCREENS: Record<string, string> = {
  'thu-tuc': 'procedure',
  'cam-nang': 'article',
  'van-ban': 'document',
  'tinh-huong': 'situation',
  'chi-so': 'index',
}

/** Links of a text to our own screens, as references, so that they are checked like all others. */
export function internalLinks(markdown: string, path: Path): Reference[] {
  return [...markdown.matchAll(/\]\(\/([a-z-]+)\/([^)#?\s]+)/g)].flatMap(([, screen, name]) => {
    const type = SCREENS[screen ?? '']
    return type === undefined ? [] : [{ to: `${type}:${name}`, path }]
  })
}
