import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { readSpreadsheet } from '../spreadsheets/read-spreadsheet.ts'
import { writeSpreadsheet, XLSX } from '../spreadsheets/write-spreadsheet.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { listReach, listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { isAtLeast } from './contest.rules.ts'
import { type Opened, openContest, openOwnContest } from './contests.usecases.ts'
import { setPractice } from './held.queries.ts'
import { codeMark, openPerson, sealPerson, tidyCode } from './member.ts'
import { type ListedPerson, MEMBER_COLUMNS, mistake, readMemberSheet } from './member-sheet.rules.ts'
import * as queries from './members.queries.ts'
import type { MemberList, MemberReport, OrganiserMark } from './members.schemas.ts'

type List = { id: string; unitId: string }

/** The people a unit has told, for whoever looks after that unit's list. */
export async function listMembers(ctx: Ctx<Staff>, { id, unitId }: List): Promise<z.input<typeof MemberList>> {
  await openList(ctx, { id, unitId })
  const rows = await queries.listMembers(ctx.db, { contestId: id, unitId })
  const names = await listUnitNames(ctx.db, [unitId], vietnamDate(ctx.now()))
  const items = rows
    .map((row) => ({ id: row.id, blockId: row.blockId, isOrganiser: row.isOrganiser, ...openPerson(ctx, row) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
  return { unitId, unitName: names.get(unitId) ?? unitId, items }
}

/** A contest that reaches the unit, and somebody who looks after the unit's list. */
async function openList(ctx: Ctx<Staff>, { id, unitId }: List): Promise<Opened> {
  const opened = await openContest(ctx, id)
  requirePermission(ctx, 'contests.members', unitId)
  const reach = await listReach(ctx.db, [opened.contest.unitId], vietnamDate(ctx.now()))
  if (!reach.get(opened.contest.unitId)?.includes(unitId)) throw new AppError('contest.not_found')
  return opened
}

function requireOpenLists({ contest }: Opened) {
  if (isAtLeast(contest.state, 'closed')) throw new AppError('contest.wrong_state', { state: contest.state })
}

export async function memberTemplate(ctx: Ctx<Staff>, id: string) {
  const { settings } = await openContest(ctx, id)
  const columns = Object.values(MEMBER_COLUMNS).map(({ title, width }) => ({ title, width }))
  const rows = settings.blocks.map(({ name }) => [null, null, name])
  const bytes = await writeSpreadsheet({ sheet: 'Danh sách', columns, rows: settings.blocks.length > 1 ? rows : [] })
  return { bytes, type: XLSX, fileName: 'mau-danh-sach-du-thi.xlsx' }
}

/** Tells what a unit's new list would change; without `isDryRun` it takes the old one's place whole, or nothing does. */
export async function uploadMembers(
  ctx: Ctx<Staff>,
  { id, unitId, isDryRun }: List & { isDryRun: boolean },
  bytes: Buffer,
): Promise<MemberReport> {
  const opened = await openList(ctx, { id, unitId })
  requireOpenLists(opened)
  const { people, errors } = readMemberSheet(await readSpreadsheet(bytes), opened.settings.blocks)
  const planned = await planList(ctx, ctx.db, { id, unitId }, people)
  const report = { ...planned.counts, errors: [...errors, ...planned.errors].sort((a, b) => a.row - b.row) }
  if (isDryRun) return { ...report, applied: false }
  if (report.errors.length > 0) throw new AppError('contest.members_refused', { errors: report.errors })
  await ctx.write(async (tx) => {
    const { rows, counts, errors } = await planList(ctx, tx, { id, unitId }, people)
    if (errors.length > 0) throw new AppError('contest.members_refused', { errors })
    await queries.deleteMembers(tx, { contestId: id, unitId })
    await queries.insertMembers(tx, rows)
    await recordAudit(tx, ctx, {
      action: 'contest.members_upload',
      subject: { kind: 'contest', id },
      unitId,
      after: { unit: unitId, ...counts },
    })
  })
  return { ...report, applied: true }
}

/** Somebody who was on the list before keeps the committee's mark; nobody is on two units' lists. */
async function planList(ctx: Ctx<Staff>, db: Db, { id, unitId }: List, people: readonly ListedPerson[]) {
  const marked = people.map((person) => ({ ...person, mark: codeMark(ctx, id, person.code) }))
  const known = new Map(
    (
      await queries.findMembers(
        db,
        id,
        marked.map(({ mark }) => mark),
      )
    ).map((row) => [row.codeMark, row]),
  )
  const before = await queries.listMembers(db, { contestId: id, unitId })
  const seen = new Set<string>()
  const errors = marked.flatMap(({ row, mark }) => {
    const isTwice = seen.has(mark)
    seen.add(mark)
    if (isTwice) return [mistake(row, 'code', 'duplicate')]
    const other = known.get(mark)
    return other !== undefined && other.unitId !== unitId ? [mistake(row, 'code', 'of_another_unit')] : []
  })
  const rows = marked.map(({ name, code, blockId, mark }) => {
    const memberId = ctx.newId()
    return {
      ...{ id: memberId, contestId: id, unitId, blockId, codeMark: mark },
      sealed: sealPerson(ctx, memberId, { name, code: tidyCode(code) }),
      isOrganiser: known.get(mark)?.isOrganiser ?? false,
      addedAt: ctx.now().toISOString(),
    }
  })
  const stays = before.filter(({ codeMark }) => seen.has(codeMark)).length
  return { rows, errors, counts: { adds: seen.size - stays, stays, leaves: before.length - stays } }
}

export async function dropMembers(ctx: Ctx<Staff>, { id, unitId }: List) {
  requireOpenLists(await openList(ctx, { id, unitId }))
  const deleted = await ctx.write(async (tx) => {
    const count = await queries.deleteMembers(tx, { contestId: id, unitId })
    await recordAudit(tx, ctx, {
      action: 'contest.members_delete',
      subject: { kind: 'contest', id },
      unitId,
      after: { unit: unitId, leaves: count },
    })
    return count
  })
  return { deleted }
}

/** On the committee: may try a paper and is never ranked. Said by the organiser's office, not by the unit. */
export async function markOrganiser(
  ctx: Ctx<Staff>,
  { id, memberId }: { id: string; memberId: string },
  { isOrganiser }: z.output<typeof OrganiserMark>,
) {
  const opened = await openOwnContest(ctx, id, 'contests.manage')
  requireOpenLists(opened)
  const { contest } = opened
  return ctx.write(async (tx) => {
    const row = await queries.markOrganiser(tx, { contestId: id, id: memberId }, isOrganiser)
    if (row === undefined) throw new AppError('contest.member_not_found')
    await setPractice(tx, { contestId: id, codeMark: row.codeMark, isOrganiser })
    await recordAudit(tx, ctx, {
      action: 'contest.organiser',
      subject: { kind: 'contest', id },
      unitId: contest.unitId,
      after: { unit: row.unitId, isOrganiser },
    })
    return { isOrganiser }
  })
}
