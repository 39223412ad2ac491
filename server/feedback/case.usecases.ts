import type { z } from '@hono/zod-openapi'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { holds } from '../staff/access.rules.ts'
import type { Permission } from '../staff/permissions.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { workingMsBetween } from '../working-time/working-time.rules.ts'
import type { Case } from './inbox.schemas.ts'
import { isNamed } from './named-officer.rules.ts'
import { findPublic } from './public-reports.queries.ts'
import { isOverdue, readClock, readTimetable } from './report-time.ts'
import * as queries from './reports.queries.ts'
import { findCategory } from './settings.queries.ts'
import { STAFF_STEPS } from './steps.schemas.ts'
import { MERGEABLE, MOVES, mayTake } from './workflow.rules.ts'

type Shown = z.input<typeof Case>
const MINUTE_MS = 60_000

/** A report the reader's units hold; to anybody else it does not exist. */
export async function openReport(ctx: Ctx<Staff>, id: string): Promise<queries.ReportRow> {
  const report = await queries.findReport(ctx.db, id)
  if (report === undefined || !holds(ctx.actor, 'feedback.read', report.unitId)) throw new AppError('report.not_found')
  return report
}

/** Who is named in a report neither decides about it nor learns who wrote it. */
export function requireImpartial({ actor }: Ctx<Staff>, report: queries.ReportRow) {
  if (isAbout(actor, report)) throw new AppError('report.is_about_you')
}

export function isAbout({ name }: Staff, { namedOfficer }: Pick<queries.ReportRow, 'namedOfficer'>) {
  return isNamed(name, namedOfficer)
}

export async function showCase(ctx: Ctx<Staff>, id: string): Promise<Shown> {
  return describeCase(ctx, await openReport(ctx, id))
}

/** As whoever has just changed it sees it, even where it went to a unit that is not theirs. */
export async function showChanged(ctx: Ctx<Staff>, id: string): Promise<Shown> {
  const report = await queries.findReport(ctx.db, id)
  if (report === undefined) throw new AppError('report.not_found')
  return describeCase(ctx, report)
}

async function describeCase(ctx: Ctx<Staff>, report: queries.ReportRow): Promise<Shown> {
  const { id } = report
  const spells = await queries.listClocks(ctx.db, id)
  const nameOf = await namesOf(ctx, [report.unitId, report.concernedUnitId, ...spells.map(({ unitId }) => unitId)])
  const { code, kind, state, version, categoryId, unitId, assigneeId, channel, content, place, namedOfficer } = report
  const { saidNotLegal, mayPublish, receivedAt, limitDays, dueAt, isDueApproximate, reopenUntil, returnReason } = report
  return {
    ...{ id, code, kind, state, version, categoryId, unitId, assigneeId, channel, content, place, namedOfficer },
    ...{ saidNotLegal, mayPublish, receivedAt, limitDays, dueAt, isDueApproximate, reopenUntil, returnReason },
    categoryName: (await findCategory(ctx.db, categoryId))?.name ?? categoryId,
    concernedUnitName: report.concernedUnitId === null ? null : nameOf(report.concernedUnitId),
    unitName: nameOf(unitId),
    assigneeName: await queries.findStaffName(ctx.db, assigneeId),
    isOverdue: isOverdue(report, ctx.now()),
    ...(await describeKin(ctx, report)),
    ...(await describeContact(ctx, report)),
    ...(await describeHistory(ctx, id, nameOf)),
    ...(await describeClock(ctx, report, spells, nameOf)),
    ...(await describeAnswer(ctx, report)),
  }
}

async function namesOf(ctx: Ctx<Staff>, unitIds: (string | null)[]) {
  const known = [...new Set(unitIds.filter((unitId) => unitId !== null))]
  const names = await listUnitNames(ctx.db, known, vietnamDate(ctx.now()))
  return (unitId: string) => names.get(unitId) ?? unitId
}

/** What it was merged into, split from, and what was merged into it. */
async function describeKin(ctx: Ctx<Staff>, report: queries.ReportRow) {
  const codeOf = async (id: string | null) =>
    id === null ? null : ((await queries.findReport(ctx.db, id))?.code ?? null)
  const merged = await queries.listMergedInto(ctx.db, report.id)
  return {
    mergedIntoCode: await codeOf(report.mergedIntoId),
    splitFromCode: await codeOf(report.splitFromId),
    mergedCodes: merged.map(({ code }) => code),
  }
}

