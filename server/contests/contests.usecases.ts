import type { z } from '@hono/zod-openapi'
import { listEntries, recordAudit } from '../audit/audit.queries.ts'
import { nameSubjects } from '../audit/subject-names.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { slugFrom } from '../publishing/drafts.rules.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { isUnitOn, listReach, listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { tidyBlueprint } from './blueprint.rules.ts'
import type { NewContest, PresetList, StaffContest, StaffContestList } from './builder.schemas.ts'
import { PRESET_IDS } from './builder.schemas.ts'
import * as building from './building.queries.ts'
import { drawCommitment, EDITABLE, isAnnounced, newDrawSeed, stepsFor } from './contest.rules.ts'
import { type ContestRow, findContest, listContests, listRounds, type RoundRow } from './contests.queries.ts'
import { ContestSettings } from './contests.schemas.ts'
import { blankSettings, PRESETS, settingsOfEarlier, settingsOfPreset } from './presets.rules.ts'

const MOST_HISTORY = 200

export type Opened = { contest: ContestRow; settings: ContestSettings; isOwn: boolean }

export function listPresets(): z.input<typeof PresetList> {
  return {
    items: PRESET_IDS.map((id) => {
      const { title, source, unsaid } = PRESETS[id]
      return { id, title, source, unsaid: [...unsaid] }
    }),
  }
}

/** One's own contests in every state, and those that reach down to one's unit once they are announced. */
export async function listStaffContests(ctx: Ctx<Staff>): Promise<z.input<typeof StaffContestList>> {
  requirePermission(ctx, 'contests.read')
  const rows = await listContests(ctx.db)
  const seen = await whatIsSeen(ctx, rows)
  const shown = rows.filter(({ id }) => seen.has(id))
  const names = await listUnitNames(ctx.db, [...new Set(shown.map(({ unitId }) => unitId))], vietnamDate(ctx.now()))
  const items = await Promise.all(
    shown.map(async (row) => ({
      ...summaryOf(row, await listRounds(ctx.db, row.id)),
      unitName: names.get(row.unitId) ?? row.unitId,
      isOwn: seen.get(row.id) ?? false,
    })),
  )
  return { items, now: ctx.now().toISOString() }
}

/** Each contest the reader may see, and whether it is of their own units. */
async function whatIsSeen(ctx: Ctx<Staff>, rows: readonly ContestRow[]): Promise<Map<string, boolean>> {
  const mine = unitsFor(ctx.actor, 'contests.read')
  const reach = await listReach(ctx.db, [...new Set(rows.map(({ unitId }) => unitId))], vietnamDate(ctx.now()))
  const isBelow = ({ unitId }: ContestRow) => reach.get(unitId)?.some((below) => mine.includes(below)) ?? false
  return new Map(
    rows
      .filter((row) => mine.includes(row.unitId) || (isAnnounced(row.state) && isBelow(row)))
      .map(({ id, unitId }) => [id, mine.includes(unitId)]),
  )
}

/** A contest the reader may see; another's is as if it were not there. */
export async function openContest(ctx: Ctx<Staff>, id: string): Promise<Opened> {
  requirePermission(ctx, 'contests.read')
  const contest = await findContest(ctx.db, id)
  const isOwn = contest && (await whatIsSeen(ctx, [contest])).get(id)
  if (contest === undefined || isOwn === undefined) throw new AppError('contest.not_found')
  return { contest, settings: readSettings(contest), isOwn }
}

/** One that the reader holds the permission for, by the contest's own unit. */
export async function openOwnContest(
  ctx: Ctx<Staff>,
  id: string,
  permission: Parameters<typeof requirePermission>[1],
): Promise<Opened> {
  const opened = await openContest(ctx, id)
  requirePermission(ctx, permission, opened.contest.unitId)
  return opened
}

export function readSettings({ settings }: Pick<ContestRow, 'settings'>): ContestSettings {
  return ContestSettings.parse(JSON.parse(settings))
}

export async function showContest(ctx: Ctx<Staff>, id: string): Promise<z.input<typeof StaffContest>> {
  const { contest, settings, isOwn } = await openContest(ctx, id)
  const rounds = await listRounds(ctx.db, id)
  const today = vietnamDate(ctx.now())
  const authors: string[] = JSON.parse(contest.authors)
  const people = [...authors, ...(contest.reviewedBy === null ? [] : [contest.reviewedBy])]
  const subjects = people.map((subjectId) => ({ subjectKind: 'staff', subjectId }))
  const names = await nameSubjects(ctx.db, subjects, today)
  const nameOf = (staffId: string) => names.get(`staff ${staffId}`) ?? ''
  const units = await listUnitNames(ctx.db, [contest.unitId], today)
  const { unitId, state } = contest
  return {
    ...summaryOf(contest, rounds),
    unitName: units.get(unitId) ?? unitId,
    isOwn,
    version: contest.version,
    settings,
    authors: authors.map(nameOf),
    reviewedBy: contest.reviewedBy && nameOf(contest.reviewedBy),
    drawCommitment: isAnnounced(state) ? drawCommitment(contest.drawSeed) : null,
    mayEdit: EDITABLE.has(state) && holds(ctx.actor, 'contests.manage', unitId),
    steps: stepsFor(ctx.actor, { unitId, state, authors, rounds }),
    history: isOwn ? await readHistory(ctx, contest) : [],
    now: ctx.now().toISOString(),
  }
}

async function readHistory(ctx: Ctx<Staff>, { id, unitId }: ContestRow) {
  const rows = await listEntries(ctx.db, {
    unitIds: [unitId],
    subjectKind: 'contest',
    subjectId: id,
    limit: MOST_HISTORY,
  })
  return rows.map(({ id, at, actorName, action, remark }) => ({ id, at, actorName, action, remark }))
}

function summaryOf(contest: ContestRow, rounds: readonly RoundRow[]) {
  const { id, slug, name, unitId, state, updatedAt } = contest
  const planned = readSettings(contest).rounds.map((round, at) => ({
    ...round,
    ...{ number: at + 1, state, complaintsUntil: null },
  }))
  const running = rounds.map(({ number, name, opensAt, closesAt, state, complaintsUntil }) => ({
    ...{ number, name, opensAt, closesAt, state, complaintsUntil },
  }))
  return { id, slug, name, unitId, state, updatedAt, rounds: rounds.length > 0 ? running : planned }
}

export async function createContest(
  ctx: Ctx<Staff>,
  wish: z.output<typeof NewContest>,
): Promise<z.input<typeof StaffContest>> {
  const { unitId, name, from } = wish
  requirePermission(ctx, 'contests.manage', unitId)
  if (!(await isUnitOn(ctx.db, unitId, vietnamDate(ctx.now()))))
    throw new AppError('request.invalid', { fields: [{ field: 'unitId', problem: 'unknown' }] })
  const settings = await settingsFrom(ctx, wish)
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    await building.insertContest(tx, {
      ...{ id, unitId, name, state: 'draft', settings: JSON.stringify(settings), drawSeed: newDrawSeed() },
      ...{ authors: JSON.stringify([ctx.actor.id]), reviewedBy: null, createdAt: at, updatedAt: at, version: 1 },
      slug: await freeSlug(tx, name),
    })
    await recordAudit(tx, ctx, {
      action: 'contest.create',
      subject: { kind: 'contest', id },
      unitId,
      after: { name, from },
    })
  })
  return showContest(ctx, id)
}

