import { z } from '@hono/zod-openapi'
import { COMPLAINT_STATES } from './contests.schemas.ts'
import { PublicName } from './public-name.schemas.ts'

const Instant = z.string()

export const NewComplaint = z.strictObject({ text: z.string().trim().min(10).max(2_000) }).openapi('NewComplaint')

const OwnComplaint = z.strictObject({
  round: z.int(),
  text: z.string(),
  state: z.enum(COMPLAINT_STATES),
  answer: z.string().nullable(),
  createdAt: Instant,
  answeredAt: Instant.nullable(),
})
export const OwnComplaints = z
  .strictObject({
    items: z.array(OwnComplaint),
    /** Rounds whose result may be disputed now by me, and until when. */
    open: z.array(z.strictObject({ round: z.int(), until: Instant })),
  })
  .openapi('OwnComplaints')

export const ComplaintsQuery = z.strictObject({
  round: z.coerce.number().int().min(1).max(20).optional(),
  state: z.enum(COMPLAINT_STATES).optional(),
  cursor: z.string().max(80).optional(),
})

export const ComplaintRow = z
  .strictObject({
    id: z.string(),
    round: z.int(),
    publicName: PublicName,
    unitName: z.string().nullable(),
    text: z.string(),
    state: z.enum(COMPLAINT_STATES),
    answer: z.string().nullable(),
    createdAt: Instant,
    answeredAt: Instant.nullable(),
    version: z.int(),
  })
  .openapi('ContestComplaint')
export const ComplaintList = z
  .strictObject({ items: z.array(ComplaintRow), nextCursor: z.string().nullable() })
  .openapi('ContestComplaintList')

export const ComplaintAnswer = z
  .strictObject({ outcome: z.enum(['upheld', 'rejected']), text: z.string().trim().min(10).max(2_000) })
  .openapi('ContestComplaintAnswer')
