import { createHash } from 'node:crypto'
import { foldedWords } from '../search/vietnamese-text.ts'
import type { ContentKind } from './content.table.ts'

/** What a body is listed, compared and looked through by. A draft may lack any field. */
export function describeBody(kind: ContentKind, value: unknown) {
  const body = JSON.stringify(value)
  return {
    body,
    bodyHash: createHash('sha256').update(body).digest('hex'),
    title: titleOf(kind, value),
    folded: foldedWords(textsIn(value).join(' ')).join(' '),
    reviewBy: textAt(value, 'reviewBy'),
  }
}

const TITLE_FIELDS: Record<ContentKind, string[]> = {
  procedure: ['plainName', 'name', 'code'],
  article: ['title'],
  document: ['number', 'title'],
  index: ['name', 'nameVi'],
  situation: ['title'],
  answer: ['question'],
  announcement: ['title'],
  column: ['title'],
  calendar: ['year'],
}

function titleOf(kind: ContentKind, value: unknown): string {
  const parts = TITLE_FIELDS[kind].flatMap((field) => textAt(value, field) ?? [])
  if (kind === 'document' || kind === 'index') return parts.join(': ')
  return parts[0] ?? ''
}

function textAt(value: unknown, field: string): string | null {
  if (typeof value !== 'object' || value === null || !(field in value)) return null
  const found = Reflect.get(value, field)
  return typeof found === 'string' && found !== '' ? found : typeof found === 'number' ? String(found) : null
}

/** Every text a person wrote in it, wherever it stands. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
