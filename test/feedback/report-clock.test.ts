import { describe, expect, test } from 'vitest'
import { readReportClock, type Segment } from '../../server/feedback/report-clock.rules.ts'
import { makeTimetable } from '../../server/working-time/timetable.rules.ts'
import { inDaysAndMinutes } from '../../server/working-time/working-time.rules.ts'
import type { WorkingLimit } from '../../server/working-time/working-time.schemas.ts'
import { announced, instant, morningsOnly, onClock, stateHours } from '../working-time/offices.ts'

type Segments = readonly [Segment, ...Segment[]]
type Terms = Parameters<typeof readReportClock>[1]

const MINUTE_MS = 60_000
const days = (amount: number): WorkingLimit => ({ amount, unit: 'working_day' })
const state = makeTimetable(announced, stateHours)
const mornings = makeTimetable(announced, morningsOnly)

/** Who held the report from when on; `A…` waits for the citizen, and a dash is nobody: closed. */
type Step = [from: string, holder: string]

function held(steps: Step[]): Segments {
  const segments = steps.map(([from, holder], at): Segment => {
    const next = steps[at + 1]
    const kind = holder.endsWith('…') ? 'paused' : 'running'
    return { unitId: holder.replace('…', ''), from: instant(from), to: next ? instant(next[0]) : null, kind }
  })
  const [first, ...later] = segments.filter(({ unitId }) => unitId !== '-')
  if (!first) throw new Error('nobody held it')
  return [first, ...later]
}

/** Unit M works mornings only, every other keeps the hours of a state office. */
const terms = (now: string, limit = days(5)): Terms => ({
  limit,
  dueSoonDays: 1,
  timetableOf: (unitId) => (unitId === 'M' ? mornings : state),
  now: instant(now),
})

function said(ms: number) {
  const { days, minutes } = inDaysAndMinutes(state, Math.abs(ms))
  return `${ms < 0 ? '-' : ''}${days}d ${minutes}m`
}

