import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Citizen, Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { enqueueMessage } from '../outbox/outbox.queries.ts'
import { OUTBOX_JOB } from '../outbox/outbox.schemas.ts'
import * as queries from './complaints.queries.ts'
import type {
  ComplaintAnswer,
  ComplaintList,
  ComplaintRow,
  ComplaintsQuery,
  OwnComplaints,
} from './complaints.schemas.ts'
import { findContest, findContestBySlug, findRound, listRounds } from './contests.queries.ts'
import { findEntry } from './entries.queries.ts'
import { openContest } from './officiating.usecases.ts'
import { keptPublicName } from './public-name.ts'
import { namesOf } from './results.usecases.ts'

const PAGE = 50

async function openOwn(ctx: Ctx<Citizen>, slug: string) {
  const contest = await findContestBySlug(ctx.db, slug)
  if (contest === undefined) throw new AppError('contest.not_found')
  const entry = await findEntry(ctx.db, contest.id, ctx.actor.id)
  if (entry === undefined) throw new AppError('contest.entry_missing')
  return { contest, entry }
}

/** Disputes a round's provisional result; the next word is the office's. */
export async function complain(ctx: Ctx<Citizen>, slug: string, number: number, text: string) {
  const { contest, entry } = await openOwn(ctx, slug)
  const round = await findRound(ctx.db, contest.id, number)
  if (round === undefined) throw new AppError('round.not_found')
  const wanted = { id: ctx.newId(), roundId: round.id, entryId: entry.id, text, at: ctx.now().toISOString() }
  await ctx.write(async (tx) => {
    if ((await queries.insertComplaint(tx, wanted)) !== undefined) return
    const isWaiting = await queries.isWaiting(tx, round.id, entry.id)
    throw new AppError(isWaiting ? 'complaint.waiting' : 'complaint.not_open')
  })
  return listOwnComplaints(ctx, slug)
}

export async function listOwnComplaints(ctx: Ctx<Citizen>, slug: string): Promise<z.input<typeof OwnComplaints>> {
  const { contest, entry } = await openOwn(ctx, slug)
  const rows = await queries.listComplaintsOf(ctx.db, entry.id)
  const waiting = new Set(rows.filter(({ complaint }) => complaint.state === 'waiting').map(({ round }) => round))
  const now = ctx.now().toISOString()
  return {
    items: rows.map(({ round, complaint: { text, state, answer, createdAt, answeredAt } }) => ({
      ...{ round, text, state, answer, createdAt, answeredAt },
    })),
    open: (await listRounds(ctx.db, contest.id)).flatMap(({ number, state, complaintsUntil: until }) =>
      state === 'complaints' && until !== null && until > now && !waiting.has(number) ? [{ round: number, until }] : [],
    ),
  }
}

type Listed = Awaited<ReturnType<typeof queries.listComplaints>>[number]

export async function listComplaints(
  ctx: Ctx<Staff>,
  contestId: string,
  { round, state, cursor }: z.output<typeof ComplaintsQuery>,
): Promise<z.input<typeof ComplaintList>> {
  await openContest(ctx, contestId, 'contests.manage')
  const wish = { contestId, round, state, after: cursor ?? '', limit: PAGE + 1 }
  const rows = await queries.listComplaints(ctx.db, wish)
  const page = rows.slice(0, PAGE)
  const names = await namesOf(ctx, page)
  return {
    items: page.map((row) => toRow(row, names)),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.complaint.id ?? null) : null,
  }
}

function toRow(
  { complaint, round, publicName, unitId }: Listed,
  names: Map<string, string>,
): z.input<typeof ComplaintRow> {
  const { id, text, state, answer, createdAt, answeredAt, version } = complaint
  const unitName = unitId === null ? null : (names.get(unitId) ?? unitId)
  return {
    id,
    round,
    publicName: keptPublicName(publicName),
    unitName,
    text,
    state,
    answer,
    createdAt,
    answeredAt,
    version,
  }
}

/** Answers once; whoever disputed finds it in their inbox. */
export async function answerComplaint(
  ctx: Ctx<Staff>,
  { id, version, outcome, text }: { id: string; version: number } & z.output<typeof ComplaintAnswer>,
): Promise<z.input<typeof ComplaintRow>> {
  const found = await queries.findComplaint(ctx.db, id)
  const contest = found && (await findContest(ctx.db, found.contestId))
  if (found === undefined || contest === undefined) throw new AppError('complaint.not_found')
  await openContest(ctx, contest.id, 'contests.manage')
  const answer = { state: outcome, answer: text, answeredBy: ctx.actor.id, answeredAt: ctx.now().toISOString() }
  const complaint = await ctx.write(async (tx) => {
    const answered = await queries.answerComplaint(tx, { id, version }, answer)
    if (answered === undefined) throw new AppError('complaint.answered_already')
    await recordAudit(tx, ctx, {
      action: 'contest.answer_complaint',
      subject: { kind: 'contest', id: contest.id },
      unitId: contest.unitId,
      after: { round: found.round, outcome },
    })
    if (found.citizenId !== null)
      await enqueueMessage(tx, ctx, {
        dedupeKey: `complaint_answered ${id}`,
        citizenId: found.citizenId,
        template: 'complaint_answered',
        params: { slug: contest.slug, name: contest.name },
      })
    return answered
  })
  ctx.clock().start(OUTBOX_JOB)
  return toRow({ ...found, complaint }, await namesOf(ctx, [found]))
}
