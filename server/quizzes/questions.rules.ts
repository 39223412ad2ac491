import { fold, foldedWords } from '../search/vietnamese-text.ts'
import type { QuestionProblem, QuestionStep } from './bank.schemas.ts'
import { QuestionBody, type QuestionFlag } from './questions.schemas.ts'

export const TRUE_FALSE_OPTIONS = ['Đúng', 'Sai']
/** A page looks through so many questions at most, however rare what it looks for is. */
export const LOOKED_THROUGH = 4_000
const MOST_WORDS = 8

type Keyed = Pick<QuestionBody, 'kind' | 'options' | 'key'>

/** What is wrong with a key for its kind, and with the options it names. */
export function keyProblems({ kind, options, key }: Keyed): QuestionProblem[] {
  const problems: QuestionProblem[] = []
  const places = new Set(key)
  if (places.size < key.length || key.some((place) => place >= options.length))
    problems.push({ field: 'key', problem: 'not_an_option' })
  else if ((kind === 'single' || kind === 'true_false') && key.length !== 1)
    problems.push({ field: 'key', problem: 'one_expected' })
  else if (kind === 'ordering' && key.length !== options.length)
    problems.push({ field: 'key', problem: 'all_expected' })
  if (kind === 'true_false' && options.join() !== TRUE_FALSE_OPTIONS.join())
    problems.push({ field: 'options', problem: 'true_false_expected' })
  if (new Set(options.map((option) => fold(option).trim())).size < options.length)
    problems.push({ field: 'options', problem: 'twice' })
  return problems
}

/** What stands between a draft and its being published. */
export function publishProblems(body: QuestionBody, today: string): QuestionProblem[] {
  const problems = keyProblems(body)
  if (body.explanation === '') problems.push({ field: 'explanation', problem: 'missing' })
  if (!body.sources.some(({ url }) => url !== null)) problems.push({ field: 'sources', problem: 'no_link' })
  if (body.unverified.length > 0) problems.push({ field: 'unverified', problem: 'not_confirmed' })
  if (body.reviewBy <= today) problems.push({ field: 'reviewBy', problem: 'past' })
  if (body.checkedOn > today) problems.push({ field: 'checkedOn', problem: 'to_come' })
  return problems
}

type Facts = {
  draft: { authors: string[] } | undefined
  published: { authors: string[]; keyBy: string | null } | undefined
  isRetired: boolean
  isUsed: boolean
}

/** What this person may do next; both permissions are for the question's unit. */
export function stepsOf(
  { draft, published, isRetired, isUsed }: Facts,
  { id, mayWrite, mayPublish }: { id: string; mayWrite: boolean; mayPublish: boolean },
): QuestionStep[] {
  if (isRetired) return mayPublish ? ['bring_back'] : []
  const steps: QuestionStep[] = []
  if (mayWrite) steps.push('edit')
  if (mayWrite && draft) steps.push('discard')
  if (mayPublish && draft && !draft.authors.includes(id)) steps.push('publish')
  if (mayPublish && published && isSecondPerson(published, id)) steps.push('correct_key')
  if (mayPublish && published && !isUsed) steps.push('move_pool')
  if (mayPublish && published) steps.push('retire')
  return steps
}

/** Whoever wrote the question or set its key stands behind it: a correction is another's. */
export function isSecondPerson({ authors, keyBy }: { authors: string[]; keyBy: string | null }, id: string) {
  return !authors.includes(id) && keyBy !== id
}

/** Codes of our own: `CH-00001` and on. */
export const OWN_CODES = 'CH-'
export function nextCode(last: string | undefined): string {
  const number = last === undefined ? 0 : Number(last.slice(OWN_CODES.length))
  return `${OWN_CODES}${String(number + 1).padStart(5, '0')}`
}

/** Words of a search, each as it begins a word of `folded`. */
export function searchWords(text: string): string[] {
  return foldedWords(text)
    .slice(0, MOST_WORDS)
    .map((word) => ` ${word}`)
}

type Columns = {
  audiences: string
  options: string
  sources: string
  related: string
  unverified: string
}

/** The body as columns; the key and the explanation stand in a table of their own. */
export function toColumns({ key, explanation, ...body }: QuestionBody) {
  return {
    ...body,
    audiences: JSON.stringify(body.audiences),
    options: JSON.stringify(body.options),
    sources: JSON.stringify(body.sources),
    related: JSON.stringify(body.related),
    unverified: JSON.stringify(body.unverified),
    folded: ` ${foldedWords([body.text, ...body.options].join(' ')).join(' ')}`,
  }
}

export function toBody(
  row: Omit<QuestionBody, keyof Columns | 'key' | 'explanation'> & Columns,
  { key, explanation }: { key: string; explanation: string },
): QuestionBody {
  const { kind, topic, difficulty, pool, text, legalSource, documentNumber, checkedOn, reviewBy } = row
  return {
    ...{ kind, topic, difficulty, pool, text, legalSource, documentNumber, checkedOn, reviewBy },
    audiences: JSON.parse(row.audiences),
    options: JSON.parse(row.options),
    key: JSON.parse(key),
    explanation,
    sources: JSON.parse(row.sources),
    related: JSON.parse(row.related),
    unverified: JSON.parse(row.unverified),
  }
}

/** The same question, whatever order its fields were written in. */
export function isSameBody(one: QuestionBody, other: QuestionBody) {
  return JSON.stringify(QuestionBody.parse(one)) === JSON.stringify(QuestionBody.parse(other))
}

type Flagged = { flag: QuestionFlag | null; isSuperseded: boolean; reviewBy: string }

/** Why a published question has to be looked at; a doubt about its key is somebody's to settle, not the clock's. */
export function flagOf({ flag, isSuperseded, reviewBy }: Flagged, today: string): QuestionFlag | null {
  if (flag === 'key_doubted') return 'key_doubted'
  if (isSuperseded) return 'source_superseded'
  return reviewBy <= today ? 'review_due' : null
}
