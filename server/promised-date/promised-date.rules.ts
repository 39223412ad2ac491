import type { z } from '@hono/zod-openapi'
import type { ProcessingTime } from '../procedures/procedures.schemas.ts'
import { addDays, addMonths, millisecondsAt, onVietnamClock } from '../working-time/calendar-days.ts'
import { nextWorkingDay, type WorkingCalendar } from '../working-time/working-calendar.rules.ts'
import type { NOT_COMPUTABLE_REASONS, SkippedDay } from './promised-date.schemas.ts'

type Time = z.infer<typeof ProcessingTime>
export type TimeLimit = Pick<Time, 'amount' | 'unit' | 'cutOff' | 'countedFrom'>
type Skipped = z.infer<typeof SkippedDay>

type Promised =
  | { outcome: 'due'; countedFrom: string; dueOn: string; skipped: Skipped[]; movedToWorkingDay: boolean }
  | { outcome: 'calendar_unknown'; knownUntil: string | null }
  | { outcome: 'not_computable'; reason: (typeof NOT_COMPUTABLE_REASONS)[number] }

/**
 * The day an office owes its answer. A dossier that comes in on a day off, or after the cut-off where the source
 * names one, counts as received on the next working day; no source gives office hours, so otherwise the hour
 * does not matter. The day of receipt is not counted (Civil Code 2015, art. 147).
 */
export function promisedDate(calendar: WorkingCalendar | undefined, receivedAt: string, limit: TimeLimit): Promised {
  if (limit.countedFrom !== null) return { outcome: 'not_computable', reason: 'counted_from_event' }
  if (limit.amount === null || limit.unit === null) return { outcome: 'not_computable', reason: 'no_amount' }
  if (!calendar) return { outcome: 'calendar_unknown', knownUntil: null }
  const unknown: Promised = { outcome: 'calendar_unknown', knownUntil: calendar.knownUntil }
  const received = countsAsReceived(calendar, receivedAt, limit.cutOff)
  if (!received) return unknown
  const end = endOfTerm(calendar, received.date, { amount: limit.amount, unit: limit.unit })
  if (!end) return unknown
  return {
    outcome: 'due',
    countedFrom: received.date,
    dueOn: end.date,
    skipped: [...received.skipped, ...end.skipped],
    movedToWorkingDay: limit.unit !== 'working_day' && end.skipped.length > 0,
  }
}

/** Time limits change; the one in force on the day of receipt applies. */
export function isInForce({ validFrom, validTo }: Pick<Time, 'validFrom' | 'validTo'>, receivedAt: string): boolean {
  const { date } = onVietnamClock(receivedAt)
  return (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo)
}

function countsAsReceived(calendar: WorkingCalendar, receivedAt: string, cutOff: string | null) {
  const { date, sinceMidnightMs } = onVietnamClock(receivedAt)
  const day = nextWorkingDay(calendar, date)
  const isLate = cutOff !== null && sinceMidnightMs > millisecondsAt(cutOff)
  // Too late on a day off is the same as on time there: either way the next working day.
  if (!isLate || day?.date !== date) return day
  return nextWorkingDay(calendar, addDays(date, 1))
}

function endOfTerm(
  calendar: WorkingCalendar,
  from: string,
  { amount, unit }: { amount: number; unit: NonNullable<Time['unit']> },
) {
  // A term that ends on a day off ends on the next working day (Civil Code 2015, art. 148.5).
  if (unit === 'calendar_day') return nextWorkingDay(calendar, addDays(from, amount))
  if (unit === 'month') return nextWorkingDay(calendar, addMonths(from, amount))
  let end: { date: string; skipped: Skipped[] } = { date: from, skipped: [] }
  for (let counted = 0; counted < amount; counted += 1) {
    const next = nextWorkingDay(calendar, addDays(end.date, 1))
    if (!next) return undefined
    end = { date: next.date, skipped: [...end.skipped, ...next.skipped] }
  }
  return end
}