describe('what the screen shows of a report', () => {
  type Story = [why: string, steps: Step[], now: string, shown: Record<string, unknown>, limit?: WorkingLimit]
  const tet: Step = ['2026-02-12 10:00', 'A']
  const monday: Step = ['2026-03-02 07:30', 'A']
  const stories: Story[] = [
    ['over Tết', [tet], '2026-02-23 07:30', { due: '2026-02-26 17:00', spent: '1d 300m', left: '4d 0m' }],
    [
      'on its first day',
      [monday],
      '2026-03-02 10:00',
      { due: '2026-03-09 17:00', spent: '0d 150m', standing: 'in_time' },
    ],
    ['during lunch no time passes', [monday], '2026-03-02 13:00', { spent: '0d 240m', left: '5d 210m' }],
    ['in its last day', [monday], '2026-03-09 07:30', { left: '1d 0m', standing: 'due_soon' }],
    ['one minute before its last day', [monday], '2026-03-06 16:59', { left: '1d 1m', standing: 'in_time' }],
    ['at the due moment', [monday], '2026-03-09 17:00', { left: '0d 0m', standing: 'due_soon' }],
    ['one minute after it', [monday], '2026-03-09 17:01', { left: '0d 0m', standing: 'overdue' }],
    ['one working day after it', [monday], '2026-03-10 17:00', { left: '-1d 0m', standing: 'overdue' }],
    [
      'sent on a Friday evening',
      [['2026-03-06 19:00', 'A']],
      '2026-03-08 12:00',
      { countedFrom: '2026-03-09 07:30', due: '2026-03-16 17:00', spent: '0d 0m', left: '6d 0m' },
    ],
    [
      'two working days of waiting move it by two working days',
      [monday, ['2026-03-03 09:00', 'A…'], ['2026-03-05 09:00', 'A']],
      '2026-03-05 09:00',
      { due: '2026-03-11 17:00', spent: '1d 90m', paused: '2d 0m', left: '4d 360m' },
    ],
    [
      'waiting over Tết moves it by the days worked alone',
      [tet, ['2026-02-13 09:00', 'A…'], ['2026-02-24 09:00', 'A']],
      '2026-02-24 09:00',
      { due: '2026-03-02 17:00', paused: '2d 0m' },
    ],
    [
      'waiting within Tết moves nothing',
      [tet, ['2026-02-16 09:00', 'A…'], ['2026-02-20 16:00', 'A']],
      '2026-02-23 07:30',
      { due: '2026-02-26 17:00', paused: '0d 0m' },
    ],
    [
      'waiting within lunch moves nothing',
      [monday, ['2026-03-03 11:35', 'A…'], ['2026-03-03 13:20', 'A']],
      '2026-03-03 14:00',
      { due: '2026-03-09 17:00', paused: '0d 0m' },
    ],
    [
      'waiting from before to after lunch leaves lunch out',
      [monday, ['2026-03-03 11:00', 'A…'], ['2026-03-03 14:00', 'A']],
      '2026-03-03 14:00',
      { due: '2026-03-10 08:30', paused: '0d 60m' },
    ],
    [
      'waiting over a weekend',
      [monday, ['2026-03-06 16:00', 'A…'], ['2026-03-09 08:30', 'A']],
      '2026-03-09 08:30',
      { due: '2026-03-10 09:30', paused: '0d 120m' },
    ],
    [
      'waiting over a swap Saturday counts it',
      [
        ['2026-08-20 07:30', 'A'],
        ['2026-08-21 17:00', 'A…'],
        ['2026-08-24 07:30', 'A'],
      ],
      '2026-08-24 07:30',
      { due: '2026-08-27 17:00', paused: '1d 0m' },
    ],
    [
      'several pauses add up',
      [
        monday,
        ['2026-03-02 10:00', 'A…'],
        ['2026-03-02 11:00', 'A'],
        ['2026-03-04 16:00', 'A…'],
        ['2026-03-05 08:00', 'A'],
      ],
      '2026-03-05 08:00',
      { due: '2026-03-10 10:00', paused: '0d 150m' },
    ],
    [
      'while it waits the date goes on moving and nothing is overdue',
      [monday, ['2026-03-09 16:00', 'A…']],
      '2026-03-19 16:00',
      { due: '2026-03-19 17:00', left: '0d 60m', state: 'paused', standing: 'in_time' },
    ],
    [
      'waiting that begins after the due moment excuses nothing',
      [monday, ['2026-03-10 09:00', 'A…'], ['2026-03-12 09:00', 'A']],
      '2026-03-12 10:00',
      { due: '2026-03-09 17:00', left: '-0d 150m', standing: 'overdue' },
    ],
    [
      'one day late: four of the five days were spent in unit A',
      [monday, ['2026-03-06 07:30', 'B'], ['2026-03-09 17:00', '-']],
      '2026-04-01 10:00',
      {
        limit: '5d 0m',
        spent: '6d 0m',
        left: '-1d 0m',
        state: 'stopped',
        standing: 'overdue',
        units: { A: '4d 0m', B: '2d 0m' },
      },
      days(4),
    ],
    [
      'back and forth between units',
      [monday, ['2026-03-03 07:30', 'B'], ['2026-03-03 10:00', 'A'], ['2026-03-04 07:30', 'B']],
      '2026-03-04 10:00',
      { due: '2026-03-09 17:00', spent: '2d 150m', units: { A: '1d 300m', B: '0d 300m' } },
    ],
    [
      'sent on while it waits',
      [monday, ['2026-03-03 07:30', 'A…'], ['2026-03-04 07:30', 'B…'], ['2026-03-05 07:30', 'B']],
      '2026-03-05 17:00',
      { due: '2026-03-11 17:00', spent: '2d 0m', paused: '2d 0m', units: { A: '1d 0m', B: '1d 0m' } },
    ],
    [
      'sent on to a unit that works mornings the date stays, and its own hours are told apart',
      [monday, ['2026-03-03 07:30', 'M']],
      '2026-03-05 07:30',
      { due: '2026-03-09 17:00', spent: '3d 0m', units: { A: '1d 0m', M: '2d 0m' }, own: { A: 450, M: 480 } },
    ],
    [
      'received by a unit that works mornings, its closing time is the due hour',
      [
        ['2026-03-02 11:30', 'M'],
        ['2026-03-04 07:00', 'A'],
      ],
      '2026-03-04 09:00',
      { countedFrom: '2026-03-03 07:00', due: '2026-03-10 11:00', spent: '0d 360m', own: { M: 240, A: 90 } },
    ],
    [
      'answered in time stays in time',
      [monday, ['2026-03-09 16:59', '-']],
      '2026-06-01 10:00',
      { left: '0d 1m', state: 'stopped', standing: 'in_time' },
    ],
    [
      'closed and reopened, the days between stand still',
      [monday, ['2026-03-04 07:30', '-'], ['2026-03-09 07:30', 'A']],
      '2026-03-09 08:30',
      { due: '2026-03-12 17:00', spent: '2d 60m', paused: '0d 0m', state: 'running' },
    ],
    [
      'beyond the announced holidays it is approximate',
      [['2026-12-28 10:00', 'A']],
      '2026-12-28 11:00',
      { due: '2027-01-05 17:00', certainty: 'approximate' },
    ],
    [
      'a pause can push it beyond them',
      [
        ['2026-12-23 10:00', 'A'],
        ['2026-12-24 10:00', 'A…'],
        ['2026-12-25 10:00', 'A'],
      ],
      '2026-12-25 10:00',
      { due: '2026-12-31 17:00', certainty: 'announced' },
    ],
    [
      'one more day of it does',
      [
        ['2026-12-23 10:00', 'A'],
        ['2026-12-24 10:00', 'A…'],
        ['2026-12-28 10:00', 'A'],
      ],
      '2026-12-28 10:00',
      { due: '2027-01-04 17:00', certainty: 'approximate' },
    ],
  ]

  test.each(stories)('%s', (_, steps, now, shown, limit) => {
    const clock = readReportClock(held(steps), terms(now, limit))
    const screen: Record<string, unknown> = {
      countedFrom: onClock(clock.countedFrom.at),
      due: onClock(clock.due.at),
      certainty: clock.due.certainty,
      limit: said(clock.limitMs),
      spent: said(clock.elapsedMs),
      paused: said(clock.pausedMs),
      left: said(clock.remainingMs),
      state: clock.state,
      standing: clock.standing,
      units: Object.fromEntries(clock.units.map((unit) => [unit.unitId, said(unit.elapsedMs)])),
      own: Object.fromEntries(clock.units.map((unit) => [unit.unitId, unit.ownOpenMs / MINUTE_MS])),
    }
    expect(Object.fromEntries(Object.keys(shown).map((key) => [key, screen[key]]))).toEqual(shown)
  })
})
