import { draftOf, fillBlanks } from '../content/draft-schema.ts'
import { KINDS } from '../content/kinds.ts'
import { AppError } from '../errors.ts'
import { fold } from '../search/vietnamese-text.ts'
import type { WRITTEN_KINDS } from './publishing.schemas.ts'

type WrittenKind = (typeof WRITTEN_KINDS)[number]

const LONGEST_SLUG = 80
const TITLE_FIELD: Record<WrittenKind, string> = {
  article: 'title',
  procedure: 'plainName',
  document: 'title',
  index: 'nameVi',
  situation: 'title',
  answer: 'question',
  announcement: 'title',
}

const DRAFTS = new Map(Object.values(KINDS).map(({ kind, written }) => [kind, draftOf(written)]))

/** An address anybody can read aloud: the title without marks, words joined by hyphens. */
export function slugFrom(title: string): string {
  const slug = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|(?<!-)-+$/g, '')
  return slug === '' ? 'muc' : slug
}

/** What a first draft already knows. `today` is any ISO 8601 time of the day. */
export function firstBody(
  kind: WrittenKind,
  { slug, title, today }: { slug: string; title: string; today: string },
): Record<string, unknown> {
  const day = today.slice(0, 10)
  const known = { slug, [TITLE_FIELD[kind]]: title, checkedOn: day, owner: 'Văn phòng Sở' }
  if (kind === 'article') return { ...known, key: articleKey(slug), publishedOn: day }
  if (kind === 'procedure') return { ...known, detail: 'full' }
  return known
}

/** The body as it may be stored: the kind's fields, no others, under the entry's own name. */
export function readDraft(kind: keyof typeof KINDS, given: unknown, slug: string): Record<string, unknown> {
  const parsed = DRAFTS.get(kind)?.safeParse(given)
  if (!parsed?.success) {
    const issues = parsed?.error.issues ?? []
    const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
    if (unknown.length > 0) throw new AppError('request.unknown_parameter', { parameters: unknown.slice(0, 10) })
    throw new AppError('request.invalid', {
      fields: issues.map((issue) => ({ field: issue.path.map(String).join('.'), problem: issue.code })),
    })
  }
  const body = fillBlanks(KINDS[kind].written, parsed.data) as Record<string, unknown>
  return { ...body, slug, ...(kind === 'article' ? { key: body.key === '' ? articleKey(slug) : body.key } : {}) }
}

function articleKey(slug: string) {
  return `ART-${slug.toUpperCase()}`
}

/** The fields that differ, before and after: what the audit keeps of a save. */
export function changedFields(before: Record<string, unknown>, after: Record<string, unknown>) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const pick = (from: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]))
  return { before: pick(before), after: pick(after) }
}
