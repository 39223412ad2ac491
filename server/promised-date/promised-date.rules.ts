import type { z } from '@hono/zod-openapi'
import type { ProcessingTime } from '../procedures/procedures.schemas.ts'
import { addDays, addMonths, onVietnamClock } from './calendar-days.ts'
import type { NOT_COMPUTABLE_REASONS, SkippedDay } from './promised-date.schemas.ts'
import { nextWorkingDay, type WorkingCalendar } from './working-calendar.rules.ts'

export type TimeLimit = Pick<z.infer<typeof ProcessingTime>, 'amount' | 'unit' | 'cutOff' | 'countedFrom'>
type Skipped = z.infer<typeof SkippedDay>[]

export type Promise_ =
  | { outcome: 'due'; countedFrom: string; dueOn: string; skipped: Skipped; movedToWorkingDay: boolean }
  | { outcome: 'calendar_unknown'; knownFrom: string; knownUntil: string }
  | { outcome: 'not_computable'; reason: (typeof NOT_COMPUTABLE_REASONS)[number] }
