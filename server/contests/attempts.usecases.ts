import type { z } from '@hono/zod-openapi'
import type { Citizen, Ctx, System, Taker } from '../ctx.ts'
import { AppError, type ProblemCode } from '../errors.ts'
import { findAttempt, listOverdue, listRunningRounds } from './attempts.queries.ts'
import { drawPaper } from './draw.rules.ts'
import type { Entrant } from './entries.queries.ts'
import { readPaper, readSheet, writePaper, writeSheet } from './paper.rules.ts'
import { paperToken } from './paper-token.ts'
import type { Standing } from './recorder.queries.ts'
import type { Begun } from './recorder.ts'
import { type HeldRound, roundMemoryOf } from './round-memory.ts'
import type { Paper, Saved, Sheet, Submitted } from './taking.schemas.ts'

const FINISHED_AT_ONCE = 200

type Refusal = Exclude<Begun['outcome'], 'begun' | 'resumed'> | 'missing' | 'ended' | 'too_late'
const REFUSALS: Record<Refusal, ProblemCode> = {
  not_open: 'round.not_open',
  none_left: 'attempt.none_left',
  removed: 'contest.entry_removed',
  changed: 'round.not_open',
  missing: 'attempt.not_found',
  ended: 'attempt.ended',
  too_late: 'attempt.too_late',
}

/** Begins an attempt, or goes on with the one that is open: however often it is asked, there is one. */
export async function startAttempt(
  ctx: Ctx<Citizen>,
  { slug, number }: { slug: string; number: number },
): Promise<z.input<typeof Paper>> {
  if (ctx.actor.via !== 'zalo') throw new AppError('citizen.zalo_only')
  const memory = roundMemoryOf(ctx.db)
  for (let tries = 2; ; tries -= 1) {
    const held = await memory.find(slug, number)
    if (held === undefined || held.contest.state === 'draft' || held.contest.state === 'reviewed')
      throw new AppError('round.not_found')
    const entrant = await ctx.recorder.entrant(held.contest.id, ctx.actor.id)
    if (entrant === undefined) throw new AppError('contest.entry_missing')
    const begun = await begin(ctx, held, entrant)
    if (begun.outcome === 'begun' || begun.outcome === 'resumed') return toPaper(ctx, held, begun.attempt)
    memory.forget(held.round.id)
    if (begun.outcome !== 'changed' || tries === 0) throw new AppError(REFUSALS[begun.outcome])
  }
}

async function begin(ctx: Ctx<Citizen>, held: HeldRound, entrant: Entrant): Promise<Begun> {
  const { contest, round, settings, opensMs, closesMs, graceMs, blocks } = held
  const own = blocks.get(entrant.blockId)
  if (own === undefined) throw new AppError('round.not_open')
  const id = ctx.newId()
  const nowMs = ctx.steady.now()
  const paper = drawPaper({ seed: contest.drawSeed, attemptId: id, blueprint: own.block.blueprint, pool: own.pool })
  return ctx.recorder.begin({
    ...{ id, roundId: round.id, entryId: entrant.id, nowMs, graceMs, opensMs, closesMs },
    deadlineMs: Math.min(nowMs + settings.minutes * 60_000, closesMs),
    paper: writePaper(paper),
    ...{ roundVersion: round.version, contestVersion: contest.version, most: settings.attemptsPerRound },
    mark: await roundMemoryOf(ctx.db).markOf(held, nowMs),
  })
}

/** My open paper as it was saved, for a phone that was off or another one. */
export async function resumeAttempt(ctx: Ctx<Citizen>, id: string): Promise<z.input<typeof Paper>> {
  const found = await findAttempt(ctx.db, id)
  if (found === undefined || found.citizenId !== ctx.actor.id) throw new AppError('attempt.not_found')
  const { attempt, blockId } = found
  const held = await heldRound(ctx, attempt.roundId)
  if (attempt.state !== 'in_progress') throw new AppError('attempt.ended')
  if (attempt.deadlineMs + held.graceMs < ctx.steady.now()) throw new AppError('attempt.too_late')
  return toPaper(ctx, held, { ...attempt, seq: attempt.sheetSeq, blockId })
}

