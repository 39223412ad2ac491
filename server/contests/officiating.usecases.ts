import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import type { Permission } from '../staff/permissions.ts'
import { CERTIFICATES_JOB } from './certificates.schemas.ts'
import { countWaiting } from './complaints.queries.ts'
import { settingsOf } from './contest-settings.rules.ts'
import {
  type ContestRow,
  findContest,
  findRound,
  listPool,
  listRounds,
  moveRound,
  type RoundRow,
} from './contests.queries.ts'
import { findResult, isWanted, signResult, wantResult } from './making.queries.ts'
import * as queries from './officiating.queries.ts'
import { isFinal, isSignedByUs, signatureOf } from './result-making.usecases.ts'
import { countPeople } from './results.queries.ts'
import {
  type CorrectKey,
  RESULTS_JOB,
  type ResultBoard,
  type RoundResultState,
  type VoidQuestion,
} from './results.schemas.ts'
import { standingState } from './results.usecases.ts'

const DAY_MS = 86_400_000
/** Over: whoever has a paper of it has handed it in. */
const HAS_ENDED: ReadonlySet<RoundRow['state']> = new Set(['closed', 'provisional', 'complaints', 'official'])

/** How each round of a contest stands. */
export async function showResultBoard(ctx: Ctx<Staff>, contestId: string): Promise<z.input<typeof ResultBoard>> {
  const contest = await openContest(ctx, contestId, 'contests.read')
  const rounds = await listRounds(ctx.db, contest.id)
  const asked = rounds.length === 1 ? rounds : [...rounds, null]
  const items = await Promise.all(asked.map((round) => stateOf(ctx, contest, round)))
  return { contestId: contest.id, contestName: contest.name, items }
}

async function stateOf(
  ctx: Ctx<Staff>,
  contest: ContestRow,
  round: RoundRow | null,
): Promise<z.input<typeof RoundResultState>> {
  const { db } = ctx
  const result = await findResult(db, contest.id, round?.id ?? null)
  const { blocks } = settingsOf(contest)
  const counts = await Promise.all(blocks.map(({ id }) => (result ? countPeople(db, result.id, id) : 0)))
  return {
    ...{ round: round?.number ?? null, name: round?.name ?? 'Cả hội thi', roundState: round?.state ?? null },
    ...{ complaintsUntil: round?.complaintsUntil ?? null, version: round?.version ?? contest.version },
    waitingComplaints: round === null ? 0 : await countWaiting(db, round.id),
    isBeingMade: await isWanted(db, contest.id, round?.id ?? null),
    result: result
      ? {
          ...{ number: result.number, state: standingState(result), madeAt: result.madeAt, reason: result.reason },
          ...{ entrants: result.entrants, allCorrect: result.allCorrect, fingerprint: result.hash },
          people: counts.reduce((sum, many) => sum + many, 0),
          isSignatureGood: result.signature === null ? null : isSignedByUs(ctx, result),
        }
      : null,
  }
}

/** From now on the provisional result may be disputed, for as many days as the rules say. */
export async function openComplaints(ctx: Ctx<Staff>, contestId: string, number: number) {
  const { contest, round } = await openRound(ctx, { contestId, number, permission: 'contests.manage' })
  const until = new Date(ctx.now().getTime() + settingsOf(contest).complaintDays * DAY_MS).toISOString()
  await ctx.write(async (tx) => {
    await queries.setComplaintsUntil(tx, round.id, until)
    await step(tx, round, 'provisional', 'complaints')
    await audit(tx, ctx, contest, round, { action: 'contest.open_complaints', after: { until } })
  })
  return showResultBoard(ctx, contestId)
}

/** Signs the result that stands. What is found out later makes another one, with its reason; this one is kept. */
export async function makeOfficial(ctx: Ctx<Staff>, contestId: string, number: number) {
  const { contest, round } = await openRound(ctx, { contestId, number, permission: 'contests.officiate' })
  const result = await findResult(ctx.db, contest.id, round.id)
  if (result === undefined) throw new AppError('result.not_made')
  if (await isWanted(ctx.db, contest.id, round.id)) throw new AppError('result.being_made')
  if (round.complaintsUntil !== null && round.complaintsUntil > ctx.now().toISOString())
    throw new AppError('complaint.window_open', { until: round.complaintsUntil })
  if ((await countWaiting(ctx.db, round.id)) > 0) throw new AppError('complaint.waiting')
  const [signedAt, signature] = [ctx.now().toISOString(), signatureOf(ctx, result)]
  await ctx.write(async (tx) => {
    const signed = await signResult(tx, { id: result.id, signature, signedBy: ctx.actor.id, signedAt })
    if (signed === undefined) throw new AppError('result.being_made')
    await step(tx, round, 'complaints', 'official')
    const after = { number: result.number, hash: result.hash }
    await audit(tx, ctx, contest, round, { action: 'contest.make_official', after })
    const rounds = await listRounds(tx, contest.id)
    if (rounds.length > 1 && rounds.every(({ state }) => isFinal(state))) await want(tx, ctx, contest.id, null, null)
  })
  ctx.clock().start(RESULTS_JOB)
  ctx.clock().start(CERTIFICATES_JOB)
  return showResultBoard(ctx, contestId)
}

