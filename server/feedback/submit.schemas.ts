import { z } from '@hono/zod-openapi'
import { CategoryId, HELPS, Id, KINDS_WITH_SENDER, MOST_FILES, REPORT_KINDS, STOPS } from './feedback.schemas.ts'
import { line, prose } from './written-text.schemas.ts'

/** Mobile numbers have nine digits after the zero, landlines (02…) ten. */
const PHONE = /^(?:\+84|0)(?:[35789]\d{8}|2\d{9})$/
const Phone = z
  .string()
  .max(30)
  .overwrite((text) => text.replace(/[\s.()-]/g, ''))
  .regex(PHONE)

/** Who is speaking, as the law asks of a report; kept sealed, shown to who handles it. */
export const Sender = z
  .strictObject({
    name: line(120).min(2),
    address: line(200).min(3),
    phone: Phone.nullable(),
    email: z.email().max(160).nullable(),
  })
  .refine(({ phone, email }) => phone !== null || email !== null, { path: ['phone'], error: 'phone or email' })

/** Of somebody under sixteen: who answers for them. */
export const Guardian = z.strictObject({ name: line(120).min(2), phone: Phone })

export const NewReport = z
  .strictObject({
    kind: z.enum(REPORT_KINDS),
    categoryId: CategoryId,
    concernedUnitId: Id.nullable(),
    content: prose(4_000).min(10),
    place: line(200),
    /** The officer it complains of. */
    namedOfficer: line(120),
    sender: Sender.nullable(),
    isUnder16: z.boolean(),
    guardian: Guardian.nullable(),
    mayPublish: z.boolean(),
    /** The text of the agreement that was shown and ticked. */
    consentVersion: z.int().min(1),
    fileIds: z.array(Id).max(MOST_FILES),
    /** The sender was shown the legal channel and says that this is no khiếu nại or tố cáo. */
    saidNotLegal: z.boolean(),
  })
  .refine(({ kind, sender }) => sender !== null || !KINDS_WITH_SENDER.includes(kind), { path: ['sender'] })
  .refine(({ isUnder16, guardian }) => !isUnder16 || guardian !== null, { path: ['guardian'] })
export type NewReport = z.output<typeof NewReport>

export const ReportReceipt = z
  .strictObject({
    code: z.string(),
    /** Opens the report without an account; whoever has it reads it. */
    linkToken: z.string(),
    receivedAt: z.string(),
    /** When the office's time begins to run. */
    countedFrom: z.string().nullable(),
    dueAt: z.string().nullable(),
    isDueApproximate: z.boolean(),
    unitName: z.string(),
  })
  .openapi('ReportReceipt')

export const ReportCheck = z.strictObject({ categoryId: CategoryId, content: prose(4_000) })
export const ReportChecked = z
  .strictObject({
    stop: z.enum(STOPS).nullable(),
    help: z.enum(HELPS).nullable(),
    /** Published answers of the last thirty days that are much like it. */
    similar: z.array(
      z.strictObject({ code: z.string(), title: z.string(), answeredOn: z.string(), followers: z.int() }),
    ),
  })
  .openapi('ReportChecked')
