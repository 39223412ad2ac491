import type { z } from '@hono/zod-openapi'
import type { ReadFile, ReadProblem, ReadQuestion } from '../question-files/read-question.ts'
import { plain } from '../question-files/words.ts'
import { fold } from '../search/vietnamese-text.ts'
import type { QuestionImportQuery } from './import.schemas.ts'
import { keyProblems } from './questions.rules.ts'
import { QUIZ_AUDIENCES, QuestionBody } from './questions.schemas.ts'

type Wish = z.output<typeof QuestionImportQuery>
type Topic = { id: string; name: string }
export type Planned = { number: number; body: QuestionBody }
export type ImportPlan = { planned: Planned[]; problems: ReadProblem[] }

/** Each question of the file as the bank would hold it, with what the file leaves open filled in. */
export function planImport(
  file: ReadFile,
  wish: Wish,
  { topics, today }: { topics: Topic[]; today: string },
): ImportPlan {
  const problems = [...file.problems]
  const known = new Map(topics.flatMap(({ id, name }) => [[plain(id), id] as const, [plain(name), id] as const]))
  const seen = new Map<string, number>()
  const planned = file.questions.flatMap((question): Planned[] => {
    const { number, topic, heading } = question
    const found = topic === undefined ? known.get(plain(heading ?? '')) : known.get(plain(topic))
    if (topic !== undefined && found === undefined)
      return refuse(problems, { number, code: 'unknown_topic', detail: topic.slice(0, 60) })
    const body = QuestionBody.safeParse(fillIn(question, wish, { topic: found ?? wish.topic, today }))
    if (!body.success || keyProblems(body.data).some(({ problem }) => problem !== 'twice'))
      return refuse(problems, { number, code: 'unreadable_question', detail: fieldOf(body.error) })
    const first = seen.get(wholeOf(body.data))
    if (first !== undefined) return refuse(problems, { number, code: 'duplicate_in_file', detail: String(first) })
    seen.set(wholeOf(body.data), number)
    return [{ number, body: body.data }]
  })
  return { planned, problems: inOrder(problems) }
}

export const inOrder = (problems: ReadProblem[]) => [...problems].sort((a, b) => (a.number ?? 0) - (b.number ?? 0))

function refuse(problems: ReadProblem[], problem: ReadProblem): [] {
  problems.push(problem)
  return []
}

const fieldOf = (error: z.ZodError | undefined) => error?.issues[0]?.path.join('.') ?? 'options'

function fillIn(question: ReadQuestion, wish: Wish, { topic, today }: { topic: string; today: string }): QuestionBody {
  const { kind, text, options, key, explanation, legalSource, documentNumber, sources, difficulty, audiences } =
    question
  const { sourceTitle, sourceUrl } = wish
  const named = sourceTitle ?? sourceUrl
  return {
    ...{ kind, topic, text, explanation, legalSource, documentNumber },
    ...(kind === 'ordering' ? hideOrder(options, key) : { options, key }),
    difficulty: difficulty ?? wish.difficulty,
    audiences: audiences ?? (wish.audience === 'everybody' ? [...QUIZ_AUDIENCES] : [wish.audience]),
    pool: wish.pool,
    sources: sources.length > 0 || named === undefined ? sources : [{ title: named, url: sourceUrl ?? null }],
    related: [],
    checkedOn: today,
    reviewBy: wish.reviewBy,
    unverified: [],
  }
}

/** Files that list steps in their right order would show it to whoever sees the options: those are put in another. */
function hideOrder(options: string[], key: number[]) {
  if (key.some((place, at) => place !== at)) return { options, key }
  const places = [...key].sort((a, b) => (folded(options[a] ?? '') < folded(options[b] ?? '') ? -1 : 1))
  if (places.every((place, at) => place === at)) places.reverse()
  return { options: places.map((place) => options[place] ?? ''), key: key.map((place) => places.indexOf(place)) }
}

/** Signs stay: "2 > 1" and "2 < 1" are two questions. */
const folded = (text: string) => fold(text).split(/\s+/).join(' ').trim()

type Asked = { text: string; options: string[] }

/** Two questions are one when they ask the same of the same options, in whatever order those stand. */
export const wholeOf = ({ text, options }: Asked) => JSON.stringify([folded(text), options.map(folded).sort()])

/** What of the bank is asked again by the file. */
export function findKnown(planned: readonly Planned[], bank: Iterable<Asked & { code: string }>) {
  const byText = new Map<string, Planned[]>()
  for (const each of planned) {
    const text = folded(each.body.text)
    byText.set(text, [...(byText.get(text) ?? []), each])
  }
  const problems: ReadProblem[] = []
  const alike: { number: number; code: string }[] = []
  for (const asked of bank)
    for (const { number, body } of byText.get(folded(asked.text)) ?? []) {
      if (wholeOf(body) === wholeOf(asked)) problems.push({ number, code: 'duplicate_in_bank', detail: asked.code })
      else alike.push({ number, code: asked.code })
    }
  return { problems, alike }
}
