import type { z } from '@hono/zod-openapi'
import type { Citizen, Ctx } from '../ctx.ts'
import type { Db, Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { createFloodLimit } from '../http/flood-limit.ts'
import { recordConsent } from '../privacy/consents.queries.ts'
import { isUnitOn, listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { ageBandOf, ageOn, mayEnter } from './age.rules.ts'
import { type ContestRow, findContestBySlug, listRounds } from './contests.queries.ts'
import { type Block, ContestSettings, type EntryStatus } from './contests.schemas.ts'
import * as queries from './entries.queries.ts'
import { codeMarks } from './member.ts'
import { publicNameOf } from './public-name.ts'
import type { Entry, NewEntry } from './taking.schemas.ts'

const WINDOW_MS = 10 * 60_000
const limits = new WeakMap<Db, ReturnType<typeof createFloodLimit>>()

/** What a code says of the person: their unit, whether they are on the committee, and its mark. */
type Known = { unitId: string | null; isOrganiser: boolean; codeMark: string | null }

/** Enters a contest, once; asked again with the same answers, it says the same. */
export async function enterContest(
  ctx: Ctx<Citizen>,
  slug: string,
  wish: z.output<typeof NewEntry>,
): Promise<z.input<typeof Entry>> {
  if (ctx.actor.via !== 'zalo') throw new AppError('citizen.zalo_only')
  const contest = await findAnnounced(ctx.db, slug)
  const before = await queries.findEntry(ctx.db, contest.id, ctx.actor.id)
  if (before) return sameEntry(ctx, before, wish)
  const settings = ContestSettings.parse(JSON.parse(contest.settings))
  const block = settings.blocks.find(({ id }) => id === wish.blockId)
  if (block === undefined) throw invalid('blockId')
  await refuseWhenOver(ctx, contest)
  const age = ageOn(wish.bornOn, vietnamDate(ctx.now()))
  if (!mayEnter(block, age)) throw new AppError('contest.age_refused', { minAge: block.minAge, maxAge: block.maxAge })
  const known = await readCode(ctx, contest, block, wish)
  const unitId = known.unitId ?? wish.unitId
  if (unitId === null ? block.needsUnit : !(await isUnitOn(ctx.db, unitId, vietnamDate(ctx.now()))))
    throw invalid('unitId')
  const ageBand = ageBandOf(age)
  const showsName = ageBand === 'adult' && wish.showsName && settings.names === 'whole'
  const unitName = await unitNameOf(ctx, unitId)
  const person = ageBand === 'adult' ? { ageBand, showsName } : { ageBand }
  const id = ctx.newId()
  const row: Omit<queries.EntryRow, 'status' | 'consentId'> = {
    ...{ id, contestId: contest.id, citizenId: ctx.actor.id, blockId: block.id, unitId, ageBand },
    ...{ guardianAgreedAt: null, guardianTokenHash: null, guardianExpiresAt: null, codeMark: known.codeMark },
    nameSealed: ctx.sealing.seal({ table: 'contest_entries', column: 'name_sealed', rowId: id }, wish.name),
    publicName: publicNameOf(person, { name: wish.name, unitName }),
    createdAt: ctx.now().toISOString(),
  }
  const entry = await ctx.write(async (tx) => {
    const said = { textVersion: wish.consentVersion, isGuardian: false }
    const consentId = await recordConsent(tx, ctx, { purpose: 'contest.taking', ...said })
    if (showsName) await recordConsent(tx, ctx, { purpose: 'contest.naming', ...said })
    const whole = { ...row, consentId, status: await statusOf(tx, contest.id, known) }
    return (await queries.insertEntry(tx, whole)) ? whole : undefined
  })
  if (entry) return toEntry(entry, unitName)
  const other = await queries.findEntry(ctx.db, contest.id, ctx.actor.id)
  if (other === undefined) throw new AppError('contest.already_entered')
  return sameEntry(ctx, other, wish)
}

export async function showEntry(ctx: Ctx<Citizen>, slug: string): Promise<z.input<typeof Entry>> {
  const contest = await findAnnounced(ctx.db, slug)
  const entry = await queries.findEntry(ctx.db, contest.id, ctx.actor.id)
  if (entry === undefined) throw new AppError('contest.entry_missing')
  return toEntry(entry, await unitNameOf(ctx, entry.unitId))
}

/** One that people hear of; what staff are still building does not exist for them. */
export async function findAnnounced(db: Db, slug: string): Promise<ContestRow> {
  const contest = await findContestBySlug(db, slug)
  if (contest === undefined || contest.state === 'draft' || contest.state === 'reviewed')
    throw new AppError('contest.not_found')
  return contest
}

export function toEntry(entry: queries.EntryRow, unitName: string | null): z.input<typeof Entry> {
  const { blockId, unitId, status, ageBand, publicName, guardianAgreedAt } = entry
  const guardian = ageBand !== 'under_16' ? 'not_needed' : guardianAgreedAt === null ? 'waiting' : 'agreed'
  return { blockId, unitId, unitName, status, ageBand, publicName, guardian }
}

export async function unitNameOf(ctx: Pick<Ctx, 'db' | 'now'>, unitId: string | null) {
  if (unitId === null) return null
  return (await listUnitNames(ctx.db, [unitId], vietnamDate(ctx.now()))).get(unitId) ?? null
}

async function sameEntry(ctx: Ctx, entry: queries.EntryRow, wish: z.output<typeof NewEntry>) {
  const isSame = entry.blockId === wish.blockId && (wish.unitId === null || entry.unitId === wish.unitId)
  if (!isSame) throw new AppError('contest.already_entered')
  return toEntry(entry, await unitNameOf(ctx, entry.unitId))
}

async function refuseWhenOver(ctx: Ctx, contest: ContestRow) {
  const now = ctx.steady.now()
  const rounds = await listRounds(ctx.db, contest.id)
  const isOn = rounds.some(
    ({ state, closesAt }) => (state === 'scheduled' || state === 'open') && Date.parse(closesAt) > now,
  )
  if (!isOn) throw new AppError('contest.entry_closed')
}

async function readCode(
  ctx: Ctx<Citizen>,
  contest: ContestRow,
  block: Block,
  { code, unitId }: z.output<typeof NewEntry>,
): Promise<Known> {
  if (code === null) {
    if (block.needsCode) throw invalid('code')
    return { unitId: null, isOrganiser: false, codeMark: null }
  }
  const limit = limits.get(ctx.db) ?? createFloodLimit({ most: 10, windowMs: WINDOW_MS })
  limits.set(ctx.db, limit)
  const retryAfterSeconds = limit.take(ctx.actor.id, ctx.now().getTime())
  if (retryAfterSeconds > 0) throw new AppError('contest.too_many_codes', { retryAfterSeconds })
  const marks = codeMarks(ctx, contest.id, code)
  const member = await queries.findMember(ctx.db, { contestId: contest.id, codeMarks: marks })
  const fits =
    member && (member.isOrganiser || member.blockId === block.id) && (unitId ?? member.unitId) === member.unitId
  if (fits) return { unitId: member.unitId, isOrganiser: member.isOrganiser, codeMark: member.codeMark }
  if (member || block.needsCode) throw new AppError('contest.code_unknown')
  return { unitId: null, isOrganiser: false, codeMark: marks[0] ?? null }
}

/** Who comes second with a code waits for staff; who is on the committee may try a paper and is never ranked. */
async function statusOf(tx: Tx, contestId: string, { isOrganiser, codeMark }: Known): Promise<EntryStatus> {
  if (codeMark !== null && (await queries.isCodeTaken(tx, { contestId, codeMark }))) return 'held'
  return isOrganiser ? 'practice' : 'counted'
}

function invalid(field: string) {
  return new AppError('request.invalid', { fields: [{ field, problem: 'unknown' }] })
}
