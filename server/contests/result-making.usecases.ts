import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Ctx, System } from '../ctx.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { finishOverdue } from './attempts.usecases.ts'
import { CERTIFICATES_JOB } from './certificates.schemas.ts'
import { settingsOf } from './contest-settings.rules.ts'
import { findContest, listRounds, moveRound, type RoundRow } from './contests.queries.ts'
import type { Block, ContestSettings } from './contests.schemas.ts'
import { findLastSeq, listHeadcounts } from './counting.queries.ts'
import { type Count, type Counted, countRound, countWhole } from './counting.usecases.ts'
import * as queries from './making.queries.ts'
import { groupByScore, type Placed, rankEqualScores } from './ranking.rules.ts'
import { NO_RESULT, startResultHash } from './result-hash.rules.ts'
import { rankUnits, type UnitFigures } from './unit-ranking.rules.ts'

/** In one write; other people's writes go between two of them. */
const ROWS_AT_ONCE = 500

/** Reckons what is waiting: rounds that have closed, results somebody asked for, and the whole contests they are of. */
export async function makeResults(ctx: Ctx<System>, stopping: AbortSignal) {
  await wantClosedRounds(ctx)
  const tried = new Set<string>()
  for (;;) {
    const next = (await queries.listWanted(ctx.db)).find(({ id }) => !tried.has(id))
    if (next === undefined || stopping.aborted) return
    tried.add(next.id)
    await makeResult(ctx, next)
    ctx.clock().start(CERTIFICATES_JOB)
  }
}

async function wantClosedRounds(ctx: Ctx<System>) {
  const now = ctx.now()
  for (const round of await queries.listClosedRounds(ctx.db, now.toISOString())) {
    const contest = await findContest(ctx.db, round.contestId)
    if (contest === undefined) continue
    const { graceSeconds } = settingsOf(contest)
    if (Date.parse(round.closesAt) + graceSeconds * 1_000 >= now.getTime()) continue
    await finishOverdue(ctx, round.id)
    const wanted = { contestId: contest.id, roundId: round.id, at: now.toISOString(), by: null, reason: null }
    await ctx.write((tx) => queries.wantResult(tx, { ...wanted, id: ctx.newId() }))
  }
}

async function makeResult(ctx: Ctx<System>, wanted: queries.ResultRow) {
  const contest = await findContest(ctx.db, wanted.contestId)
  if (contest === undefined) return
  const settings = settingsOf(contest)
  const rounds = await listRounds(ctx.db, contest.id)
  await ctx.write(async (tx) => {
    await queries.beginReckoning(tx, wanted.id)
    await queries.deleteRows(tx, wanted.id)
  })
  const keep = (rows: queries.NewRow[]) => ctx.write((tx) => queries.insertRows(tx, wanted.id, rows))
  const reckoned = await reckon(ctx, { settings, rounds, drawSeed: contest.drawSeed, wanted, keep })
  await ctx.write((tx) => queries.insertUnits(tx, wanted.id, reckoned.units))
  await finish(ctx, { wanted, rounds, reckoned })
}

type Reckoned = Awaited<ReturnType<typeof reckon>>

/** Everything a result says, from what the database holds now. */
async function reckon(
  ctx: Pick<Ctx, 'db'>,
  {
    settings,
    rounds,
    drawSeed,
    wanted,
    keep,
  }: { settings: ContestSettings; rounds: RoundRow[]; drawSeed: string; wanted: queries.ResultRow; keep: KeepRows },
) {
  const lastSeq = await findLastSeq(ctx.db)
  const { count, closesAt } = await countFor(ctx, { settings, rounds, wanted })
  const versions = await queries.listVersions(ctx.db, wanted.contestId, wanted.roundId)
  const before = versions.filter(({ number }) => number < wanted.number).at(-1)?.hash ?? NO_RESULT
  return { ...(await rankCount(ctx, { count, settings, drawSeed, before, closesAt, keep })), lastSeq }
}

async function countFor(
  ctx: Pick<Ctx, 'db'>,
  { settings, rounds, wanted }: { settings: ContestSettings; rounds: RoundRow[]; wanted: queries.ResultRow },
): Promise<{ count: Count; closesAt: string }> {
  const round = rounds.find(({ id }) => id === wanted.roundId)
  if (round !== undefined) return { count: await countRound(ctx, round, settings), closesAt: round.closesAt }
  const results = await Promise.all(rounds.map(({ id }) => queries.findResult(ctx.db, wanted.contestId, id)))
  const made = results.flatMap((result) => (result === undefined ? [] : [{ resultId: result.id }]))
  return { count: await countWhole(ctx, made), closesAt: rounds.at(-1)?.closesAt ?? '' }
}

