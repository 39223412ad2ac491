import { z } from '@hono/zod-openapi'
import { AGE_BANDS, ENTRY_STATUSES } from './contests.schemas.ts'

export const HeldParams = z.object({ id: z.string().max(40), entryId: z.string().max(40) })

/**
 * `count`: they are two people, this one counts too. `count_instead`: this is the person whose code it is, the other
 * goes. `remove`: this one goes.
 */
export const HELD_DECISIONS = ['count', 'count_instead', 'remove'] as const
export const HeldDecision = z
  .strictObject({ decision: z.enum(HELD_DECISIONS), reason: z.string().trim().min(5).max(500) })
  .openapi('HeldDecision')

const person = {
  id: z.string(),
  /** Nothing once the person has had it erased. */
  name: z.string().nullable(),
  publicName: z.string(),
  blockId: z.string(),
  unitName: z.string().nullable(),
  ageBand: z.enum(AGE_BANDS),
  status: z.enum(ENTRY_STATUSES),
  enteredAt: z.string(),
  papers: z.int(),
}
export const HeldList = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          ...person,
          /** The name on the unit's list under the same code. */
          listedName: z.string().nullable(),
          /** Who else has entered with the same code. */
          others: z.array(z.strictObject(person)),
        })
        .openapi('HeldEntry'),
    ),
  })
  .openapi('HeldList')
