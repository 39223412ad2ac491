import type { z } from '@hono/zod-openapi'
import type { KindProblem, Path, Publication } from '../content/kind.ts'
import { KINDS } from '../content/kinds.ts'
import type { FieldProblem } from './publishing.schemas.ts'

export type WrittenKind = keyof typeof SHOWN_FIRST

/** What a screen cannot do without, so that a preview has something to show. */
const SHOWN_FIRST = {
  article: ['title'],
  procedure: ['plainName', 'code'],
  document: ['number', 'title'],
  index: ['name', 'nameVi'],
  situation: ['title', 'start'],
  answer: ['question'],
  announcement: ['title', 'text'],
} satisfies Record<string, string[]>

/** What keeps a draft from being previewed: its name, and a text that cannot be shown. */
export function previewProblems(kind: WrittenKind, body: Record<string, unknown>): FieldProblem[] {
  const missing = SHOWN_FIRST[kind].filter((field) => typeof body[field] !== 'string' || body[field] === '')
  if (missing.length > 0) return missing.map((field) => ({ field, problem: 'required' }))
  return checkSafely(kind, body).filter(({ problem }) => problem === 'text_not_allowed' || kind === 'situation')
}

/** What keeps it from being published, each by its field: everything a citizen relies on must be there. */
export function publishProblems(
  kind: WrittenKind,
  body: Record<string, unknown>,
  { today, slug, isKnown }: { today: string; slug: string; isKnown: (name: string) => boolean },
): FieldProblem[] {
  const parsed = KINDS[kind].written.safeParse(body, { reportInput: true })
  const own = [...legalProblems(kind, body), ...dateProblems(body, today)]
  if (body.slug !== slug) own.push({ field: 'slug', problem: 'fixed' })
  if (!parsed.success) return unique([...parsed.error.issues.map(toFieldProblem), ...own])
  const wrong = KINDS[kind].check(parsed.data).map(toOwnProblem)
  if (wrong.length > 0) return unique([...wrong, ...own])
  const dead = deadReferences(KINDS[kind].publish(parsed.data), isKnown)
  return unique([...own, ...dead])
}

/** What a draft names of other things, as far as it can be read. */
export function referencedNames(kind: WrittenKind, body: Record<string, unknown>): string[] {
  const parsed = KINDS[kind].written.safeParse(body)
  if (!parsed.success || KINDS[kind].check(parsed.data).length > 0) return []
  return KINDS[kind].publish(parsed.data).references.map(({ to }) => to)
}

/** A full procedure stands on something; one that is only listed points to the portal. */
function legalProblems(kind: WrittenKind, body: Record<string, unknown>): FieldProblem[] {
  if (kind !== 'procedure' || body.detail !== 'full') return []
  const { legalBasis } = body
  return Array.isArray(legalBasis) && legalBasis.length > 0 ? [] : [{ field: 'legalBasis', problem: 'required' }]
}

function dateProblems({ checkedOn, reviewBy }: Record<string, unknown>, today: string): FieldProblem[] {
  return [
    ...(typeof checkedOn === 'string' && checkedOn > today ? [{ field: 'checkedOn', problem: 'in_the_future' }] : []),
    ...(typeof reviewBy === 'string' && reviewBy !== '' && reviewBy <= today
      ? [{ field: 'reviewBy', problem: 'in_the_past' }]
      : []),
  ]
}

function deadReferences({ references }: Publication, isKnown: (name: string) => boolean): FieldProblem[] {
  return references
    .filter(({ to }) => !isKnown(to))
    .map(({ path }) => ({ field: fieldOf(path), problem: 'leads_nowhere' }))
}

/** The kind's own checks on a draft that may lack anything: what throws on a missing field is told elsewhere. */
function checkSafely(kind: WrittenKind, body: Record<string, unknown>): FieldProblem[] {
  try {
    return KINDS[kind].check(body).map(toOwnProblem)
  } catch {
    return []
  }
}

function toOwnProblem({ path, code }: KindProblem): FieldProblem {
  return { field: fieldOf(path), problem: code }
}

function toFieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  return { field: fieldOf(issue.path as Path), problem: isBlank(issue.input) ? 'required' : issue.code }
}

function isBlank(input: unknown) {
  return input === undefined || input === null || input === '' || (Array.isArray(input) && input.length === 0)
}

const fieldOf = (path: Path) => path.map(String).join('.')

function unique(problems: FieldProblem[]): FieldProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ field, problem }) => {
    const key = `${field} ${problem}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