/** Is given the rows of a result in their order, some hundreds at a time, so that they are never all held at once. */
type KeepRows = (rows: Placed<Counted>[]) => Promise<void>

/** Places people and units, block by block, and seals the order with a hash. */
export async function rankCount(
  ctx: Pick<Ctx, 'db'>,
  {
    count,
    settings,
    drawSeed,
    before,
    closesAt,
    keep,
  }: {
    count: Count
    settings: ContestSettings
    drawSeed: string
    before: string
    closesAt: string
    keep: KeepRows
  },
) {
  const { entrants, allCorrect } = count
  const hash = startResultHash({ before, entrants, allCorrect })
  const units: queries.NewUnit[] = []
  for (const block of settings.blocks) {
    const people = count.people.filter(({ blockId }) => blockId === block.id)
    let placed = 0
    for (const group of groupByScore(people)) {
      const rows = rankEqualScores(group, { tieBreaks: settings.tieBreaks, drawSeed }, placed)
      placed += rows.length
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
        const some = rows.slice(at, at + ROWS_AT_ONCE)
        for (const row of some) hash.addRow(row)
        await keep(some)
        await nextTurn()
      }
    }
    for (const unit of rankUnits(await figuresOf(ctx, block, people, closesAt), settings.units)) {
      hash.addUnit(block.id, unit)
      units.push({ ...unit, blockId: block.id })
    }
  }
  return { units, hash: hash.end(), entrants, allCorrect }
}

/** By the headcount that held on the day the round closed. */
async function figuresOf({ db }: Pick<Ctx, 'db'>, block: Block, people: Counted[], closesAt: string) {
  const { headcount } = block
  if (headcount === null) return []
  const figures = new Map<string, UnitFigures>()
  for (const { unitId, score, outOf } of people) {
    if (unitId === null) continue
    const unit = figures.get(unitId) ?? { unitId, headcount: null, participants: 0, shares: 0 }
    unit.participants += 1
    unit.shares += outOf === 0 ? 0 : score / outOf
    figures.set(unitId, unit)
  }
  const audiences = headcount === 'official_and_teacher' ? ['official', 'teacher'] : [headcount]
  for (const [unitId, audience, many] of await listHeadcounts(
    db,
    [...figures.keys()],
    vietnamDate(new Date(closesAt)),
  )) {
    const unit = figures.get(unitId)
    if (unit !== undefined && audiences.includes(audience)) unit.headcount = (unit.headcount ?? 0) + many
  }
  return [...figures.values()]
}

/** What was official stays so under another number, signed for whoever asked for it. */
async function finish(
  ctx: Ctx<System>,
  { wanted, rounds, reckoned }: { wanted: queries.ResultRow; rounds: RoundRow[]; reckoned: Reckoned },
) {
  const { hash, entrants, allCorrect, lastSeq } = reckoned
  const madeAt = ctx.now().toISOString()
  const concerned = rounds.filter(({ id }) => wanted.roundId === null || wanted.roundId === id)
  const isOfficial = wanted.madeBy !== null && concerned.every(({ state }) => isFinal(state))
  const signed = isOfficial
    ? { state: 'official' as const, signature: signatureOf(ctx, { id: wanted.id, hash }), signedBy: wanted.madeBy }
    : { state: 'provisional' as const, signature: null, signedBy: null }
  await ctx.write(async (tx) => {
    const { id, contestId, roundId } = wanted
    const made = { ...signed, signedAt: isOfficial ? madeAt : null, entrants, allCorrect, hash, lastSeq, madeAt }
    const finished = await queries.finishResult(tx, { id, contestId, roundId, ...made })
    if (finished === undefined || roundId === null) return
    await moveRound(tx, roundId, 'closed', 'provisional')
    if (rounds.length === 1) return
    const { madeBy: by, reason } = wanted
    await queries.wantResult(tx, { id: ctx.newId(), contestId, roundId: null, at: madeAt, by, reason })
  })
}

export function isFinal(state: RoundRow['state']) {
  return state === 'official' || state === 'archived'
}

/** Nobody who holds the database alone can sign another order of people. */
export function signatureOf({ sealing }: Pick<Ctx, 'sealing'>, { id, hash }: { id: string; hash: string }) {
  return sealing.index('contest_result', `${id} ${hash}`)
}

export function isSignedByUs(
  { sealing }: Pick<Ctx, 'sealing'>,
  { id, hash, signature }: { id: string; hash: string; signature: string | null },
) {
  return signature !== null && sealing.indexes('contest_result', `${id} ${hash}`).includes(signature)
}
