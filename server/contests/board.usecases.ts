import type { z } from '@hono/zod-openapi'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { holds, requirePermission } from '../staff/access.rules.ts'
import { listReach, listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { listShares, listTakingPart } from './board.queries.ts'
import type { BoardQuery, MissingPeople, ParticipationBoard } from './board.schemas.ts'
import { AUDIENCES_OF } from './check.usecases.ts'
import { listRounds, type RoundRow } from './contests.queries.ts'
import { openContest } from './contests.usecases.ts'
import { openPerson } from './member.ts'

type Query = z.output<typeof BoardQuery>

/** How far each unit has come in a round, live and without scores. */
export async function showBoard(
  ctx: Ctx<Staff>,
  id: string,
  query: Query,
): Promise<z.input<typeof ParticipationBoard>> {
  const { contest, settings } = await openContest(ctx, id)
  const round = await openRound(ctx, id, query)
  const today = vietnamDate(ctx.now())
  const lastDay = vietnamDate(new Date(round.closesAt))
  const onDate = lastDay < today ? lastDay : today
  const reach = await listReach(ctx.db, [contest.unitId], onDate)
  const unitIds = reach.get(contest.unitId) ?? [contest.unitId]
  const blocks = settings.blocks.map(({ id, headcount }) => ({
    id,
    audiences: headcount === null ? [] : AUDIENCES_OF[headcount],
  }))
  const shares = await countNow(ctx, { contestId: id, roundId: round.id, unitIds, blocks, onDate })
  const names = await listUnitNames(ctx.db, [...new Set(shares.map(({ unitId }) => unitId))], onDate)
  const items = shares.map(({ unitId, blockId, headcount, takenPart }) => {
    const isMine = holds(ctx.actor, 'contests.members', unitId)
    return {
      ...{ unitId, unitName: names.get(unitId) ?? unitId, blockId, rate: rateOf(takenPart, headcount) },
      ...(isMine ? { headcount, takenPart } : { headcount: null, takenPart: null }),
    }
  })
  return { round: round.number, countedOn: onDate, items, now: ctx.now().toISOString() }
}

type Shares = ReturnType<typeof listShares>
const KEPT_MS = 5_000
const kept = new WeakMap<Ctx['db'], Map<string, { at: number; shares: Shares }>>()

/** A thousand heads may look at once: all units are counted at most every five seconds. */
function countNow({ db, now }: Ctx<Staff>, wish: Parameters<typeof listShares>[1]): Shares {
  const at = now().getTime()
  const ours = kept.get(db) ?? new Map<string, { at: number; shares: Shares }>()
  kept.set(db, ours)
  const known = ours.get(wish.roundId)
  if (known && Math.abs(at - known.at) < KEPT_MS) return known.shares
  const shares = listShares(db, wish)
  ours.set(wish.roundId, { at, shares })
  shares.catch(() => ours.delete(wish.roundId))
  return shares
}

/** To a tenth of a percent. */
function rateOf(takenPart: number, headcount: number | null) {
  return headcount === null || headcount === 0 ? null : Math.round((takenPart / headcount) * 1000) / 1000
}

async function openRound(ctx: Ctx<Staff>, contestId: string, { round: number }: Query): Promise<RoundRow> {
  const rounds = await listRounds(ctx.db, contestId)
  if (rounds.length === 0) throw new AppError('contest.wrong_state')
  const begun = rounds.filter(({ state }) => state !== 'scheduled')
  const found = number === undefined ? (begun.at(-1) ?? rounds[0]) : rounds.find((each) => each.number === number)
  if (found === undefined) throw new AppError('contest.round_not_found')
  return found
}

/** For the head of a unit: who of the unit's list has not taken part yet. */
export async function listMissing(
  ctx: Ctx<Staff>,
  { id, unitId }: { id: string; unitId: string },
  query: Query,
): Promise<z.input<typeof MissingPeople>> {
  await openContest(ctx, id)
  requirePermission(ctx, 'contests.members', unitId)
  const round = await openRound(ctx, id, query)
  const listed = await listTakingPart(ctx.db, { contestId: id, unitId, roundId: round.id })
  const names = await listUnitNames(ctx.db, [unitId], vietnamDate(ctx.now()))
  const missing = listed.filter(({ hasTakenPart }) => !hasTakenPart)
  const items = missing
    .map((row) => ({ ...openPerson(ctx, row), blockId: row.blockId }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
  return {
    ...{ round: round.number, unitName: names.get(unitId) ?? unitId },
    ...{ listed: listed.length, takenPart: listed.length - missing.length, items },
  }
}
