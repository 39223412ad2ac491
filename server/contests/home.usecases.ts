import { createHash } from 'node:crypto'
import type { z } from '@hono/zod-openapi'
import type { Citizen, Ctx } from '../ctx.ts'
import { type AttemptRow, listAttemptsOf } from './attempts.queries.ts'
import { paperLength } from './blueprint.rules.ts'
import { listContests, listRounds, type RoundRow } from './contests.queries.ts'
import { ContestSettings, type ContestState } from './contests.schemas.ts'
import { findEntry } from './entries.queries.ts'
import { findAnnounced, toEntry, unitNameOf } from './entries.usecases.ts'
import { listNotices, listRoundsWithResult } from './home.queries.ts'
import { readPaper } from './paper.rules.ts'
import type { ContestHome, ContestList, OwnAttempt, OwnContest } from './taking.schemas.ts'

const WITH_RESULT: ReadonlySet<ContestState> = new Set(['provisional', 'complaints', 'official', 'archived'])
const OVER: ReadonlySet<ContestState> = new Set(['official', 'archived'])

/** Nothing here counts anybody: see `taking.schemas.ts`. */
export async function listAnnounced(ctx: Ctx): Promise<z.input<typeof ContestList>> {
  const contests = (await listContests(ctx.db)).filter(({ state }) => state !== 'draft' && state !== 'reviewed')
  const items = await Promise.all(
    contests.map(async ({ id, slug, name, state }) => {
      const rounds = await listRounds(ctx.db, id)
      const opensAt = rounds.map((round) => round.opensAt).sort()[0] ?? ''
      const closesAt =
        rounds
          .map((round) => round.closesAt)
          .sort()
          .at(-1) ?? ''
      return { slug, name, state, opensAt, closesAt }
    }),
  )
  return { items, now: steadyIso(ctx) }
}

export async function showContest(ctx: Ctx, slug: string): Promise<z.input<typeof ContestHome>> {
  const contest = await findAnnounced(ctx.db, slug)
  const settings = ContestSettings.parse(JSON.parse(contest.settings))
  const { intro, sources, minutes, attemptsPerRound, counts, prediction, tieBreaks, names, complaintDays } = settings
  const results = await listRoundsWithResult(ctx.db, contest.id)
  const rounds = await listRounds(ctx.db, contest.id)
  return {
    ...{ slug, name: contest.name, state: contest.state, intro, sources },
    rounds: rounds.map(({ id, number, name, opensAt, closesAt, state, complaintsUntil }) => ({
      ...{ number, name, opensAt, closesAt, state, complaintsUntil },
      hasResult: WITH_RESULT.has(state) && results.has(id),
    })),
    blocks: settings.blocks.map(({ id, name, blueprint, minAge, maxAge, needsUnit, needsCode }) => ({
      ...{ id, name, minAge, maxAge, needsUnit, needsCode },
      questions: paperLength(blueprint),
    })),
    ...{ minutes, attemptsPerRound, counts, prediction, tieBreaks, names, complaintDays },
    drawCommitment: createHash('sha256').update(contest.drawSeed).digest('hex'),
    drawSeed: OVER.has(contest.state) ? contest.drawSeed : null,
    notices: await listNotices(ctx.db, contest.id),
    now: steadyIso(ctx),
  }
}

export async function showOwnContest(ctx: Ctx<Citizen>, slug: string): Promise<z.input<typeof OwnContest>> {
  const contest = await findAnnounced(ctx.db, slug)
  const entry = await findEntry(ctx.db, contest.id, ctx.actor.id)
  const now = steadyIso(ctx)
  if (entry === undefined) return { entry: null, attempts: [], now }
  const { tells } = ContestSettings.parse(JSON.parse(contest.settings))
  const rounds = new Map((await listRounds(ctx.db, contest.id)).map((round) => [round.id, round]))
  const attempts = (await listAttemptsOf(ctx.db, entry.id)).flatMap((attempt) => {
    const round = rounds.get(attempt.roundId)
    return round ? [toOwn(attempt, round, tells.afterSubmitting === 'score')] : []
  })
  return { entry: toEntry(entry, await unitNameOf(ctx, entry.unitId)), attempts, now }
}

function toOwn(attempt: AttemptRow, round: RoundRow, tellsAtOnce: boolean): z.input<typeof OwnAttempt> {
  const { id, number, state, startedMs, deadlineMs, submittedMs, score, paper } = attempt
  const isTold = state !== 'in_progress' && (tellsAtOnce || WITH_RESULT.has(round.state))
  return {
    ...{ id, round: round.number, number, state, score: isTold ? score : null, outOf: readPaper(paper).length },
    ...{ startedAt: toIso(startedMs), deadlineAt: toIso(deadlineMs) },
    submittedAt: submittedMs === null ? null : toIso(submittedMs),
  }
}

function steadyIso(ctx: Pick<Ctx, 'steady'>) {
  return toIso(ctx.steady.now())
}

function toIso(ms: number) {
  return new Date(ms).toISOString()
}
