import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Ctx } from '../ctx.ts'
import { settingsOf } from './contest-settings.rules.ts'
import { type ContestRow, listRounds, type RoundRow } from './contests.queries.ts'
import type { ContestSettings } from './contests.schemas.ts'
import { type Count, type Counted, countWhole, measure } from './counting.usecases.ts'
import { CHAIN_START, findBrokenLink, type ReplayedAttempt, readEvents, replay } from './event-chain.rules.ts'
import { findResult, isWanted, listVersions, type ResultRow } from './making.queries.ts'
import { readMarking } from './marking.queries.ts'
import { countedMarks } from './marking.rules.ts'
import { readPaper, readSheet } from './paper.rules.ts'
import { pickCounted } from './ranking.rules.ts'
import * as queries from './rescore.queries.ts'
import { NO_RESULT } from './result-hash.rules.ts'
import { rankCount } from './result-making.usecases.ts'

export type Rescored = { links: number; attempts: number; results: number; rows: number }
/** The first thing that does not follow from what was written down while it happened. */
export class Disagreement extends Error {}

const LINKS_AT_ONCE = 500
type Replayed = Map<string, ReplayedAttempt>

/**
 * Makes every paper, mark and rank a second time from the chain of events alone, and holds them against what the
 * tables say. Reads, and changes nothing.
 */
export async function rescore(ctx: Pick<Ctx, 'db'>): Promise<Rescored> {
  const { attempts, links } = await replayChain(ctx)
  await compareAttempts(ctx, attempts)
  await compareMarks(ctx)
  const done = { links, attempts: attempts.size, results: 0, rows: 0 }
  for (const contest of await queries.listContestsWithResults(ctx.db)) {
    const rounds = await listRounds(ctx.db, contest.id)
    for (const round of rounds) {
      const result = await findResult(ctx.db, contest.id, round.id)
      if (result === undefined) continue
      done.rows += await compareRound(ctx, { contest, round, result, attempts })
      done.results += 1
    }
    const whole = rounds.length > 1 ? await findResult(ctx.db, contest.id, null) : undefined
    if (whole === undefined || (await isWanted(ctx.db, contest.id, null))) continue
    done.rows += await compareWhole(ctx, { contest, rounds, result: whole })
    done.results += 1
  }
  return done
}

async function replayChain({ db }: Pick<Ctx, 'db'>) {
  const attempts: Replayed = new Map()
  let [hash, seq, links] = [CHAIN_START, 0, 0]
  for (;;) {
    const page = await queries.listLinks(db, { after: seq, limit: LINKS_AT_ONCE })
    const broken = findBrokenLink(page, hash)
    if (broken !== undefined) throw new Disagreement(`event ${broken} was changed, or one before it is missing`)
    for (const link of page) replay(attempts, readEvents(link.events))
    links += page.length
    const last = page.at(-1)
    if (last === undefined) return { attempts, links }
    hash = last.hash
    seq = last.seq
    await nextTurn()
  }
}

const COMPARED = [
  ...(['entryId', 'roundId', 'number', 'paper', 'startedMs', 'deadlineMs'] as const),
  ...(['sheet', 'sheetSeq', 'prediction', 'state', 'submittedMs'] as const),
]

/** Both ways: what happened has its row, and no row stands there that did not happen. */
async function compareAttempts({ db }: Pick<Ctx, 'db'>, attempts: Replayed) {
  let seen = 0
  for (let after = ''; ; ) {
    const page = await queries.listAttempts(db, { after, limit: LINKS_AT_ONCE })
    for (const row of page) {
      const replayed = attempts.get(row.id)
      if (replayed === undefined) throw new Disagreement(`attempt ${row.id} stands in no event`)
      for (const field of COMPARED)
        if (!isSame(field, row[field], replayed[field]))
          throw new Disagreement(`attempt ${row.id}: ${field} is ${row[field]}, by its events ${replayed[field]}`)
    }
    seen += page.length
    after = page.at(-1)?.id ?? after
    if (page.length < LINKS_AT_ONCE) break
    await nextTurn()
  }
  if (seen !== attempts.size) throw new Disagreement(`${attempts.size - seen} attempts of the events are gone`)
}

/** The mark a paper was given when it was handed in, by the keys of that moment and with no question taken out. */
async function compareMarks({ db }: Pick<Ctx, 'db'>) {
  for (const roundId of await queries.listRoundsWithAttempts(db)) {
    const pool = await queries.listKeyHistory(db, roundId)
    for (let after = ''; ; ) {
      const page = await queries.listMarked(db, roundId, { after, limit: LINKS_AT_ONCE })
      for (const { id, blockId, paper, sheet, score, submittedMs } of page) {
        const at = new Date(submittedMs ?? 0).toISOString()
        const given = [at, undefined].map((moment) => marksAt(pool.get(blockId) ?? [], { paper, sheet }, moment))
        if (score !== null && !given.includes(score))
          throw new Disagreement(`attempt ${id}: its score is ${score}, by its events ${given[0]}`)
      }
      after = page.at(-1)?.id ?? after
      if (page.length < LINKS_AT_ONCE) break
      await nextTurn()
    }
  }
}

