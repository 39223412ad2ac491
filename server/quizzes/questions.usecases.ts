import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { isUnitOn } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { NewQuestion, QuestionView } from './bank.schemas.ts'
import { openQuestion, showQuestion } from './bank.usecases.ts'
import * as queries from './questions.queries.ts'
import { nextCode, OWN_CODES, toColumns } from './questions.rules.ts'
import type { QuestionBody } from './questions.schemas.ts'
import { readVersions } from './read-versions.ts'
import { requireTopic } from './require-topic.ts'

type Versioned = { id: string; version: number }
type View = z.input<typeof QuestionView>

export async function createQuestion(
  ctx: Ctx<Staff>,
  { unitId, code: wished, body }: z.output<typeof NewQuestion>,
): Promise<View> {
  requirePermission(ctx, 'quizzes.write', unitId)
  await requireTopic(ctx, body.topic)
  if (!(await isUnitOn(ctx.db, unitId, vietnamDate(ctx.now()))))
    throw new AppError('request.invalid', { fields: [{ field: 'unitId', problem: 'unknown' }] })
  const id = ctx.newId()
  await ctx.write(async (tx) => {
    const code = wished ?? nextCode(await queries.findLastCode(tx, OWN_CODES))
    const createdAt = ctx.now().toISOString()
    const row = { id, code, unitId, createdAt, flag: null, retiredAt: null, version: 1 }
    if (!(await queries.insertQuestion(tx, row))) throw new AppError('question.code_taken')
    await insertDraft(tx, ctx, { questionId: id, number: 1, body })
    await recordAudit(tx, ctx, {
      action: 'question.create',
      subject: { kind: 'question', id },
      unitId,
      after: { code },
    })
  })
  return showQuestion(ctx, id)
}

async function insertDraft(
  tx: Tx,
  ctx: Ctx<Staff>,
  { questionId, number, body }: { questionId: string; number: number; body: QuestionBody },
) {
  const at = ctx.now().toISOString()
  const versionId = ctx.newId()
  await queries.insertVersion(tx, {
    ...toColumns(body),
    ...{ id: versionId, questionId, number, state: 'draft', origin: 'staff' },
    authors: JSON.stringify([ctx.actor.id]),
    ...{ createdAt: at, updatedAt: at, publishedAt: null, publishedBy: null },
  })
  const { key, explanation } = body
  const row = { versionId, number: 1, key: JSON.stringify(key), explanation, by: ctx.actor.id, at, reason: null }
  await queries.insertKey(tx, row)
}

/** Writes the open draft, or opens one: a published version stays as it was answered. */
export async function saveQuestion(
  ctx: Ctx<Staff>,
  { id, version }: Versioned,
  { body }: { body: QuestionBody },
): Promise<View> {
  const question = await openQuestion(ctx, id)
  requirePermission(ctx, 'quizzes.write', question.unitId)
  if (question.retiredAt !== null) throw new AppError('question.retired')
  await requireTopic(ctx, body.topic)
  const { versions, draft, published } = await readVersions(ctx.db, id)
  await ctx.write(async (tx) => {
    if ((await queries.takeQuestion(tx, { id, version })) === undefined)
      throw new AppError('question.changed_meanwhile')
    const at = ctx.now().toISOString()
    if (draft === undefined) {
      await insertDraft(tx, ctx, { questionId: id, number: (versions[0]?.row.number ?? 0) + 1, body })
    } else {
      const authors = JSON.stringify([...new Set([...draft.authors, ctx.actor.id])])
      const key = { key: JSON.stringify(body.key), explanation: body.explanation, by: ctx.actor.id, at }
      const change = { ...toColumns(body), authors, origin: 'staff' as const, updatedAt: at }
      if (!(await queries.rewriteDraft(tx, draft.row.id, change, key))) throw new AppError('question.changed_meanwhile')
    }
    await recordAudit(tx, ctx, {
      action: draft === undefined ? 'question.open_draft' : 'question.save',
      subject: { kind: 'question', id },
      unitId: question.unitId,
      before: tellBody((draft ?? published)?.body),
      after: tellBody(body),
    })
  })
  return showQuestion(ctx, id)
}

/** What a log keeps of a question: enough to see what was changed, without its key. */
function tellBody(body: QuestionBody | undefined) {
  if (body === undefined) return undefined
  const { text, topic, difficulty, pool, reviewBy } = body
  return { text: text.slice(0, 200), topic, difficulty, pool, reviewBy }
}

export async function discardDraft(ctx: Ctx<Staff>, { id, version }: Versioned): Promise<View> {
  const question = await openQuestion(ctx, id)
  requirePermission(ctx, 'quizzes.write', question.unitId)
  const { draft } = await readVersions(ctx.db, id)
  if (draft === undefined) throw new AppError('question.no_draft')
  await ctx.write(async (tx) => {
    if ((await queries.takeQuestion(tx, { id, version })) === undefined)
      throw new AppError('question.changed_meanwhile')
    const updatedAt = ctx.now().toISOString()
    await queries.moveVersion(tx, { id: draft.row.id, from: 'draft' }, { state: 'discarded', updatedAt })
    await recordAudit(tx, ctx, {
      action: 'question.discard',
      subject: { kind: 'question', id },
      unitId: question.unitId,
      before: { number: draft.row.number },
    })
  })
  return showQuestion(ctx, id)
}
