import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { KeyCorrection, ManyPublished, ManyToPublish, PoolMove, QuestionView, Retirement } from './bank.schemas.ts'
import { openQuestion, showQuestion } from './bank.usecases.ts'
import * as queries from './questions.queries.ts'
import { isSecondPerson, keyProblems, publishProblems } from './questions.rules.ts'
import { readVersions } from './read-versions.ts'

type Versioned = { id: string; version: number }
type View = z.input<typeof QuestionView>

async function take(tx: Tx, asked: Versioned, change: Parameters<typeof queries.takeQuestion>[2] = {}) {
  if ((await queries.takeQuestion(tx, asked, change)) === undefined) throw new AppError('question.changed_meanwhile')
}

async function openToPublish(ctx: Ctx<Staff>, id: string) {
  const question = await openQuestion(ctx, id)
  requirePermission(ctx, 'quizzes.publish', question.unitId)
  return question
}

/** By somebody who did not write it, when nothing is missing; the version in use until then is kept for old papers. */
export async function publishQuestion(ctx: Ctx<Staff>, asked: Versioned): Promise<View> {
  await publishOne(ctx, asked)
  return showQuestion(ctx, asked.id)
}

async function publishOne(ctx: Ctx<Staff>, { id, version }: Versioned) {
  const question = await openToPublish(ctx, id)
  if (question.retiredAt !== null) throw new AppError('question.retired')
  const { draft, published } = await readVersions(ctx.db, id)
  if (draft === undefined) throw new AppError('question.no_draft')
  if (draft.authors.includes(ctx.actor.id)) throw new AppError('question.own_work')
  const problems = publishProblems(draft.body, vietnamDate(ctx.now()))
  if (problems.length > 0) throw new AppError('question.not_ready', { fields: problems })
  await ctx.write(async (tx) => {
    const at = ctx.now().toISOString()
    await take(tx, { id, version }, { flag: null })
    if (published) await queries.moveVersion(tx, { id: published.row.id, from: 'published' }, { state: 'superseded' })
    const change = { state: 'published' as const, publishedAt: at, publishedBy: ctx.actor.id, updatedAt: at }
    if (!(await queries.moveVersion(tx, { id: draft.row.id, from: 'draft' }, change)))
      throw new AppError('question.changed_meanwhile')
    await recordAudit(tx, ctx, {
      action: 'question.publish',
      subject: { kind: 'question', id },
      unitId: question.unitId,
      before: published && { number: published.row.number },
      after: { number: draft.row.number, pool: draft.body.pool },
    })
  })
  ctx.contentChanged()
  return question.code
}

/** Each on its own: what cannot be published yet does not hold up the others. */
export async function publishMany(
  ctx: Ctx<Staff>,
  { questions }: z.output<typeof ManyToPublish>,
): Promise<z.input<typeof ManyPublished>> {
  requirePermission(ctx, 'quizzes.publish')
  const items: z.input<typeof ManyPublished>['items'] = []
  for (const asked of questions) {
    try {
      items.push({ id: asked.id, code: await publishOne(ctx, asked), problem: null })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const known = error.code === 'question.not_found' ? undefined : await queries.findQuestion(ctx.db, asked.id)
      items.push({ id: asked.id, code: known?.code ?? null, problem: error.code })
    }
  }
  return { items }
}

/**
 * A key found wrong becomes a new number of the same version: papers are marked anew by it, and what it was is kept.
 * Never by whoever wrote the question or set the key it has.
 */
export async function correctKey(
  ctx: Ctx<Staff>,
  { id, version }: Versioned,
  { key, explanation, reason }: z.output<typeof KeyCorrection>,
): Promise<View> {
  const question = await openToPublish(ctx, id)
  const { published } = await readVersions(ctx.db, id)
  if (published === undefined || question.retiredAt !== null) throw new AppError('question.not_published')
  if (!isSecondPerson({ authors: published.authors, keyBy: published.key.by }, ctx.actor.id))
    throw new AppError('question.own_work')
  const problems = keyProblems({ ...published.body, key })
  if (problems.length > 0) throw new AppError('question.not_ready', { fields: problems })
  await ctx.write(async (tx) => {
    await take(tx, { id, version }, question.flag === 'key_doubted' ? { flag: null } : {})
    await queries.insertKey(tx, {
      ...{ versionId: published.row.id, number: published.key.number + 1, key: JSON.stringify(key), explanation },
      ...{ by: ctx.actor.id, at: ctx.now().toISOString(), reason },
    })
    await recordAudit(tx, ctx, {
      action: 'question.correct_key',
      subject: { kind: 'question', id },
      unitId: question.unitId,
      before: { key: published.body.key },
      after: { key },
      remark: reason,
    })
  })
  ctx.contentChanged()
  return showQuestion(ctx, id)
}

/** No new paper and no practice asks it any more; papers drawn before keep it. */
export async function retireQuestion(
  ctx: Ctx<Staff>,
  { id, version }: Versioned,
  { reason }: z.output<typeof Retirement>,
): Promise<View> {
  const question = await openToPublish(ctx, id)
  if (question.retiredAt !== null) throw new AppError('question.retired')
  if ((await readVersions(ctx.db, id)).published === undefined) throw new AppError('question.not_published')
  await ctx.write(async (tx) => {
    await take(tx, { id, version }, { retiredAt: ctx.now().toISOString() })
    await recordAudit(tx, ctx, {
      action: 'question.retire',
      subject: { kind: 'question', id },
      unitId: question.unitId,
      remark: reason,
    })
  })
  ctx.contentChanged()
  return showQuestion(ctx, id)
}

export async function bringBack(ctx: Ctx<Staff>, { id, version }: Versioned): Promise<View> {
  const question = await openToPublish(ctx, id)
  if (question.retiredAt === null) throw new AppError('question.not_retired')
  await ctx.write(async (tx) => {
    await take(tx, { id, version }, { retiredAt: null })
    await recordAudit(tx, ctx, {
      action: 'question.bring_back',
      subject: { kind: 'question', id },
      unitId: question.unitId,
    })
  })
  ctx.contentChanged()
  return showQuestion(ctx, id)
}

/** A question of a contest that is not settled stays where it is: moving it to practice would show its key. */
export async function movePool(
  ctx: Ctx<Staff>,
  { id, version }: Versioned,
  { pool }: z.output<typeof PoolMove>,
): Promise<View> {
  const question = await openToPublish(ctx, id)
  const { versions, published } = await readVersions(ctx.db, id)
  if (published === undefined || question.retiredAt !== null) throw new AppError('question.not_published')
  const ids = versions.map(({ row }) => row.id)
  await ctx.write(async (tx) => {
    if (await queries.isInContest(tx, ids)) throw new AppError('question.in_contest')
    await take(tx, { id, version })
    await queries.setPool(tx, id, pool)
    await recordAudit(tx, ctx, {
      action: 'question.move_pool',
      subject: { kind: 'question', id },
      unitId: question.unitId,
      before: { pool: published.body.pool },
      after: { pool },
    })
  })
  ctx.contentChanged()
  return showQuestion(ctx, id)
}
