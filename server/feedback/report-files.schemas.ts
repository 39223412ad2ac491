import { z } from '@hono/zod-openapi'
import { FILE_KINDS, Id, ReportCode } from './feedback.schemas.ts'

export const FileId = z.string().regex(/^[0-9a-f]{32}$/)

export const UploadedFile = z
  .strictObject({ id: z.string(), kind: z.enum(FILE_KINDS), bytes: z.int() })
  .openapi('UploadedFile')
export const DroppedFile = z.strictObject({ id: z.string() }).openapi('DroppedFile')

export const FileParams = z.object({ id: FileId })
export const OwnFileParams = z.object({ code: ReportCode, id: FileId })
export const ReportFileParams = z.object({ id: Id, fileId: FileId })
export const ReportFileQuery = z.strictObject({ redacted: z.string().max(64).optional() })

/** Parts of the photo, from its upper left corner, as fractions of its width and height. */
export const Redaction = z.strictObject({
  boxes: z
    .array(
      z.strictObject({
        x: z.number().min(0).lt(1),
        y: z.number().min(0).lt(1),
        width: z.number().gt(0).max(1),
        height: z.number().gt(0).max(1),
      }),
    )
    .min(1)
    .max(20),
})