async function describeContact(ctx: Ctx<Staff>, report: queries.ReportRow) {
  const hasContact = (await queries.findContact(ctx.db, report.id)) !== undefined
  const mayOpen = holds(ctx.actor, 'feedback.contact', report.unitId) && !isAbout(ctx.actor, report)
  return { hasContact, mayOpenContact: hasContact && mayOpen, isAboutYou: isAbout(ctx.actor, report) }
}

async function describeHistory(ctx: Ctx<Staff>, id: string, nameOf: (unitId: string) => string) {
  const [events, files, ratings] = await Promise.all([
    queries.listEvents(ctx.db, id),
    queries.listFiles(ctx.db, id),
    queries.listRatings(ctx.db, id),
  ])
  return {
    ratings,
    files: files.map(({ id, kind, redactedName }) => ({ id, kind, redactedName })),
    events: events.map(({ unitId, ...event }) => ({ ...event, unitName: unitId === null ? null : nameOf(unitId) })),
  }
}

async function describeClock(
  ctx: Ctx<Staff>,
  report: queries.ReportRow,
  spells: queries.ClockRow[],
  nameOf: (unitId: string) => string,
) {
  const clock = await readClock(ctx.db, report, spells, ctx.now())
  const timetable = await readTimetable(ctx.db, { unitId: spells[0]?.unitId ?? report.unitId, from: report.receivedAt })
  const now = ctx.now().toISOString()
  return {
    countedFrom: clock.countedFrom.at,
    clock: {
      usedMinutes: toMinutes(clock.elapsedMs),
      limitMinutes: toMinutes(clock.limitMs),
      dayMinutes: toMinutes(timetable.fullDayMs),
      units: clock.units.map(({ unitId, elapsedMs }) => ({
        ...{ unitId, unitName: nameOf(unitId) },
        minutes: toMinutes(elapsedMs),
      })),
      spells: spells.map(({ unitId, kind, startedAt, endedAt }) => ({
        ...{ unitName: nameOf(unitId), kind, startedAt, endedAt },
        minutes: toMinutes(workingMsBetween(timetable, startedAt, endedAt ?? now)),
      })),
    },
  }
}

/** The answer being written or last sent, what is public of it, and what this person may do next. */
async function describeAnswer(ctx: Ctx<Staff>, report: queries.ReportRow) {
  const { id, unitId, state } = report
  const answer = (await queries.findAnswer(ctx.db, id, report.rounds + 1)) ?? (await queries.findSentAnswer(ctx.db, id))
  const authors: string[] = JSON.parse(answer?.authors ?? '[]')
  const shown = await findPublic(ctx.db, id)
  const isImpartial = !isAbout(ctx.actor, report)
  const may = (permission: Permission) => isImpartial && holds(ctx.actor, permission, unitId)
  return {
    answer: answer
      ? {
          ...{ round: answer.round, text: answer.text, answerDay: answer.answerDay, sentAt: answer.sentAt },
          authorNames: await queries.listStaffNames(ctx.db, authors),
          approvedByName: await queries.findStaffName(ctx.db, answer.approvedBy),
        }
      : null,
    public: shown
      ? {
          ...{ title: shown.title, content: shown.content, answer: shown.answer },
          ...{ hiddenReason: shown.hiddenReason, version: shown.version },
        }
      : null,
    steps: STAFF_STEPS.filter((step) => {
      const { needs, byAnother } = MOVES[step]
      const isOwnWork = byAnother === true && authors.includes(ctx.actor.id)
      return mayTake(step, state) && may(needs) && !isOwnWork
    }),
    may: {
      note: may('feedback.note'),
      merge: MERGEABLE.includes(state) && may('feedback.triage'),
      split: MERGEABLE.includes(state) && may('feedback.triage'),
      moderate: report.answeredAt !== null && report.mayPublish && may('feedback.moderate'),
    },
  }
}

function toMinutes(ms: number) {
  return Math.round(ms / MINUTE_MS)
}
