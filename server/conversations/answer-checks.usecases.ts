import { createHash } from 'node:crypto'
import type { z } from '@hono/zod-openapi'
import type { Ctx, Staff, System } from '../ctx.ts'
import { requirePermission } from '../staff/access.rules.ts'
import * as queries from './answer-checks.queries.ts'
import { isGoodAfter, sharePercent } from './answer-checks.rules.ts'
import type { AnswerCheck, AnswerChecks } from './answer-checks.schemas.ts'
import type { AnswerQuestions } from './answer-checks.seed.ts'

const AMONG = 3
const SHOWN = 10
const KEPT_DAYS = 365
const DAY_MS = 86_400_000

/** Asks the reviewed questions again when what is published has changed since the last time. */
export async function checkAnswers(ctx: Ctx<System>, { mark, questions }: AnswerQuestions) {
  const contentMark = markOf(await queries.listReplyMarks(ctx.db))
  const last = await queries.findLastCheck(ctx.db)
  if (last?.contentMark === contentMark && last.questionsMark === mark) return
  const results = []
  for (const question of questions) results.push({ ...question, found: await find(ctx, question.ask) })
  const places = results.map(({ expects, found }) => found.findIndex((code) => expects.includes(code)))
  const counted = {
    questions: questions.length,
    first: places.filter((place) => place === 0).length,
    amongThree: places.filter((place) => place >= 0).length,
  }
  const missed = results.filter((_, at) => places[at] === -1)
  const lastGood = await queries.findLastGood(ctx.db, mark)
  const now = ctx.now()
  await ctx.write(async (tx) => {
    await queries.insertCheck(tx, {
      ...{ id: ctx.newId(), at: now.toISOString(), contentMark, questionsMark: mark, ...counted },
      ...{ missed: JSON.stringify(missed), isGood: isGoodAfter(counted, lastGood) },
    })
    await queries.deleteChecksBefore(tx, new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString())
  })
}

/** How well the bot finds what is published, and whether that has fallen. */
export async function showAnswerChecks(ctx: Ctx<Staff>): Promise<z.input<typeof AnswerChecks>> {
  requirePermission(ctx, 'content.read')
  const rows = await queries.listChecks(ctx.db, SHOWN)
  const [last] = rows
  const lastGood = last && (await queries.findLastGood(ctx.db, last.questionsMark))
  return {
    items: rows.map(toCheck),
    lastGood: lastGood === undefined ? null : toCheck(lastGood),
    hasFallen: last !== undefined && !last.isGood,
  }
}

/** Codes of the first answers, as the search gives them to whoever asks; not counted as what people look for. */
async function find({ search }: Ctx, ask: string) {
  const { items } = await search.search({ q: ask, limit: AMONG })
  return items.slice(0, AMONG).map(({ code, slug }) => code ?? slug)
}

function markOf(lines: string[]) {
  return createHash('sha256').update(lines.join('\n')).digest('base64url').slice(0, 22)
}

function toCheck({
  id,
  at,
  questions,
  first,
  amongThree,
  missed,
  isGood,
}: queries.AnswerCheckRow): z.input<typeof AnswerCheck> {
  return {
    ...{ id, at, questions, first, amongThree, isGood, missed: JSON.parse(missed) },
    percent: sharePercent({ questions, amongThree }),
  }
}
