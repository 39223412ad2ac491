import type { Citizen, Ctx } from '../ctx.ts'
import { readTimetable } from '../feedback/report-time.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import { countedFrom, workingMsBetween } from '../working-time/working-time.rules.ts'
import type { HANDOFF_REASONS } from './conversations.schemas.ts'
import * as queries from './handoff.queries.ts'
import { expectedWait } from './handoff.rules.ts'
import type { Asked } from './handoff.words.ts'

/** How far back waits tell what to expect now. */
const WAITS_DAYS = 30
const DAY_MS = 86_400_000
/** A mark given later than this is about nothing anybody remembers. */
const RATING_DAYS = 2

/** Puts somebody in the queue; asking again tells where they stand. */
export async function askForOfficer(
  ctx: Ctx<Citizen>,
  { reason = 'asked' }: { reason?: (typeof HANDOFF_REASONS)[number] } = {},
): Promise<Asked> {
  const personId = ctx.actor.sessionId
  const handoff = await ctx.write(async (tx) => {
    const open = await queries.findOpenHandoff(tx, personId)
    if (open !== undefined) return open
    await queries.setMode(tx, personId, 'queued')
    return queries.insertHandoff(tx, ctx, { personId, reason, state: 'waiting' })
  })
  const isWaiting = handoff.state === 'waiting'
  return {
    ticket: handoff.ticket,
    place: isWaiting ? (await queries.countAhead(ctx.db, handoff)) + 1 : null,
    ...(await readOffice(ctx)),
    waitMinutes: await expectWait(ctx),
  }
}

/** Leaves the queue; tells whether there was anything to leave. */
export async function cancelAsking(ctx: Ctx<Citizen>): Promise<{ wasWaiting: boolean }> {
  const personId = ctx.actor.sessionId
  const open = await queries.findOpenHandoff(ctx.db, personId)
  if (open?.state !== 'waiting') return { wasWaiting: false }
  return ctx.write(async (tx) => {
    const change = { state: 'cancelled', endedAt: ctx.now().toISOString() } as const
    const cancelled = await queries.changeHandoff(tx, { ...open, states: ['waiting'] }, change)
    if (cancelled !== undefined) await queries.setMode(tx, personId, 'bot')
    return { wasWaiting: cancelled !== undefined }
  })
}

/** A mark from 1 to 5 for the officer's help that has just ended; the last one told counts. */
export async function rateOfficer(ctx: Ctx<Citizen>, rating: number): Promise<{ wasRated: boolean }> {
  const ended = await queries.findLastEnded(ctx.db, ctx.actor.sessionId)
  const oldest = new Date(ctx.now().getTime() - RATING_DAYS * DAY_MS).toISOString()
  if (ended === undefined || (ended.endedAt ?? '') < oldest) return { wasRated: false }
  const rated = await ctx.write((tx) => queries.changeHandoff(tx, { ...ended, states: ['ended'] }, { rating }))
  return { wasRated: rated !== undefined }
}

/** Whether those who answer are at work, and when they next are: the hours of the unit above all others. */
export async function readOffice(ctx: Pick<Ctx, 'db' | 'now'>) {
  const now = ctx.now().toISOString()
  const timetable = await readTimetable(ctx.db, { unitId: ROOT_UNIT_ID, from: now })
  const opensAt = countedFrom(timetable, now).at
  return { isOpen: opensAt === now, opensAt }
}

async function expectWait(ctx: Pick<Ctx, 'db' | 'now'>) {
  const now = ctx.now()
  const since = new Date(now.getTime() - WAITS_DAYS * DAY_MS).toISOString()
  const timetable = await readTimetable(ctx.db, { unitId: ROOT_UNIT_ID, from: now.toISOString() })
  const waits = await queries.listWaits(ctx.db, since)
  return expectedWait(waits.map(({ askedAt, claimedAt }) => workingMsBetween(timetable, askedAt, claimedAt)))
}
