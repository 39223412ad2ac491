import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ReportClock, readReportClock, type Segment } from '../../server/feedback/report-clock.rules.ts'
import { makeTimetable } from '../../server/working-time/timetable.rules.ts'
import { addWorkingMs, workingMsBetween } from '../../server/working-time/working-time.rules.ts'
import type { OfficeHours, WorkingLimit } from '../../server/working-time/working-time.schemas.ts'
import { announced, laterThan, minuteOfSpring, officeHours, slowOffice, stateHours } from '../working-time/offices.ts'

type Segments = readonly [Segment, ...Segment[]]
type Terms = Parameters<typeof readReportClock>[1]
type Clock = (segments: Segments, terms: Terms) => ReportClock

const MINUTE_MS = 60_000
const days = (amount: number): WorkingLimit => ({ amount, unit: 'working_day' })
const state = makeTimetable(announced, stateHours)

type Case = { segments: Segments; terms: Terms; hours: Record<string, OfficeHours> }

/** A report that went through up to seven hands and pauses, minutes to days each, and is looked at some time later. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    start: minuteOfSpring,
    stretches: fc.array(
      fc.record({
        unitId: fc.constantFrom('A', 'B', 'C'),
        kind: fc.constantFrom('running' as const, 'running' as const, 'paused' as const),
        minutes: fc.oneof(fc.nat(300), fc.nat(2_000)),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    isOpen: fc.boolean(),
    hours: fc.record({ A: officeHours, B: officeHours, C: officeHours }),
    limit: fc.oneof(
      fc.integer({ min: 1, max: 4 }).map(days),
      fc.integer({ min: 1, max: 900 }).map((amount): WorkingLimit => ({ amount, unit: 'working_minute' })),
    ),
  })
  .map(({ start, stretches, isOpen, hours, limit }) => {
    let end = start
    const segments = stretches.map(({ unitId, kind, minutes }, at): Segment => {
      const from = end
      end = laterThan(from, minutes)
      return { unitId, kind, from, to: isOpen && at === stretches.length - 1 ? null : end }
    })
    const timetables = new Map(Object.entries(hours).map(([id, each]) => [id, makeTimetable(announced, each)]))
    const timetableOf = (unitId: string) => timetables.get(unitId) ?? state
    const [first = { unitId: 'A', kind: 'running', from: start, to: null }, ...later] = segments
    return { segments: [first, ...later], terms: { limit, dueSoonDays: 1, timetableOf, now: end }, hours }
  })

const receiverOf = ({ segments, terms }: Case) => terms.timetableOf(segments[0].unitId)
const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)

const properties: Record<string, (read: Clock, given: Case) => void> = {
  'the units’ clocks add up to the report’s, and with the pauses to all working time since receipt': (read, given) => {
    const clock = read(given.segments, given.terms)
    expect(sum(clock.units.map((unit) => unit.elapsedMs))).toBe(clock.elapsedMs)
    expect(sum(clock.units.map((unit) => unit.pausedMs))).toBe(clock.pausedMs)
    const sinceReceipt = workingMsBetween(receiverOf(given), given.segments[0].from, given.terms.now)
    expect(clock.elapsedMs + clock.pausedMs).toBe(sinceReceipt)
    expect(clock.elapsedMs + clock.remainingMs).toBe(clock.limitMs)
  },
  'each unit’s own open time is the minutes its doors were open': (read, { segments, terms, hours }) => {
    for (const { unitId, ownOpenMs } of read(segments, terms).units) {
      const slow = slowOffice(announced, hours[unitId] ?? stateHours)
      const own = segments.filter((segment) => segment.unitId === unitId && segment.kind === 'running')
      expect(ownOpenMs / MINUTE_MS).toBe(sum(own.map(({ from, to }) => slow.countMinutes(from, to ?? terms.now))))
    }
  },
  'it is due when as many open minutes have passed as the limit has, not counting those paused': (read, given) => {
    const { segments, terms, hours } = given
    const slow = slowOffice(announced, hours[segments[0].unitId] ?? stateHours)
    const receivedAt = segments[0].from
    const { amount, unit } = terms.limit
    const minutes =
      unit === 'working_minute' ? amount : slow.countMinutes(receivedAt, slow.afterDays(receivedAt, amount))
    const pauses = segments.filter(({ kind }) => kind === 'paused')
    const isPaused = (at: number) =>
      pauses.some(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to ?? terms.now))
    const clock = read(segments, terms)
    expect(clock.limitMs / MINUTE_MS).toBe(minutes)
    expect(clock.due.at).toBe(slow.afterMinutes(receivedAt, minutes, isPaused))
  },
  'sending it on changes neither the date nor the time spent': (read, { segments, terms }) => {
    const [first, ...later] = segments
    const stayed = read([first, ...later.map((segment) => ({ ...segment, unitId: first.unitId }))], terms)
    expect({ ...read(segments, terms), units: [] }).toEqual({ ...stayed, units: [] })
  },
  'overdue means after the due moment, and before it what is left is the working time up to it': (read, given) => {
    const clock = read(given.segments, given.terms)
    expect(clock.standing === 'overdue').toBe(given.terms.now > clock.due.at)
    if (clock.standing === 'overdue') expect(clock.remainingMs).toBeLessThanOrEqual(0)
    if (clock.standing !== 'overdue' && clock.state === 'running')
      expect(workingMsBetween(receiverOf(given), given.terms.now, clock.due.at)).toBe(clock.remainingMs)
  },
}

const check = (holds: (read: Clock, given: Case) => void, read: Clock, numRuns: number) =>
  fc.assert(
    fc.property(cases, (given) => holds(read, given)),
    { numRuns, seed: 91, endOnFailure: true },
  )

test.each(Object.entries(properties))('for any report %s', (_, holds) => check(holds, readReportClock, 250))

test('a pause moves the date by exactly the working time paused, whenever it is and however long', () => {
  let moved = 0
  const pause = fc.record({ after: fc.nat(8_000), minutes: fc.nat(12_000) })
  fc.assert(
    fc.property(
      minuteOfSpring,
      officeHours,
      fc.integer({ min: 1, max: 8 }),
      pause,
      (start, hours, amount, { after, minutes }) => {
        const timetable = makeTimetable(announced, hours)
        const [from, to] = [laterThan(start, after), laterThan(start, after + minutes)]
        const given: Terms = { limit: days(amount), dueSoonDays: 1, timetableOf: () => timetable, now: to }
        const running = { unitId: 'A', kind: 'running', from: start, to: null } as const
        const before = readReportClock([running], given).due.at
        const paused = readReportClock(
          [
            { ...running, to: from },
            { unitId: 'A', kind: 'paused', from, to },
            { ...running, from: to },
          ],
          given,
        )
        const pausedMs = before > from ? workingMsBetween(timetable, from, to) : 0
        if (pausedMs > 0) moved += 1
        expect(workingMsBetween(timetable, before, paused.due.at)).toBe(pausedMs)
        expect(paused.due.at).toBe(addWorkingMs(timetable, before, pausedMs).at)
      },
    ),
    { numRuns: 1_000, seed: 92 },
  )
  expect(moved).toBeGreaterThan(300)
})

const withSegments = (change: (segments: Segments) => Segment[]): Clock => {
  return (segments, terms) => {
    const [first = segments[0], ...later] = change(segments)
    return readReportClock([first, ...later], terms)
  }
}
const isPause = ({ kind }: Segment) => kind === 'paused'

const wrongClocks: Record<string, Clock> = {
  'does not stop while waiting': withSegments((segments) => segments.map((each) => ({ ...each, kind: 'running' }))),
  'stops for the first waiting only': withSegments((segments) =>
    segments.map((each, at) =>
      isPause(each) && segments.findIndex(isPause) !== at ? { ...each, kind: 'running' } : each,
    ),
  ),
  'starts anew with every unit': withSegments((segments) => {
    const last = segments.at(-1)
    return segments.slice(segments.findLastIndex(({ unitId }) => unitId !== last?.unitId) + 1)
  }),
  'forgets the last stretch': withSegments((segments) => segments.slice(0, -1)),
  'keeps the hours of whoever holds it now': (segments, terms) => {
    const holder = segments.at(-1)?.unitId ?? ''
    return readReportClock(segments, { ...terms, timetableOf: () => terms.timetableOf(holder) })
  },
  'lets a pause after the due moment move it too': (segments, terms) => {
    const clock = readReportClock(segments, terms)
    const timetable = terms.timetableOf(segments[0].unitId)
    const firstDue = addWorkingMs(timetable, segments[0].from, clock.limitMs).at
    return { ...clock, due: addWorkingMs(timetable, firstDue, clock.pausedMs) }
  },
  'moves the date by nights and weekends too': (segments, terms) => {
    const clock = readReportClock(segments, terms)
    const timetable = terms.timetableOf(segments[0].unitId)
    const firstDue = addWorkingMs(timetable, segments[0].from, clock.limitMs).at
    const waited = segments.filter(isPause).map(({ from, to }) => Date.parse(to ?? terms.now) - Date.parse(from))
    return { ...clock, due: { ...clock.due, at: laterThan(firstDue, sum(waited) / MINUTE_MS) } }
  },
  'gives each unit its own hours and adds those up': (segments, terms) => {
    const clock = readReportClock(segments, terms)
    return { ...clock, elapsedMs: sum(clock.units.map((unit) => unit.ownOpenMs)) }
  },
  'rounds each unit’s time to hours': (segments, terms) => {
    const clock = readReportClock(segments, terms)
    const rounded = (ms: number) => Math.round(ms / 3_600_000) * 3_600_000
    return { ...clock, units: clock.units.map((unit) => ({ ...unit, elapsedMs: rounded(unit.elapsedMs) })) }
  },
  'calls it overdue a working hour late': (segments, terms) => {
    const clock = readReportClock(segments, terms)
    return { ...clock, standing: clock.remainingMs < -3_600_000 ? 'overdue' : 'in_time' }
  },
}

test.each(Object.entries(wrongClocks))('a clock that %s is caught', (_, wrong) => {
  const isCaught = Object.values(properties).some((holds) => isBroken(() => check(holds, wrong, 120)))
  expect(isCaught).toBe(true)
})

/** By what it says, not by falling over. */
function isBroken(run: () => void) {
  try {
    run()
    return false
  } catch (error) {
    return String(error instanceof Error && (error.cause ?? error)).includes('AssertionError')
  }
}
