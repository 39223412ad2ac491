import { openContentFolder } from '../content/content-folder.ts'
import type { Ctx, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { type FileQuestion, readQuestionFiles } from './question-files.ts'
import * as queries from './questions.queries.ts'
import { isSameBody, publishProblems, toColumns } from './questions.rules.ts'
import { readVersions } from './read-versions.ts'

type Seeding = Pick<Ctx<System>, 'db' | 'write' | 'now' | 'newId'>
type Known = {
  id: string
  version: number
  number: number
  openId: string | undefined
  publishedId: string | undefined
}

/** Whose the questions of the files are. */
const OWNER_UNIT = 'so-gddt'

/**
 * Adds the questions of `content/quiz` that are not there yet. A changed file makes a new version, as long as no
 * staff have touched the question. What lacks nothing is published; a question with something unconfirmed is a draft.
 */
export async function seedQuestions(ctx: Seeding, contentDir: string) {
  const folder = openContentFolder(contentDir)
  const { topics, questions } = readQuestionFiles(folder)
  folder.throwProblems()
  const known = new Map((await queries.listTopics(ctx.db)).map((topic) => [topic.id, topic]))
  const newTopics = topics
    .map((topic, position) => ({ ...topic, position }))
    .filter(({ id, name, position }) => known.get(id)?.name !== name || known.get(id)?.position !== position)
  const changes: { question: FileQuestion; known: Known | undefined }[] = []
  for (const question of questions) {
    const found = await findChanged(ctx, question)
    if (found !== 'kept') changes.push({ question, known: found })
  }
  if (newTopics.length === 0 && changes.length === 0) return
  await ctx.write(async (tx) => {
    for (const topic of newTopics) await queries.upsertTopic(tx, topic)
    for (const change of changes) await store(tx, ctx, change)
  })
}

async function findChanged(ctx: Seeding, { code, body }: FileQuestion): Promise<Known | undefined | 'kept'> {
  const question = await queries.findQuestionByCode(ctx.db, code)
  if (question === undefined) return undefined
  const { versions, draft, published } = await readVersions(ctx.db, question.id)
  // Each file adds one to both; whatever staff do adds to the question's version alone.
  const isTouched = question.version !== versions.length || versions.some(({ row }) => row.origin !== 'file')
  const [latest] = versions
  if (isTouched || latest === undefined || isSameBody(latest.body, body)) return 'kept'
  const { id, version } = question
  return { id, version, number: latest.row.number, openId: draft?.row.id, publishedId: published?.row.id }
}

async function store(
  tx: Tx,
  ctx: Seeding,
  { question: { code, body }, known }: { question: FileQuestion; known: Known | undefined },
) {
  const at = ctx.now().toISOString()
  const questionId = known?.id ?? ctx.newId()
  if (known === undefined) {
    const row = { id: questionId, code, unitId: OWNER_UNIT, flag: null, createdAt: at, retiredAt: null, version: 1 }
    await queries.insertQuestion(tx, row)
  } else {
    await queries.takeQuestion(tx, known, { flag: null })
    if (known.openId) await queries.moveVersion(tx, { id: known.openId, from: 'draft' }, { state: 'discarded' })
    if (known.publishedId)
      await queries.moveVersion(tx, { id: known.publishedId, from: 'published' }, { state: 'superseded' })
  }
  const isReady = publishProblems(body, vietnamDate(ctx.now())).length === 0
  const versionId = ctx.newId()
  await queries.insertVersion(tx, {
    ...toColumns(body),
    ...{ id: versionId, questionId, number: (known?.number ?? 0) + 1, origin: 'file', authors: '[]' },
    ...{ state: isReady ? 'published' : 'draft', publishedAt: isReady ? at : null, publishedBy: null },
    ...{ createdAt: at, updatedAt: at },
  })
  const { key, explanation } = body
  const row = { versionId, number: 1, key: JSON.stringify(key), explanation, by: null, at, reason: null }
  await queries.insertKey(tx, row)
}
