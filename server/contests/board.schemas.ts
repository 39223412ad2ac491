import { z } from '@hono/zod-openapi'
import { UnitId } from '../units/units.schemas.ts'

const Round = z.coerce.number().int().min(1).max(20)
export const BoardQuery = z.strictObject({ /** The one that opened last when absent. */ round: Round.optional() })
export const MissingParams = z.object({ id: z.string().max(40), unitId: UnitId })

const share = {
  /** Of the headcount on that day; nothing where no headcount is told. */
  rate: z.number().nullable(),
  headcount: z.int().nullable(),
  takenPart: z.int().nullable(),
}

/** Never a score. How many people is told of one's own units, of others only the rate. */
export const ParticipationBoard = z
  .strictObject({
    round: z.int(),
    /** The day whose headcount counts: the round's last, or today while it runs. */
    countedOn: z.string(),
    items: z.array(
      z.strictObject({ unitId: z.string(), unitName: z.string(), blockId: z.string(), ...share }).openapi('UnitShare'),
    ),
    now: z.string(),
  })
  .openapi('ParticipationBoard')

export const MissingPeople = z
  .strictObject({
    round: z.int(),
    unitName: z.string(),
    listed: z.int(),
    takenPart: z.int(),
    /** Of the unit's list, who has not begun a paper of the round. */
    items: z.array(z.strictObject({ name: z.string(), code: z.string(), blockId: z.string() })),
  })
  .openapi('MissingPeople')
