import type { z } from '@hono/zod-openapi'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { findFace, listBank, readBankRows } from './bank.queries.ts'
import type { BankPage, BankQuery, BankTopics, QuestionView } from './bank.schemas.ts'
import * as queries from './questions.queries.ts'
import { LOOKED_THROUGH, publishProblems, searchWords, stepsOf, toBody } from './questions.rules.ts'
import { QuestionCode } from './questions.schemas.ts'
import { readVersions } from './read-versions.ts'

const PAGE = 50

export async function listBankTopics(ctx: Ctx<Staff>): Promise<z.input<typeof BankTopics>> {
  requirePermission(ctx, 'quizzes.read')
  const counts = await queries.countByTopic(ctx.db)
  const of = (topic: string, state: string) =>
    counts.find((each) => each.topic === topic && each.state === state)?.count ?? 0
  return {
    items: (await queries.listTopics(ctx.db)).map(({ id, name }) => ({
      ...{ id, name },
      published: of(id, 'published'),
      drafts: of(id, 'draft'),
    })),
  }
}

export async function listQuestions(
  ctx: Ctx<Staff>,
  query: z.output<typeof BankQuery>,
): Promise<z.input<typeof BankPage>> {
  requirePermission(ctx, 'quizzes.read')
  const { ids, next } = (await findByCode(ctx, query)) ?? (await readPage(ctx, query))
  const today = vietnamDate(ctx.now())
  const rows = await readBankRows(ctx.db, ids)
  return {
    items: rows.map(({ question, version, key }) => {
      const body = toBody(version, key)
      const { kind, topic, difficulty, pool, audiences, text, reviewBy } = body
      return {
        ...{ id: question.id, code: question.code, unitId: question.unitId, flag: question.flag },
        ...{ kind, topic, difficulty, pool, audiences, text, reviewBy },
        ...{ number: version.number, updatedAt: version.updatedAt, version: question.version },
        problems: publishProblems(body, today).length,
      }
    }),
    nextCursor: next,
  }
}

async function readPage(ctx: Ctx<Staff>, { q, cursor, ...filter }: z.output<typeof BankQuery>) {
  const { ids, end } = await listBank(ctx.db, {
    ...filter,
    unitIds: unitsFor(ctx.actor, 'quizzes.read'),
    words: searchWords(q ?? ''),
    after: cursor === undefined ? undefined : decodeCursor(cursor),
    limit: PAGE + 1,
    through: LOOKED_THROUGH,
  })
  const shown = ids.slice(0, PAGE)
  if (ids.length > PAGE) {
    const last = (await readBankRows(ctx.db, shown)).at(-1)
    return { ids: shown, next: last ? encodeCursor(last.version.updatedAt, last.question.id) : null }
  }
  return { ids: shown, next: end === undefined ? null : encodeCursor(end.sortKey, end.id) }
}

/** Somebody who types a whole code wants that question, in whatever list it is. */
async function findByCode(ctx: Ctx<Staff>, { q }: z.output<typeof BankQuery>) {
  const code = QuestionCode.safeParse(q?.toUpperCase())
  const found = code.success ? await queries.findQuestionByCode(ctx.db, code.data) : undefined
  if (found === undefined || !holds(ctx.actor, 'quizzes.read', found.unitId)) return undefined
  const face = await findFace(ctx.db, found.id)
  return face === undefined ? undefined : { ids: [face], next: null }
}

/** The question, when the reader's units hold it; to anybody else it is not there. */
export async function openQuestion(ctx: Ctx<Staff>, id: string) {
  requirePermission(ctx, 'quizzes.read')
  const question = await queries.findQuestion(ctx.db, id)
  if (question === undefined || !holds(ctx.actor, 'quizzes.read', question.unitId))
    throw new AppError('question.not_found')
  return question
}

export async function showQuestion(ctx: Ctx<Staff>, id: string): Promise<z.input<typeof QuestionView>> {
  const question = await openQuestion(ctx, id)
  const { versions, draft, published } = await readVersions(ctx.db, id)
  const today = vietnamDate(ctx.now())
  const units = await listUnitNames(ctx.db, [question.unitId], today)
  const named = versions.flatMap(({ row, keys, authors }) => [...authors, row.publishedBy, ...keys.map(({ by }) => by)])
  const names = await queries.listStaffNames(
    ctx.db,
    named.filter((each) => each !== null),
  )
  const nameOf = (staffId: string | null) => (staffId === null ? null : (names.get(staffId) ?? staffId))
  const isUsed = published !== undefined && (await queries.isInContest(ctx.db, [published.row.id]))
  return {
    ...{ id, code: question.code, unitId: question.unitId, flag: question.flag, retiredAt: question.retiredAt },
    unitName: units.get(question.unitId) ?? question.unitId,
    version: question.version,
    steps: stepsOf(
      {
        draft,
        published: published && { authors: published.authors, keyBy: published.key.by },
        isRetired: question.retiredAt !== null,
        isUsed,
      },
      {
        id: ctx.actor.id,
        mayWrite: holds(ctx.actor, 'quizzes.write', question.unitId),
        mayPublish: holds(ctx.actor, 'quizzes.publish', question.unitId),
      },
    ),
    problems: draft === undefined ? [] : publishProblems(draft.body, today),
    versions: versions.map(({ row, keys, body, authors }) => ({
      ...{ number: row.number, state: row.state, origin: row.origin, body },
      keys: keys.map(({ number, key, explanation, by, at, reason }) => ({
        ...{ number, key: JSON.parse(key), explanation, byName: nameOf(by), at, reason },
      })),
      authorNames: authors.map((author) => names.get(author) ?? author),
      ...{ createdAt: row.createdAt, updatedAt: row.updatedAt, publishedAt: row.publishedAt },
      publishedByName: nameOf(row.publishedBy),
    })),
  }
}
