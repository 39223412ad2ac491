import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Db, Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { readQuestionFile } from '../question-files/read-question-file.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { isUnitOn } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { insertMany, listTexts } from './import.queries.ts'
import { findKnown, type ImportPlan, inOrder, type Planned, planImport } from './import.rules.ts'
import type { QuestionImportQuery, QuestionImportReport } from './import.schemas.ts'
import { findLastCode, findTopic, listTopics } from './questions.queries.ts'
import { nextCode, OWN_CODES, toColumns } from './questions.rules.ts'

type Wish = z.output<typeof QuestionImportQuery>
type Report = z.input<typeof QuestionImportReport>

/** Tells which questions a file would bring; without a dry run all of them become drafts, or none when one is wrong. */
export async function importQuestions(ctx: Ctx<Staff>, bytes: Buffer, wish: Wish): Promise<Report> {
  requirePermission(ctx, 'quizzes.write', wish.unitId)
  await requirePlace(ctx, wish)
  const today = vietnamDate(ctx.now())
  const startedAt = ctx.now().toISOString()
  const topics = await listTopics(ctx.db)
  const plan = planImport(await readQuestionFile(wish.format, bytes), wish, { topics, today })
  const { planned, problems, alike } = await compareWithBank(ctx.db, ctx, plan)
  if (wish.dryRun === 'true') return { ...tell(planned), problems, alike, applied: false }
  if (problems.length > 0) throw new AppError('question_import.refused', { problems })
  if (planned.length === 0) return { ...tell([]), problems, alike, applied: false }
  const codes = await ctx.write(async (tx) => {
    const meanwhile = await compareWithBank(tx, ctx, plan, startedAt)
    if (meanwhile.problems.length > 0) throw new AppError('question_import.changed_meanwhile')
    return keep(tx, ctx, planned, wish)
  })
  return { ...tell(planned, codes), problems, alike, applied: true }
}

async function requirePlace(ctx: Ctx<Staff>, { unitId, topic, reviewBy }: Wish) {
  const today = vietnamDate(ctx.now())
  const unknown = [
    ...((await isUnitOn(ctx.db, unitId, today)) ? [] : [{ field: 'unitId', problem: 'unknown' }]),
    ...((await findTopic(ctx.db, topic)) ? [] : [{ field: 'topic', problem: 'unknown' }]),
    ...(reviewBy > today ? [] : [{ field: 'reviewBy', problem: 'past' }]),
  ]
  if (unknown.length > 0) throw new AppError('request.invalid', { fields: unknown })
}

/** Only with what the member of staff may see: a secret question elsewhere is not told by its double. */
async function compareWithBank(db: Db | Tx, ctx: Ctx<Staff>, plan: ImportPlan, since?: string) {
  const unitIds = unitsFor(ctx.actor, holds(ctx.actor, 'quizzes.read') ? 'quizzes.read' : 'quizzes.write')
  const found = { problems: [...plan.problems], alike: [] as Report['alike'] }
  for await (const rows of listTexts(db, { unitIds, ...(since === undefined ? {} : { since }) })) {
    const bank = rows.map(({ code, text, options }) => ({ code, text, options: JSON.parse(options) as string[] }))
    const known = findKnown(plan.planned, bank)
    found.problems.push(...known.problems)
    found.alike.push(...known.alike)
  }
  const refused = new Set(found.problems.map(({ number }) => number))
  return {
    planned: plan.planned.filter(({ number }) => !refused.has(number)),
    problems: inOrder(found.problems),
    alike: found.alike.sort((a, b) => a.number - b.number),
  }
}

/** Returns the codes given, in the order of the questions. */
async function keep(tx: Tx, ctx: Ctx<Staff>, planned: readonly Planned[], wish: Wish): Promise<string[]> {
  const at = ctx.now().toISOString()
  let last = await findLastCode(tx, OWN_CODES)
  const rows = planned.map(({ body }) => {
    const code = nextCode(last)
    last = code
    const [questionId, versionId] = [ctx.newId(), ctx.newId()]
    const authors = JSON.stringify([ctx.actor.id])
    return {
      question: { id: questionId, code, unitId: wish.unitId, createdAt: at, flag: null, retiredAt: null, version: 1 },
      version: {
        ...toColumns(body),
        ...{ id: versionId, questionId, number: 1, state: 'draft' as const, origin: 'import' as const, authors },
        ...{ createdAt: at, updatedAt: at, publishedAt: null, publishedBy: null },
      },
      key: {
        ...{ versionId, number: 1, key: JSON.stringify(body.key), explanation: body.explanation },
        ...{ by: ctx.actor.id, at, reason: null },
      },
    }
  })
  await insertMany(tx, {
    questions: rows.map(({ question }) => question),
    versions: rows.map(({ version }) => version),
    keys: rows.map(({ key }) => key),
  })
  const codes = rows.map(({ question }) => question.code)
  const { unitId, format, pool, topic } = wish
  await recordAudit(tx, ctx, {
    action: 'question.import',
    subject: { kind: 'question_file', id: ctx.newId() },
    unitId,
    after: { format, pool, topic, questions: codes.length, codes: `${codes[0]} – ${codes.at(-1)}` },
  })
  return codes
}

function tell(planned: readonly Planned[], codes: readonly string[] = []): Pick<Report, 'questions'> {
  return {
    questions: planned.map(({ number, body }, at) => {
      const { kind, topic, difficulty, text, options, key, explanation } = body
      return { ...{ number, code: codes[at] ?? null, kind, topic, difficulty, text, options, key, explanation } }
    }),
  }
}
