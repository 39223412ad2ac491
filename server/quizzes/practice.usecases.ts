import { findNamed } from '../content/live.queries.ts'
import { Link } from '../content/provenance.schemas.ts'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { listPractice, listPractisedTopics } from './practice.queries.ts'
import { PracticeSet, PracticeTopics } from './practice.schemas.ts'
import { findTopic, listTopics } from './questions.queries.ts'
import { toBody } from './questions.rules.ts'
import { QUIZ_AUDIENCES } from './questions.schemas.ts'

/** So that a corrected key is newer than the one before, and a new version newer than both. */
const KEYS_OF_A_VERSION = 1_000

export async function showPracticeTopics(ctx: Ctx): Promise<string> {
  const practised = await listPractisedTopics(ctx.db)
  const topics = (await listTopics(ctx.db)).map(({ id, name }) => {
    const own = practised.filter(({ topic }) => topic === id)
    const audiences = QUIZ_AUDIENCES.filter((each) => own.some((row) => row.audiences.includes(`"${each}"`)))
    return { id, name, questions: own.length, audiences }
  })
  return JSON.stringify(PracticeTopics.parse({ items: topics.filter(({ questions }) => questions > 0) }))
}

export async function showPracticeSet(ctx: Ctx, id: string): Promise<string> {
  const topic = await findTopic(ctx.db, id)
  if (topic === undefined) throw new AppError('quiz_topic.not_found')
  const rows = (await listPractice(ctx.db, id)).map(({ code, version, key }) => ({
    code,
    number: version.number * KEYS_OF_A_VERSION + key.number,
    body: toBody(version, key),
  }))
  const links = await readLinks(ctx, [...new Set(rows.flatMap(({ body }) => body.related))])
  const questions = rows.map(({ code, number, body }) => {
    const { kind, difficulty, audiences, text, options, key, explanation, legalSource, sources } = body
    return {
      ...{ code, number, kind, difficulty, audiences, text, options, key, explanation, legalSource, sources },
      related: body.related.flatMap((name) => links.get(name) ?? []),
      ...{ checkedOn: body.checkedOn, reviewBy: body.reviewBy },
    }
  })
  return JSON.stringify(PracticeSet.parse({ topic: id, name: topic.name, questions }))
}

/** What is no longer public is not linked to. */
async function readLinks(ctx: Ctx, names: string[]) {
  const items = await findNamed(ctx.db, names)
  return new Map(
    items.flatMap(({ kind, slug, code, title }) => {
      const link = Link.safeParse({ type: kind, slug, code, title })
      return link.success ? [`${kind}:${slug}`, `${kind}:${code}`].map((name) => [name, link.data] as const) : []
    }),
  )
}
