import { listReplies } from '../content/content.queries.ts'
import type { CalendarFile } from '../content/content.schemas.ts'
import type { Db } from '../db/database.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { makeTimetable, type Timetable } from '../working-time/timetable.rules.ts'
import { joinCalendars } from '../working-time/working-calendar.rules.ts'
import { addWorkingTime, countedFrom } from '../working-time/working-time.rules.ts'
import { OfficeHours, STATE_OFFICE_HOURS } from '../working-time/working-time.schemas.ts'
import { findHours } from './office-hours.queries.ts'
import { type ReportClock, readReportClock, type Segment } from './report-clock.rules.ts'
import type { ClockRow, ReportRow } from './reports.queries.ts'

/** The last full working day before it is due is when a report is called due soon. */
export const DUE_SOON_DAYS = 1

/** When a report received then is due, and from when its time runs. */
export async function promiseAnswer(
  db: Db,
  { unitId, from, limitDays }: { unitId: string; from: string; limitDays: number },
) {
  const timetable = await readTimetable(db, { unitId, from })
  const due = addWorkingTime(timetable, from, { amount: limitDays, unit: 'working_day' })
  return {
    countedFrom: countedFrom(timetable, from).at,
    dueAt: due.at,
    isDueApproximate: due.certainty === 'approximate',
  }
}

/** The clock of the report's present round, as it stands now. */
export async function readClock(
  db: Db,
  { roundStartedAt, limitDays }: Pick<ReportRow, 'roundStartedAt' | 'limitDays'>,
  spells: readonly ClockRow[],
  now: Date,
): Promise<ReportClock> {
  const [first, ...later] = spells.filter(({ startedAt }) => startedAt >= roundStartedAt).map(toSegment)
  if (first === undefined) throw new Error('a round begins with the spell it was received in')
  const segments: [Segment, ...Segment[]] = [first, ...later]
  const timetables = new Map<string, Timetable>()
  for (const unitId of new Set(segments.map((segment) => segment.unitId)))
    timetables.set(unitId, await readTimetable(db, { unitId, from: roundStartedAt }))
  return readReportClock(segments, {
    limit: { amount: limitDays, unit: 'working_day' },
    dueSoonDays: DUE_SOON_DAYS,
    timetableOf: (unitId) => timetables.get(unitId) ?? makeTimetable(undefined, STATE_OFFICE_HOURS),
    now: now.toISOString(),
  })
}

/** A report whose time stands still has no due moment. */
export function isOverdue({ isOpen, dueAt }: Pick<ReportRow, 'isOpen' | 'dueAt'>, now: Date) {
  return isOpen && dueAt !== null && dueAt < now.toISOString()
}

/** The calendar, and the hours that held for the unit then: what was promised stays promised. */
export async function readTimetable(db: Db, { unitId, from }: { unitId: string; from: string }) {
  const calendars = await listReplies(db, 'calendar')
  const found = await findHours(db, { unitId, onDate: vietnamDate(new Date(from)) })
  return timetableOf(calendars, found?.hours)
}

/** Timetables by the hours they are made of, as long as the calendar stays the same: few offices have hours of their own. */
const known = { calendars: '', byHours: new Map<string, Timetable>() }

function timetableOf(replies: string[], hours: string | undefined) {
  const calendars = replies.join('\n')
  if (calendars !== known.calendars) Object.assign(known, { calendars, byHours: new Map() })
  const key = hours ?? ''
  const timetable = known.byHours.get(key) ?? makeTimetable(joinCalendars(replies.map(toCalendarFile)), toHours(hours))
  known.byHours.set(key, timetable)
  return timetable
}

function toHours(hours: string | undefined): OfficeHours {
  return hours === undefined ? STATE_OFFICE_HOURS : OfficeHours.parse(JSON.parse(hours))
}

function toSegment({ unitId, kind, startedAt, endedAt }: ClockRow): Segment {
  return { unitId, kind, from: startedAt, to: endedAt }
}

/** Published replies were parsed against their schema when they were made. */
function toCalendarFile(reply: string): CalendarFile {
  return JSON.parse(reply)
}