/** With the keys that stood at a moment; with the newest where none is named, since a paper may be closed later. */
function marksAt(
  pool: readonly (queries.KeyHistory | undefined)[],
  { paper, sheet }: { paper: string; sheet: string },
  moment: string | undefined,
) {
  const marked = pool.map((question) => {
    const keys = question?.keys.filter(({ at }) => moment === undefined || at <= moment) ?? []
    const key = keys.at(-1)?.key ?? question?.keys[0]?.key
    return question && key && { right: { kind: question.kind, key }, isVoid: false }
  })
  return countedMarks(readPaper(paper), readSheet(sheet), marked)
}

/** A sheet on which nothing was ever chosen is written as commas, or not at all. */
function isSame(field: (typeof COMPARED)[number], row: string | number | null, replayed: string | number | null) {
  if (field === 'sheet') return row === replayed || (replayed === '' && String(row).replaceAll(',', '') === '')
  return row === replayed
}

type Round = { contest: ContestRow; round: RoundRow; result: ResultRow; attempts: Replayed }

async function compareRound(ctx: Pick<Ctx, 'db'>, { contest, round, result, attempts }: Round): Promise<number> {
  const settings = settingsOf(contest)
  const count = measure(await countFromEvents(ctx, { round, settings, attempts }), settings.prediction)
  return compareResult(ctx, { contest, result, count, closesAt: round.closesAt })
}

/** Of the rounds' rows, which agree with the events by now. */
async function compareWhole(
  ctx: Pick<Ctx, 'db'>,
  { contest, rounds, result }: { contest: ContestRow; rounds: RoundRow[]; result: ResultRow },
): Promise<number> {
  const made = await Promise.all(rounds.map(({ id }) => findResult(ctx.db, contest.id, id)))
  const count = await countWhole(
    ctx,
    made.flatMap((each) => (each === undefined ? [] : [{ resultId: each.id }])),
  )
  return compareResult(ctx, { contest, result, count, closesAt: rounds.at(-1)?.closesAt ?? '' })
}

async function compareResult(
  ctx: Pick<Ctx, 'db'>,
  { contest, result, count, closesAt }: { contest: ContestRow; result: ResultRow; count: Count; closesAt: string },
): Promise<number> {
  const [settings, { drawSeed }] = [settingsOf(contest), contest]
  const versions = await listVersions(ctx.db, contest.id, result.roundId)
  const before = versions.filter(({ number }) => number < result.number).at(-1)?.hash ?? NO_RESULT
  const name = `${contest.slug}, result ${result.number} of ${result.roundId ?? 'the whole contest'}`
  const stored = await queries.listResultRows(ctx.db, result.id)
  let agreed = 0
  const keep = async (rows: readonly KeptRow[]) => {
    for (const row of rows) requireSame(row, stored.get(row.entryId), name)
    agreed += rows.length
  }
  const made = await rankCount(ctx, { count, settings, drawSeed, before, closesAt, keep })
  if (stored.size !== agreed) throw new Disagreement(`${name}: ${stored.size - agreed} too many`)
  if (made.hash !== result.hash) throw new Disagreement(`${name}: its fingerprint is ${result.hash}, not ${made.hash}`)
  return agreed
}

const KEPT = ['blockId', 'place', 'rank', 'attemptId', 'score', 'distance', 'takenMs', 'draw'] as const
type KeptRow = { entryId: string } & Record<(typeof KEPT)[number], string | number | null>

function requireSame(row: KeptRow, kept: Omit<KeptRow, 'entryId'> | undefined, name: string) {
  if (kept === undefined) throw new Disagreement(`${name}: entry ${row.entryId} is not in it`)
  for (const field of KEPT)
    if (kept[field] !== row[field])
      throw new Disagreement(`${name}: entry ${row.entryId} has ${field} ${kept[field]}, by its events ${row[field]}`)
}

async function countFromEvents(
  { db }: Pick<Ctx, 'db'>,
  { round, settings, attempts }: { round: RoundRow; settings: ContestSettings; attempts: Replayed },
): Promise<Counted[]> {
  const marking = await readMarking(db, round.id)
  const entries = await queries.listCountedEntries(db, round.contestId)
  const byEntry = new Map<string, (ReplayedAttempt & { id: string; score: number; outOf: number })[]>()
  for (const [id, attempt] of attempts) {
    const entry = entries.get(attempt.entryId)
    if (attempt.roundId !== round.id || entry === undefined) continue
    const [paper, sheet] = [readPaper(attempt.paper), readSheet(attempt.sheet)]
    const score = countedMarks(paper, sheet, marking.get(entry.blockId) ?? [])
    const own = byEntry.get(attempt.entryId) ?? []
    byEntry.set(attempt.entryId, [...own, { ...attempt, id, score, outOf: paper.length }])
  }
  return [...byEntry.keys()].toSorted().flatMap((entryId) => {
    const counted = pickCounted(byEntry.get(entryId) ?? [], settings.counts)
    const entry = entries.get(entryId)
    if (counted === undefined || entry === undefined) return []
    const { id: attemptId, score, outOf, prediction, startedMs, submittedMs } = counted
    const at = submittedMs ?? startedMs
    const times = { takenMs: at - startedMs, submittedMs: at }
    return [{ entryId, ...entry, attemptId, score, outOf, prediction, distance: null, ...times }]
  })
}
