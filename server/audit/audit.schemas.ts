import { z } from '@hono/zod-openapi'

export const AuditEntry = z
  .strictObject({
    id: z.string(),
    at: z.string(),
    actorName: z.string(),
    via: z.string(),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    /** What it is called now, where it has a name. */
    subjectName: z.string().nullable(),
    before: z.unknown().openapi({ type: 'object' }).nullable(),
    after: z.unknown().openapi({ type: 'object' }).nullable(),
    remark: z.string().nullable(),
  })
  .openapi('AuditEntry')

export const AuditList = z
  .strictObject({ items: z.array(AuditEntry), nextCursor: z.string().nullable() })
  .openapi('AuditList')

export const AuditQuery = z.strictObject({
  subjectKind: z.string().max(40).optional(),
  subjectId: z.string().max(80).optional(),
  action: z.string().max(60).optional(),
  cursor: z.string().max(80).optional(),
})
