import type { z } from '@hono/zod-openapi'
import { listEntries, recordAudit } from '../audit/audit.queries.ts'
import { nameSubjects } from '../audit/subject-names.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { slugFrom } from '../publishing/drafts.rules.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { isUnitOn, listUnitNames } from '../units/units.queries.ts'
import * as queries from './campaigns.queries.ts'
import { findProblems, MOVES, stepsFor, todayOf } from './campaigns.rules.ts'
import type {
  CampaignPlan,
  CampaignStep,
  CampaignStepSaid,
  NewCampaign,
  StaffCampaign,
  StaffCampaignList,
} from './planning.schemas.ts'
import { listSendsOf } from './sends.queries.ts'
import { summaryOfSend } from './sends.rules.ts'

const MOST_HISTORY = 100
type CampaignRow = queries.CampaignRow

export async function listStaffCampaigns(ctx: Ctx<Staff>): Promise<z.input<typeof StaffCampaignList>> {
  requirePermission(ctx, 'campaigns.read')
  const rows = await queries.listCampaigns(ctx.db, unitsFor(ctx.actor, 'campaigns.read'))
  const names = await listUnitNames(ctx.db, [...new Set(rows.map(({ unitId }) => unitId))], todayOf(ctx))
  return { items: rows.map((row) => summaryOf(row, names)) }
}

function summaryOf(row: CampaignRow, names: Map<string, string>) {
  const { id, slug, name, unitId, state, startsOn, endsOn, updatedAt } = row
  return { id, slug, name, unitId, unitName: names.get(unitId) ?? unitId, state, startsOn, endsOn, updatedAt }
}

/** A campaign of the reader's units; another's is as if it were not there. */
export async function openCampaign(ctx: Ctx<Staff>, id: string): Promise<CampaignRow> {
  requirePermission(ctx, 'campaigns.read')
  const row = await queries.findCampaign(ctx.db, id)
  if (row === undefined || !holds(ctx.actor, 'campaigns.read', row.unitId)) throw new AppError('campaign.not_found')
  return row
}

export async function showStaffCampaign(ctx: Ctx<Staff>, id: string): Promise<z.input<typeof StaffCampaign>> {
  const row = await openCampaign(ctx, id)
  const plan = await readPlan(ctx.db, row)
  const problems = await problemsOf(ctx.db, plan)
  const authors = readList(row.authors)
  const named = [...authors, ...(row.approvedBy === null ? [] : [row.approvedBy])]
  const people = await nameStaff(ctx, named)
  return {
    ...summaryOf(row, await listUnitNames(ctx.db, [row.unitId], todayOf(ctx))),
    version: row.version,
    plan,
    authors: authors.map(people),
    approvedBy: row.approvedBy && people(row.approvedBy),
    problems,
    mayEdit: row.state === 'draft' && holds(ctx.actor, 'campaigns.write', row.unitId),
    maySend: row.state !== 'ended' && holds(ctx.actor, 'campaigns.write', row.unitId),
    steps: stepsFor(ctx.actor, { ...row, authors, isComplete: problems.length === 0 }),
    sends: (await listSendsOf(ctx.db, id)).map(summaryOfSend),
    history: await readHistory(ctx, { subjectKind: 'campaign', subjectId: id, unitId: row.unitId }),
  }
}

export async function nameStaff(ctx: Pick<Ctx, 'db' | 'now'>, ids: string[]): Promise<(id: string) => string> {
  const subjects = ids.map((subjectId) => ({ subjectKind: 'staff', subjectId }))
  const names = await nameSubjects(ctx.db, subjects, todayOf(ctx))
  return (id) => names.get(`staff ${id}`) ?? ''
}

export async function readHistory(
  ctx: Pick<Ctx, 'db'>,
  { subjectKind, subjectId, unitId }: { subjectKind: string; subjectId: string; unitId: string },
) {
  const rows = await listEntries(ctx.db, { unitIds: [unitId], subjectKind, subjectId, limit: MOST_HISTORY })
  return rows.map(({ id, at, actorName, action, remark }) => ({ id, at, actorName, action, remark }))
}

export function readList(json: string): string[] {
  return JSON.parse(json)
}

async function readPlan(db: Db, row: CampaignRow): Promise<CampaignPlan> {
  const { name, goals, startsOn, endsOn, audiences, unitIds, sources } = row
  const pieces = await queries.listPieces(db, [row.id])
  return {
    ...{ name, goals, startsOn, endsOn },
    audiences: JSON.parse(audiences),
    unitIds: readList(unitIds),
    sources: JSON.parse(sources),
    pieces: pieces.map(({ campaignId: _, ...piece }) => piece),
  }
}

async function problemsOf(db: Db, plan: CampaignPlan) {
  const references = plan.pieces.flatMap(({ reference }) => reference ?? [])
  return findProblems(plan, await queries.listOpenReferences(db, references))
}

