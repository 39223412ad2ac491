import type { z } from '@hono/zod-openapi'
import type { Citizen, Ctx } from '../ctx.ts'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { settingsOf } from './contest-settings.rules.ts'
import { type ContestRow, findContestBySlug, listPool, listRounds, type RoundRow } from './contests.queries.ts'
import type { ContestSettings } from './contests.schemas.ts'
import { actualOf } from './counting.usecases.ts'
import { findEntry } from './entries.queries.ts'
import { findResult, listVersions, type ResultRow } from './making.queries.ts'
import { listVoids } from './marking.queries.ts'
import { keptPublicName } from './public-name.ts'
import { isFinal } from './result-making.usecases.ts'
import * as queries from './results.queries.ts'
import type { ContestResults, OwnRank, ResultHead, UnitResults } from './results.schemas.ts'
import { explainRank } from './trail.rules.ts'

const PAGE = 50
/** Until then nobody but staff learns anything that counts people. */
const UNTOLD: ReadonlySet<RoundRow['state']> = new Set(['draft', 'reviewed', 'scheduled', 'open', 'closed'])

export type Shown = {
  contest: ContestRow
  settings: ContestSettings
  rounds: RoundRow[]
  round: RoundRow | null
  result: ResultRow
}
type Which = { round?: number; block?: string }

export async function showResults(
  ctx: Ctx,
  slug: string,
  { cursor, ...which }: Which & { cursor?: string },
): Promise<z.input<typeof ContestResults>> {
  return pageOf(ctx, await openResult(ctx.db, slug, which.round), which.block, cursor)
}

export async function pageOf(
  ctx: Pick<Ctx, 'db' | 'now'>,
  shown: Shown,
  block: string | undefined,
  cursor: string | undefined,
): Promise<z.input<typeof ContestResults>> {
  const { db } = ctx
  const blockId = blockOf(shown.settings, block).id
  const after = cursor === undefined ? 0 : Number(decodeCursor(cursor).sortKey)
  if (!Number.isSafeInteger(after)) throw new AppError('cursor.invalid')
  const rows = await queries.listRows(db, { resultId: shown.result.id, blockId, after, limit: PAGE + 1 })
  const page = rows.slice(0, PAGE)
  const names = await namesOf(ctx, page)
  const last = page.at(-1)
  return {
    result: await headOf(db, shown, block),
    people: await queries.countPeople(db, shown.result.id, blockId),
    items: page.map(({ row, publicName, unitId }) => ({
      ...{ place: row.place, rank: row.rank, publicName: keptPublicName(publicName) },
      ...{ unitName: unitId === null ? null : (names.get(unitId) ?? unitId), ...figuresOf(row) },
    })),
    nextCursor: rows.length > PAGE && last ? encodeCursor(String(last.row.place), last.row.entryId) : null,
  }
}

function figuresOf({ score, outOf, prediction, distance, takenMs, submittedMs, draw }: queries.RowOfResult) {
  return { score, outOf, prediction, distance, takenMs, draw, submittedAt: new Date(submittedMs).toISOString() }
}

export async function namesOf({ db, now }: Pick<Ctx, 'db' | 'now'>, rows: readonly { unitId: string | null }[]) {
  const unitIds = [...new Set(rows.flatMap(({ unitId }) => unitId ?? []))]
  return listUnitNames(db, unitIds, vietnamDate(now()))
}

export async function showUnitResults(
  ctx: Ctx,
  slug: string,
  { round, block }: Which,
): Promise<z.input<typeof UnitResults>> {
  return unitsOf(ctx, await openResult(ctx.db, slug, round), block)
}

export async function unitsOf(
  ctx: Pick<Ctx, 'db' | 'now'>,
  shown: Shown,
  block: string | undefined,
): Promise<z.input<typeof UnitResults>> {
  const units = await queries.listUnits(ctx.db, shown.result.id, blockOf(shown.settings, block).id)
  const names = await namesOf(ctx, units)
  const items = units.map(({ resultId: _, blockId: __, unitId, ...figures }) => ({
    ...{ unit: unitId, unitName: names.get(unitId) ?? unitId },
    ...figures,
  }))
  return { result: await headOf(ctx.db, shown, block), items }
}

/** Why I stand where I stand. */
export async function showOwnRank(ctx: Ctx<Citizen>, slug: string, { round }: Which): Promise<z.input<typeof OwnRank>> {
  const shown = await openResult(ctx.db, slug, round)
  const { settings, result } = shown
  const entry = await findEntry(ctx.db, shown.contest.id, ctx.actor.id)
  if (entry === undefined) throw new AppError('contest.entry_missing')
  const certificate = await queries.findCertificateOf(ctx.db, result.id, entry.id)
  return {
    ...{ round: shown.round?.number ?? null, roundName: shown.round?.name ?? null },
    ...{ state: standingState(result), number: result.number, status: entry.status },
    block: blockOf(settings, entry.blockId),
    standing: await standingOf(ctx, shown, entry.id),
    certificate:
      certificate && !certificate.revokedAt ? { code: certificate.code, issuedAt: certificate.issuedAt } : null,
    complaintsUntil: shown.round?.complaintsUntil ?? null,
  }
}