/** Ranks everybody again, from what stands in the database now. */
export async function recompute(ctx: Ctx<Staff>, contestId: string, number: number, reason: string) {
  const { contest, round } = await openRound(ctx, { contestId, number, permission: 'contests.officiate' })
  requireEnded(round)
  await ctx.write(async (tx) => {
    await want(tx, ctx, contest.id, round.id, reason)
    await audit(tx, ctx, contest, round, { action: 'contest.recompute', remark: reason })
  })
  ctx.clock().start(RESULTS_JOB)
  return showResultBoard(ctx, contestId)
}

/** Takes a question out of the marking: whoever has it gets its mark, and everybody may read why. */
export async function voidQuestion(
  ctx: Ctx<Staff>,
  { contestId, number, versionId, reason }: { contestId: string; number: number } & z.output<typeof VoidQuestion>,
) {
  const { contest, round } = await openRound(ctx, { contestId, number, permission: 'contests.officiate' })
  requireEnded(round)
  if (!(await queries.isInPool(ctx.db, round.id, versionId))) throw new AppError('question.not_in_round')
  const at = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    const made = await queries.insertVoid(tx, { roundId: round.id, versionId, reason, by: ctx.actor.id, at })
    if (made === undefined) throw new AppError('question.void_already')
    await want(tx, ctx, contest.id, round.id, reason)
    await audit(tx, ctx, contest, round, { action: 'contest.void_question', after: { versionId }, remark: reason })
  })
  ctx.clock().start(RESULTS_JOB)
  return showResultBoard(ctx, contestId)
}

/** Puts another key in place of a wrong one; every round that has the question and is over is ranked again. */
export async function correctKey(
  ctx: Ctx<Staff>,
  wish: { contestId: string; number: number } & z.output<typeof CorrectKey>,
) {
  const { contestId, number, versionId, key, explanation, reason } = wish
  const { contest, round } = await openRound(ctx, { contestId, number, permission: 'contests.officiate' })
  requireEnded(round)
  const question = (await listPool(ctx.db, round.id)).find((each) => each.versionId === versionId)
  if (question === undefined) throw new AppError('question.not_in_round')
  const isOne = question.kind === 'single' || question.kind === 'true_false'
  const isWhole = question.kind !== 'ordering' || key.length === question.options.length
  const isKey = new Set(key).size === key.length && key.every((place) => place < question.options.length)
  if (!isKey || !isWhole || (isOne && key.length !== 1))
    throw new AppError('request.invalid', { fields: [{ field: 'key', problem: 'unknown' }] })
  const at = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    await queries.insertKey(tx, { versionId, key, explanation, reason, by: ctx.actor.id, at })
    for (const other of await queries.listRoundsWith(tx, versionId))
      if (HAS_ENDED.has(other.state)) await want(tx, ctx, other.contestId, other.id, reason)
    await audit(tx, ctx, contest, round, { action: 'contest.correct_key', after: { versionId, key }, remark: reason })
  })
  ctx.clock().start(RESULTS_JOB)
  return showResultBoard(ctx, contestId)
}

async function want(tx: Tx, ctx: Ctx<Staff>, contestId: string, roundId: string | null, reason: string | null) {
  const wanted = { contestId, roundId, reason, by: ctx.actor.id, at: ctx.now().toISOString() }
  await wantResult(tx, { ...wanted, id: ctx.newId() })
}

async function step(tx: Tx, round: RoundRow, from: RoundRow['state'], to: RoundRow['state']) {
  const moved = await moveRound(tx, round.id, from, to)
  if (moved === undefined) throw new AppError('round.wrong_state', { state: round.state })
}

async function audit(
  tx: Tx,
  ctx: Ctx<Staff>,
  contest: ContestRow,
  round: RoundRow | null,
  { action, after, remark }: { action: string; after?: object; remark?: string },
) {
  const subject = { kind: 'contest', id: contest.id }
  const told = { round: round?.number ?? null, ...after }
  await recordAudit(tx, ctx, { action, subject, unitId: contest.unitId, after: told, remark })
}

function requireEnded({ state }: RoundRow) {
  if (!HAS_ENDED.has(state)) throw new AppError('round.wrong_state', { state })
}

/** Whoever alone has written a contest does not say who has won it. */
function requireAnother({ actor }: Ctx<Staff>, { authors }: ContestRow) {
  const writers: string[] = JSON.parse(authors)
  if (writers.length === 1 && writers[0] === actor.id) throw new AppError('result.own_contest')
}

async function openRound(
  ctx: Ctx<Staff>,
  { contestId, number, permission }: { contestId: string; number: number; permission: Permission },
) {
  const contest = await openContest(ctx, contestId, permission)
  if (permission === 'contests.officiate') requireAnother(ctx, contest)
  const round = await findRound(ctx.db, contest.id, number)
  if (round === undefined) throw new AppError('round.not_found')
  return { contest, round }
}

export async function openContest(ctx: Ctx<Staff>, contestId: string, permission: Permission): Promise<ContestRow> {
  requirePermission(ctx, permission)
  const contest = await findContest(ctx.db, contestId)
  if (contest === undefined) throw new AppError('contest.not_found')
  requirePermission(ctx, permission, contest.unitId)
  return contest
}