export async function createCampaign(
  ctx: Ctx<Staff>,
  { unitId, name, startsOn, endsOn }: z.output<typeof NewCampaign>,
): Promise<z.input<typeof StaffCampaign>> {
  requirePermission(ctx, 'campaigns.write', unitId)
  if (!(await isUnitOn(ctx.db, unitId, todayOf(ctx))))
    throw new AppError('request.invalid', { fields: [{ field: 'unitId', problem: 'unknown' }] })
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    await queries.insertCampaign(tx, {
      ...{ id, unitId, name, startsOn, endsOn, state: 'draft', goals: '', approvedBy: null, version: 1 },
      ...{ audiences: '[]', unitIds: '[]', sources: '[]', authors: JSON.stringify([ctx.actor.id]) },
      ...{ slug: await freeSlug(tx, name), createdAt: at, updatedAt: at },
    })
    await recordAudit(tx, ctx, {
      action: 'campaign.create',
      subject: { kind: 'campaign', id },
      unitId,
      after: { name, startsOn, endsOn },
    })
  })
  return showStaffCampaign(ctx, id)
}

/** `current` names the list of those that run. */
async function freeSlug(db: Db, name: string, own?: string): Promise<string> {
  const wanted = slugFrom(name)
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (slug === own || (slug !== 'current' && !(await queries.isSlugTaken(db, slug)))) return slug
  }
}

/** Whoever writes in it cannot approve it. */
export async function editCampaign(
  ctx: Ctx<Staff>,
  { id, version }: { id: string; version: number },
  plan: CampaignPlan,
): Promise<z.input<typeof StaffCampaign>> {
  const row = await openCampaign(ctx, id)
  requirePermission(ctx, 'campaigns.write', row.unitId)
  const before = await readPlan(ctx.db, row)
  const { name, goals, startsOn, endsOn, audiences, unitIds, sources } = plan
  const known = new Set(before.pieces.map((piece) => piece.id))
  const pieces = plan.pieces.map((piece) => ({
    ...piece,
    campaignId: id,
    id: piece.id !== null && known.has(piece.id) ? piece.id : ctx.newId(),
  }))
  await ctx.write(async (tx) => {
    const changed = await queries.changeCampaign(
      tx,
      { id, version, states: ['draft'] },
      {
        ...{ name, goals, startsOn, endsOn, updatedAt: ctx.now().toISOString() },
        slug: name === row.name ? row.slug : await freeSlug(tx, name, row.slug),
        audiences: JSON.stringify(audiences),
        unitIds: JSON.stringify(unitIds),
        sources: JSON.stringify(sources),
        authors: JSON.stringify([...new Set([...readList(row.authors), ctx.actor.id])]),
      },
    )
    if (changed === undefined) throw whyRefused(await queries.findCampaign(tx, id), ['draft'])
    await queries.replacePieces(tx, id, pieces)
    await recordAudit(tx, ctx, {
      action: 'campaign.edit',
      subject: { kind: 'campaign', id },
      unitId: row.unitId,
      before,
      after: plan,
    })
  })
  return showStaffCampaign(ctx, id)
}

/** Approved by another, which shows it to everybody; opened again, which hides it; ended before its time. */
export async function takeCampaignStep(
  ctx: Ctx<Staff>,
  { id, step, version }: { id: string; step: CampaignStep; version: number },
  { remark }: z.output<typeof CampaignStepSaid>,
): Promise<z.input<typeof StaffCampaign>> {
  const row = await openCampaign(ctx, id)
  const { from, to, needs, byAnother, complete, says } = MOVES[step]
  requirePermission(ctx, needs, row.unitId)
  if (!from.includes(row.state)) throw new AppError('campaign.wrong_state', { state: row.state })
  if (byAnother && readList(row.authors).includes(ctx.actor.id)) throw new AppError('campaign.own_work')
  if (says && remark === undefined) throw new AppError('campaign.step_says_more', { field: 'remark' })
  await ctx.write(async (tx) => {
    const problems = complete ? await problemsOf(tx, await readPlan(tx, row)) : []
    if (problems.length > 0) throw new AppError('campaign.not_ready', { problems })
    const approvedBy = step === 'approve' ? ctx.actor.id : step === 'reopen' ? null : row.approvedBy
    const change = { state: to, approvedBy, updatedAt: ctx.now().toISOString() }
    const changed = await queries.changeCampaign(tx, { id, version, states: from }, change)
    if (changed === undefined) throw whyRefused(await queries.findCampaign(tx, id), from)
    await recordAudit(tx, ctx, {
      action: `campaign.${step}`,
      subject: { kind: 'campaign', id },
      unitId: row.unitId,
      before: { state: row.state },
      after: { state: to },
      remark,
    })
  })
  return showStaffCampaign(ctx, id)
}

/** Nothing was changed: either it is no longer where it was, or somebody was quicker. */
function whyRefused(now: CampaignRow | undefined, from: readonly CampaignRow['state'][]) {
  return now !== undefined && !from.includes(now.state)
    ? new AppError('campaign.wrong_state', { state: now.state })
    : new AppError('campaign.changed_meanwhile')
}
