import type { Timetable } from '../working-time/timetable.rules.ts'
import {
  addWorkingMs,
  addWorkingTime,
  countedFrom,
  type Reckoned,
  reckon,
  workingMsBetween,
} from '../working-time/working-time.rules.ts'
import type { WorkingLimit } from '../working-time/working-time.schemas.ts'

/** A stretch in which one unit held the report; paused while the office waits for the citizen (chờ bổ sung). */
export type Segment = { unitId: string; from: string; to: string | null; kind: 'running' | 'paused' }

export type UnitClock = {
  unitId: string
  /** In the report's hours, so that the units' times add up to the report's. */
  elapsedMs: number
  pausedMs: number
  /** How long the unit itself was open while the report's time ran with it: less when it works mornings only. */
  ownOpenMs: number
}

export type ReportClock = {
  countedFrom: Reckoned
  due: Reckoned
  /** Working time from receipt to the first due moment. */
  limitMs: number
  elapsedMs: number
  pausedMs: number
  /** What is left of the limit; below zero, how much too long it took. */
  remainingMs: number
  /** In the order in which they first held it. */
  units: UnitClock[]
  state: 'running' | 'paused' | 'stopped'
  standing: 'in_time' | 'due_soon' | 'overdue'
}

type Terms = {
  limit: WorkingLimit
  /** The last full working days before it is due in which it is called due soon. */
  dueSoonDays: number
  timetableOf: (unitId: string) => Timetable
  now: string
}

/**
 * The report has one clock, in the hours of the unit that received it: the citizen was promised that date, so sending
 * the report on to a unit with other hours does not move it. Each pause begun before the due moment moves it by
 * exactly the working time paused. Segments come in order; the time between two (closed, reopened) stands still.
 */
export function readReportClock(segments: readonly [Segment, ...Segment[]], terms: Terms): ReportClock {
  const { limit, dueSoonDays, timetableOf, now } = terms
  const [{ unitId, from: receivedAt }] = segments
  const timetable = timetableOf(unitId)
  const firstDue = addWorkingTime(timetable, receivedAt, limit).at
  const passed = segments.map((segment) => ({ ...segment, to: earlier(segment.to ?? now, now) }))
  const limitMs = workingMsBetween(timetable, receivedAt, firstDue)
  const units = clockUnits(passed, timetable, timetableOf)
  const elapsedMs = sumOf(units, 'elapsedMs')
  const remainingMs = limitMs - elapsedMs
  const state = stateOf(segments)
  const due = moveByPauses(passed, timetable, firstDue)
  const last = passed.at(-1)
  const isOverdue = isLater(last?.to ?? now, due)
  const isDueSoon = state === 'running' && remainingMs <= dueSoonDays * timetable.fullDayMs
  return {
    countedFrom: countedFrom(timetable, receivedAt),
    due: reckon(timetable, receivedAt, Date.parse(due)),
    limitMs,
    elapsedMs,
    pausedMs: sumOf(units, 'pausedMs'),
    remainingMs,
    units,
    state,
    standing: isOverdue ? 'overdue' : isDueSoon ? 'due_soon' : 'in_time',
  }
}

type Passed = Segment & { to: string }

/** A pause that begins when the report is already due comes too late to move it. */
function moveByPauses(passed: Passed[], timetable: Timetable, firstDue: string) {
  let due = firstDue
  let stoodFrom = passed[0]?.from ?? firstDue
  for (const { kind, from, to } of passed) {
    const stoodUntil = kind === 'paused' ? to : from
    if (isLater(due, stoodFrom))
      due = addWorkingMs(timetable, due, workingMsBetween(timetable, stoodFrom, stoodUntil)).at
    stoodFrom = to
  }
  return due
}

function clockUnits(passed: Passed[], timetable: Timetable, timetableOf: Terms['timetableOf']) {
  const units = new Map<string, UnitClock>()
  for (const { unitId, kind, from, to } of passed) {
    const unit = units.get(unitId) ?? { unitId, elapsedMs: 0, pausedMs: 0, ownOpenMs: 0 }
    const heldMs = workingMsBetween(timetable, from, to)
    const isRunning = kind === 'running'
    units.set(unitId, {
      unitId,
      elapsedMs: unit.elapsedMs + (isRunning ? heldMs : 0),
      pausedMs: unit.pausedMs + (isRunning ? 0 : heldMs),
      ownOpenMs: unit.ownOpenMs + (isRunning ? workingMsBetween(timetableOf(unitId), from, to) : 0),
    })
  }
  return [...units.values()]
}

function stateOf(segments: readonly Segment[]): ReportClock['state'] {
  const last = segments.at(-1)
  return last && last.to === null ? last.kind : 'stopped'
}

function sumOf(units: UnitClock[], time: 'elapsedMs' | 'pausedMs') {
  return units.reduce((sum, unit) => sum + unit[time], 0)
}

function isLater(one: string, other: string) {
  return Date.parse(one) > Date.parse(other)
}

function earlier(one: string, other: string) {
  return isLater(one, other) ? other : one
}
