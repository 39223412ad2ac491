import type { z } from '@hono/zod-openapi'
import { findNamed } from '../content/live.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { readTimetable } from '../feedback/report-time.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import { workingMsBetween } from '../working-time/working-time.rules.ts'
import * as queries from './chat-figures.queries.ts'
import { type ChatFigures, momentsOf, type Period } from './questions.schemas.ts'

const MINUTE_MS = 60_000

/** How the chat fares in some days: what was asked and answered, how long people waited, what did not arrive. */
export async function showChatFigures(
  ctx: Ctx<Staff>,
  period: z.output<typeof Period>,
): Promise<z.input<typeof ChatFigures>> {
  requirePermission(ctx, 'figures.read')
  const moments = momentsOf(period)
  const days = await queries.countByDay(ctx.db, moments)
  const sum = (of: (day: (typeof days)[number]) => number) => days.reduce((total, day) => total + of(day), 0)
  const { average, ...handoffs } = await queries.countHandoffs(ctx.db, moments)
  return {
    total: {
      questions: sum((day) => day.questions),
      answered: sum((day) => day.answered),
      menu: sum((day) => day.menu),
      fallback: sum((day) => day.fallback),
    },
    days,
    people: await queries.countPeople(ctx.db, moments),
    handoffs: {
      ...handoffs,
      medianMinutes: await medianWait(ctx, moments),
      averageRating: average === null ? null : Math.round(average * 10) / 10,
    },
    answers: await nameAnswers(ctx, await queries.listAnswers(ctx.db, moments)),
    ...(await queries.countSending(ctx.db, moments)),
  }
}

/** Working minutes; whoever asked at night waited from the opening on. */
async function medianWait(ctx: Ctx, moments: queries.Moments) {
  const waits = await queries.listWaits(ctx.db, moments)
  const timetable = await readTimetable(ctx.db, { unitId: ROOT_UNIT_ID, from: moments.from })
  const minutes = waits
    .map(({ askedAt, claimedAt }) => workingMsBetween(timetable, askedAt, claimedAt) / MINUTE_MS)
    .sort((a, b) => a - b)
  const middle = minutes[Math.floor((minutes.length - 1) / 2)]
  return middle === undefined ? null : Math.round(middle)
}

async function nameAnswers<Answer extends { answeredWith: string }>(ctx: Ctx, answers: Answer[]) {
  const named = await findNamed(
    ctx.db,
    answers.map(({ answeredWith }) => answeredWith),
  )
  const titles = new Map<string, string>(
    named.flatMap(({ kind, slug, code, title }) => [
      [`${kind}:${slug}`, title] as const,
      [`${kind}:${code}`, title] as const,
    ]),
  )
  return answers.map((answer) => ({ ...answer, title: titles.get(answer.answeredWith) ?? null }))
}