async function standingOf({ db }: Pick<Ctx, 'db'>, { settings, round, result }: Shown, entryId: string) {
  const own = await queries.findRowOf(db, result.id, entryId)
  if (own === undefined) return null
  const { blockId, rank } = own
  const people = await queries.countPeople(db, result.id, blockId)
  const rowAt = (place: number) => queries.findRowAt(db, { resultId: result.id, blockId, place })
  const trail = await explainRank(own, { tieBreaks: settings.tieBreaks, people, rowAt })
  // Over several rounds there is no one number that was to be foretold.
  const actual = round === null ? null : actualOf(settings.prediction, result)
  return { rank, people, ...trail, ...figuresOf(own), actual }
}

/** A result that may be read: of a round, or of the whole contest; of a contest of one round they are the same. */
export async function openResult(db: Db, slug: string, number: number | undefined): Promise<Shown> {
  const contest = await findContestBySlug(db, slug)
  if (contest === undefined) throw new AppError('contest.not_found')
  const rounds = await listRounds(db, contest.id)
  const round = rounds.length === 1 ? rounds[0] : rounds.find((each) => each.number === number)
  if (number !== undefined && round?.number !== number) throw new AppError('round.not_found')
  const isTold = round === undefined ? rounds.some(({ state }) => !UNTOLD.has(state)) : !UNTOLD.has(round.state)
  const result = isTold ? await findResult(db, contest.id, round?.id ?? null) : undefined
  if (result === undefined) throw new AppError('result.not_published')
  return {
    contest,
    settings: settingsOf(contest),
    rounds,
    round: round ?? null,
    result,
  }
}

export function standingState({ state }: ResultRow) {
  return state === 'official' ? state : 'provisional'
}

export function blockOf({ blocks }: ContestSettings, wanted: string | undefined) {
  const block = wanted === undefined ? blocks[0] : blocks.find(({ id }) => id === wanted)
  if (block === undefined) throw new AppError('request.invalid', { fields: [{ field: 'block', problem: 'unknown' }] })
  return { id: block.id, name: block.name }
}

export async function headOf(db: Db, shown: Shown, block: string | undefined): Promise<z.input<typeof ResultHead>> {
  const { contest, settings, rounds, round, result } = shown
  const versions = await listVersions(db, contest.id, round?.id ?? null)
  const { number, madeAt, reason, entrants, allCorrect, signature, signedAt } = result
  return {
    ...{ slug: contest.slug, contestName: contest.name, round: round?.number ?? null, roundName: round?.name ?? null },
    ...{ state: standingState(result), number, madeAt, reason, entrants, allCorrect, signature, signedAt },
    ...{ complaintsUntil: round?.complaintsUntil ?? null, fingerprint: result.hash },
    ...{ prediction: settings.prediction, tieBreaks: settings.tieBreaks },
    drawSeed: rounds.every(({ state }) => isFinal(state)) ? contest.drawSeed : null,
    ...{ block: blockOf(settings, block), blocks: settings.blocks.map(({ id, name }) => ({ id, name })) },
    notices: (await Promise.all((round === null ? rounds : [round]).map((each) => noticesOf(db, each)))).flat(),
    versions: versions.flatMap(({ number, state, madeAt, reason, hash }) =>
      state === 'wanted' ? [] : [{ number, state, madeAt, reason, fingerprint: hash }],
    ),
  }
}

/** What everybody has to know about the marking, once the round is over. */
async function noticesOf(db: Db, round: RoundRow) {
  if (UNTOLD.has(round.state)) return []
  const texts = new Map((await listPool(db, round.id)).map(({ versionId, text }) => [versionId, text]))
  const voids = (await listVoids(db, round.id)).map(({ versionId, reason, at }) => ({
    text: `Bỏ khỏi việc chấm câu “${texts.get(versionId) ?? ''}”, ai gặp câu này đều được điểm: ${reason}`,
    at,
  }))
  const corrected = (await queries.listCorrections(db, round.id)).map(({ versionId, reason, at }) => ({
    text: `Sửa đáp án câu “${texts.get(versionId) ?? ''}” và chấm lại cho mọi người: ${reason ?? ''}`,
    at,
  }))
  return [...voids, ...corrected].sort((one, other) => (one.at < other.at ? -1 : 1))
}
