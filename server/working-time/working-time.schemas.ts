import { z } from '@hono/zod-openapi'

/** One stretch of the day in which an office works, on a clock in Vietnam; `24:00` ends a day. */
const Opening = z
  .strictObject({
    opens: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time HH:MM'),
    closes: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time HH:MM'),
  })
  .refine(({ opens, closes }) => opens < closes, { path: ['closes'], error: 'must be after the opening' })

const Openings = z.array(Opening).max(4).refine(areInOrder, 'must follow each other without overlapping')

/** Hours for each day of the week, and for a weekend day that makes up for a day off (làm bù). */
export const OfficeHours = z
  .strictObject({
    monday: Openings,
    tuesday: Openings,
    wednesday: Openings,
    thursday: Openings,
    friday: Openings,
    saturday: Openings,
    sunday: Openings,
    makeUpDay: Openings,
  })
  .refine(
    ({ monday, tuesday, wednesday, thursday, friday }) =>
      [monday, tuesday, wednesday, thursday, friday].some((openings) => openings.length > 0),
    'must be open on some day from Monday to Friday',
  )
export type OfficeHours = z.infer<typeof OfficeHours>

/** How long an office may take. */
export const WorkingLimit = z.strictObject({
  amount: z.int().min(1).max(100_000),
  unit: z.enum(['working_day', 'working_minute']),
})
export type WorkingLimit = z.infer<typeof WorkingLimit>

const FULL_DAY = [
  { opens: '07:30', closes: '11:30' },
  { opens: '13:30', closes: '17:00' },
]

export const STATE_OFFICE_HOURS: OfficeHours = {
  monday: FULL_DAY,
  tuesday: FULL_DAY,
  wednesday: FULL_DAY,
  thursday: FULL_DAY,
  friday: FULL_DAY,
  saturday: [],
  sunday: [],
  makeUpDay: FULL_DAY,
}

function areInOrder(openings: { opens: string; closes: string }[]) {
  return openings.every(({ opens }, at) => opens >= (openings[at - 1]?.closes ?? '00:00'))
}