/** Keeps a sheet, unless a later one is there already: then its number is told. */
export async function saveSheet(
  ctx: Ctx<Taker>,
  id: string,
  { seq, sheet, prediction }: z.output<typeof Sheet>,
): Promise<z.input<typeof Saved>> {
  const { attemptId, roundId, questions } = ctx.actor
  if (id !== attemptId) throw new AppError('attempt.token_refused')
  if (sheet.length !== questions) throw invalid('sheet')
  const { graceMs, settings } = await heldRound(ctx, roundId)
  const saved = await ctx.recorder.save({
    ...{ id, seq, sheet: writeSheet(sheet), nowMs: ctx.steady.now(), graceMs },
    prediction: settings.prediction === 'none' ? null : prediction,
  })
  if (saved.outcome !== 'saved') throw new AppError(REFUSALS[saved.outcome])
  return { seq: saved.seq, savedAt: toIso(saved.savedMs) }
}

/** Hands in what is saved; asked again, it says the same. */
export async function submitPaper(ctx: Ctx<Taker>, id: string): Promise<z.input<typeof Submitted>> {
  const { attemptId, roundId, questions } = ctx.actor
  if (id !== attemptId) throw new AppError('attempt.token_refused')
  const held = await heldRound(ctx, roundId)
  const nowMs = ctx.steady.now()
  const mark = await roundMemoryOf(ctx.db).markOf(held, nowMs)
  const submitted = await ctx.recorder.submit({ id, mark, nowMs, graceMs: held.graceMs })
  if (submitted.outcome !== 'submitted') throw new AppError(REFUSALS[submitted.outcome])
  const { state, submittedMs, sheet, score } = submitted.attempt
  return {
    ...{ state, submittedAt: toIso(submittedMs ?? nowMs), outOf: questions },
    answered: readSheet(sheet).filter((choices) => choices.length > 0).length,
    score: held.settings.tells.afterSubmitting === 'score' ? score : null,
  }
}

/**
 * Closes every paper of a round whose time and grace are over: with what was saved, or as empty. Tells how many.
 * Where the clock was set, nobody knows whose time is over, so nothing is closed.
 */
export async function finishOverdue(ctx: Pick<Ctx, 'db' | 'steady' | 'recorder'>, roundId: string): Promise<number> {
  if (!ctx.steady.isSure()) throw new AppError('contest.clock_jumped')
  const held = await heldRound(ctx, roundId)
  const nowMs = ctx.steady.now()
  const { graceMs } = held
  const mark = await roundMemoryOf(ctx.db).markOf(held, nowMs)
  for (let finished = 0; ; ) {
    const ids = await listOverdue(ctx.db, { roundId, before: nowMs - graceMs, limit: FINISHED_AT_ONCE })
    const closed = await Promise.all(ids.map((id) => ctx.recorder.finish({ id, mark, nowMs, graceMs })))
    finished += closed.filter(Boolean).length
    if (ids.length < FINISHED_AT_ONCE) return finished
  }
}

/** Every minute, in every round that may have open papers. */
export async function finishAllOverdue(ctx: Ctx<System>) {
  if (!ctx.steady.isSure()) return
  for (const roundId of await listRunningRounds(ctx.db)) await finishOverdue(ctx, roundId)
}

async function heldRound(ctx: Pick<Ctx, 'db'>, roundId: string): Promise<HeldRound> {
  const held = await roundMemoryOf(ctx.db).get(roundId)
  if (held === undefined) throw new AppError('attempt.not_found')
  return held
}

type Shown = Pick<
  Standing,
  'id' | 'number' | 'blockId' | 'paper' | 'sheet' | 'seq' | 'prediction' | 'startedMs' | 'deadlineMs'
>

function toPaper(ctx: Ctx<Citizen>, held: HeldRound, attempt: Shown): z.input<typeof Paper> {
  const { id, number, blockId, paper, sheet, seq, prediction, startedMs, deadlineMs } = attempt
  const questions = readPaper(paper).flatMap(({ place, order }) => {
    const question = held.blocks.get(blockId)?.at.get(place)
    if (question === undefined) return []
    const { kind, text, options } = question
    return [{ kind, text, options: order.map((written) => options[written] ?? '') }]
  })
  const nothing = questions.map(() => [])
  return {
    attemptId: id,
    token: paperToken(ctx, { attemptId: id, roundId: held.round.id, deadlineMs, questions: questions.length }),
    ...{ number, questions, prediction: held.settings.prediction, graceSeconds: held.settings.graceSeconds },
    ...{ startedAt: toIso(startedMs), deadlineAt: toIso(deadlineMs), now: toIso(ctx.steady.now()) },
    saved: { seq, sheet: sheet === '' ? nothing : readSheet(sheet), prediction },
  }
}

function toIso(ms: number) {
  return new Date(ms).toISOString()
}

function invalid(field: string) {
  return new AppError('request.invalid', { fields: [{ field, problem: 'invalid' }] })
}