async function settingsFrom(ctx: Ctx<Staff>, wish: z.output<typeof NewContest>): Promise<ContestSettings> {
  const { from } = wish
  if (from.kind === 'blank') return blankSettings(wish)
  if (from.kind === 'preset') return settingsOfPreset(from.preset, wish)
  return settingsOfEarlier((await openContest(ctx, from.contestId)).settings, wish)
}

async function freeSlug(db: Db, name: string, own?: string): Promise<string> {
  const wanted = slugFrom(name)
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (slug === own || !(await building.isSlugTaken(db, slug))) return slug
  }
}

/** Whoever writes in it cannot review it, and what was reviewed is reviewed again. */
export async function editContest(
  ctx: Ctx<Staff>,
  { id, version }: { id: string; version: number },
  written: ContestSettings,
): Promise<z.input<typeof StaffContest>> {
  const { contest, settings: before } = await openOwnContest(ctx, id, 'contests.manage')
  if (!EDITABLE.has(contest.state)) throw new AppError('contest.wrong_state', { state: contest.state })
  const blocks = written.blocks.map((block) => ({ ...block, blueprint: tidyBlueprint(block.blueprint) }))
  const settings = { ...written, blocks }
  const authors = [...new Set([...(JSON.parse(contest.authors) as string[]), ctx.actor.id])]
  await ctx.write(async (tx) => {
    const { name } = settings
    const slug = name === contest.name ? contest.slug : await freeSlug(tx, name, contest.slug)
    const changed = await building.changeContest(
      tx,
      { id, version, states: [...EDITABLE] },
      {
        ...{ name, slug, settings: JSON.stringify(settings), authors: JSON.stringify(authors) },
        ...{ state: 'draft', reviewedBy: null, updatedAt: ctx.now().toISOString() },
      },
    )
    if (changed === undefined) throw new AppError('contest.changed_meanwhile')
    await recordAudit(tx, ctx, {
      action: 'contest.edit',
      subject: { kind: 'contest', id },
      unitId: contest.unitId,
      ...whatChanged(before, settings),
    })
  })
  return showContest(ctx, id)
}

function whatChanged(before: ContestSettings, after: ContestSettings) {
  const keys = Object.keys(after).filter((key): key is keyof ContestSettings => key in before)
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const only = (settings: ContestSettings) => Object.fromEntries(changed.map((key) => [key, settings[key]]))
  return { before: only(before), after: only(after) }
}
