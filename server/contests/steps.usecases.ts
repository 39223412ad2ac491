import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import type { ContestStep, ContestStepSaid, LaterClosing, StaffContest } from './builder.schemas.ts'
import * as building from './building.queries.ts'
import { type BlockCandidates, lookAt } from './check.usecases.ts'
import { MOVES, mayTake, newDrawSeed } from './contest.rules.ts'
import { type ContestRow, findContest, listRounds, moveRound } from './contests.queries.ts'
import type { ContestSettings } from './contests.schemas.ts'
import { type Opened, openContest, openOwnContest, showContest } from './contests.usecases.ts'
import { deleteMembers } from './members.queries.ts'
import { splitPool } from './pool.rules.ts'

type Taken = { id: string; step: ContestStep; version: number }

/** One step of a contest's life: reviewed by another, announced with its questions frozen, taken back, put away. */
export async function takeContestStep(
  ctx: Ctx<Staff>,
  { id, step, version }: Taken,
  { remark }: z.output<typeof ContestStepSaid>,
): Promise<z.input<typeof StaffContest>> {
  const opened = await openContest(ctx, id)
  const { contest } = opened
  requirePermission(ctx, MOVES[step].needs, contest.unitId)
  await checkStep(ctx, step, opened, remark)
  await ctx.write(async (tx) => {
    const { from, to } = MOVES[step]
    const move = {
      state: to,
      updatedAt: ctx.now().toISOString(),
      ...(await changeOf({ ...ctx, db: tx }, step, opened)),
    }
    const changed = await building.changeContest(tx, { id, version, states: from }, move)
    if (changed === undefined) throw await whyRefused(tx, step, id)
    await carryOut(tx, ctx, step, opened)
    await recordAudit(tx, ctx, {
      action: `contest.${step}`,
      subject: { kind: 'contest', id },
      unitId: contest.unitId,
      before: { state: contest.state },
      after: { state: to },
      remark,
    })
  })
  ctx.contentChanged()
  return showContest(ctx, id)
}

async function checkStep(ctx: Ctx<Staff>, step: ContestStep, { contest, settings }: Opened, remark?: string) {
  const { byAnother, complete, says } = MOVES[step]
  const authors: string[] = JSON.parse(contest.authors)
  if (!mayTake(step, { state: contest.state, rounds: await listRounds(ctx.db, contest.id) }))
    throw new AppError('contest.wrong_state', { state: contest.state })
  if (byAnother && authors.includes(ctx.actor.id)) throw new AppError('contest.own_work')
  if (says === 'remark' && remark === undefined) throw new AppError('contest.step_says_more', { field: 'remark' })
  if (complete) await requireNothingStops(ctx, contest, settings)
}

async function requireNothingStops(ctx: Pick<Ctx, 'db' | 'now'>, { unitId }: ContestRow, settings: ContestSettings) {
  const { problems, candidates } = await lookAt(ctx, unitId, settings)
  const stopping = problems.filter(({ weight }) => weight === 'stops')
  if (stopping.length > 0) throw new AppError('contest.not_ready', { problems: stopping })
  return candidates
}

async function changeOf({ actor }: Pick<Ctx<Staff>, 'actor' | 'db'>, step: ContestStep, { contest }: Opened) {
  if (step === 'review') return { reviewedBy: actor.id }
  if (step === 'return') return { reviewedBy: null }
  // What was announced of the old seed is void, so that the next announcement is a new one.
  if (step === 'unschedule') return { reviewedBy: null, drawSeed: newDrawSeed() }
  return { name: contest.name }
}

async function carryOut(tx: Tx, ctx: Ctx<Staff>, step: ContestStep, { contest, settings }: Opened) {
  if (step === 'schedule') {
    // Asked again inside the write, so that what is frozen is what was found good.
    const candidates = await requireNothingStops({ ...ctx, db: tx }, contest, settings)
    await freeze(tx, ctx, { contest, settings }, candidates)
  }
  if (step === 'unschedule') {
    const rounds = await listRounds(tx, contest.id)
    if (rounds.some(({ state }) => state !== 'scheduled')) throw new AppError('contest.wrong_state')
    await building.deleteRounds(tx, contest.id)
  }
  if (step === 'archive') {
    for (const round of await listRounds(tx, contest.id)) await moveRound(tx, round.id, 'official', 'archived')
    await deleteMembers(tx, { contestId: contest.id })
  }
}

async function freeze(
  tx: Tx,
  { newId }: Pick<Ctx, 'newId'>,
  { contest, settings }: Pick<Opened, 'contest' | 'settings'>,
  candidates: BlockCandidates,
) {
  const rounds = settings.rounds.map((round, at) => ({
    ...round,
    ...{ id: newId(), contestId: contest.id, number: at + 1, state: 'scheduled' as const, version: 1 },
  }))
  await building.insertRounds(tx, rounds)
  const rows = settings.blocks.flatMap(({ id: blockId, blueprint }) =>
    splitPool(settings, blueprint, candidates.get(blockId) ?? []).pools.flatMap((pool, at) => {
      const roundId = rounds[at]?.id ?? ''
      return pool.map(({ versionId }, place) => ({ roundId, blockId, place, versionId }))
    }),
  )
  await building.insertPool(tx, rows)
}

/** Nothing was changed: either somebody was quicker, or the contest is no longer where it was. */
async function whyRefused(tx: Tx, step: ContestStep, id: string) {
  const now = await findContest(tx, id)
  const isElsewhere = now !== undefined && !MOVES[step].from.includes(now.state)
  return isElsewhere
    ? new AppError('contest.wrong_state', { state: now.state })
    : new AppError('contest.changed_meanwhile')
}

/** After the announcement the one thing that may change: a round closes later, for a reason that is kept. */
export async function closeLater(
  ctx: Ctx<Staff>,
  { id, number, version }: { id: string; number: number; version: number },
  { closesAt: wished, reason }: z.output<typeof LaterClosing>,
): Promise<z.input<typeof StaffContest>> {
  const { contest, settings } = await openOwnContest(ctx, id, 'contests.manage')
  const closesAt = new Date(wished).toISOString()
  const rounds = await listRounds(ctx.db, id)
  const [round, next] = [number, number + 1].map((each) => rounds.find((row) => row.number === each))
  if (round === undefined) throw new AppError('contest.round_not_found')
  if (next !== undefined && closesAt > next.opensAt) throw new AppError('contest.only_later', { until: next.opensAt })
  await ctx.write(async (tx) => {
    const told = {
      ...settings,
      rounds: settings.rounds.map((each, at) => (at + 1 === number ? { ...each, closesAt } : each)),
    }
    const change = { settings: JSON.stringify(told), updatedAt: ctx.now().toISOString() }
    const states = ['scheduled', 'open', 'closed', 'provisional', 'complaints', 'official'] as const
    if ((await building.changeContest(tx, { id, version, states }, change)) === undefined)
      throw new AppError('contest.changed_meanwhile')
    if ((await building.putClosingOff(tx, { contestId: id, number, closesAt })) === undefined)
      throw new AppError('contest.only_later', { from: round.closesAt })
    await recordAudit(tx, ctx, {
      action: 'contest.close_later',
      subject: { kind: 'contest', id },
      unitId: contest.unitId,
      before: { round: number, closesAt: round.closesAt },
      after: { round: number, closesAt },
      remark: reason,
    })
  })
  ctx.contentChanged()
  return showContest(ctx, id)
}
