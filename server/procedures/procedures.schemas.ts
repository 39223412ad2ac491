import { z } from '@hono/zod-openapi'
import { IsoDate, Link, provenance, Slug, standing } from '../content/provenance.schemas.ts'

export const CHANNELS = ['online', 'in_person', 'post'] as const
/** Cấp bộ, cấp tỉnh, cấp xã, and "cơ quan khác", which for education means the school. */
export const LEVELS = ['ministry', 'province', 'commune', 'institution'] as const
export const AUDIENCES = ['parent', 'student', 'teacher', 'institution', 'citizen'] as const
export const TIME_UNITS = ['working_day', 'calendar_day', 'month'] as const
/** `full`: every field the source gives. `listed`: only a name and an official link are known. */
export const DETAILS = ['full', 'listed'] as const

/** Names one yes/no question of the same procedure and the answer that makes the line apply. */
const AppliesWhen = z.strictObject({ question: Slug, answer: z.enum(['yes', 'no']) })

const validity = { validFrom: IsoDate.nullable(), validTo: IsoDate.nullable() }

export const ProcessingTime = z
  .strictObject({
    text: z.string().min(1),
    amount: z.int().min(0).nullable(),
    unit: z.enum(TIME_UNITS).nullable(),
    /** Received after this hour counts from the next working day, `HH:MM`. */
    cutOff: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .nullable(),
    /** `null` counts from receipt; otherwise the event, in words ("ngày hết hạn nhận đơn"). */
    countedFrom: z.string().nullable(),
    appliesWhen: AppliesWhen.nullable(),
    ...validity,
  })
  .openapi('ProcessingTime')

export const Fee = z
  .strictObject({
    text: z.string().min(1),
    /** Đồng; `null` when the source names a fee without its amount. */
    amount: z.int().min(0).nullable(),
    per: z.string().nullable(),
    appliesWhen: AppliesWhen.nullable(),
    ...validity,
  })
  .openapi('Fee')

export const ProcedureChannel = z
  .strictObject({
    channel: z.enum(CHANNELS),
    times: z.array(ProcessingTime),
    /** Empty: the source does not say, which is never "free". */
    fees: z.array(Fee),
  })
  .openapi('ProcedureChannel')

export const RequiredDocument = z
  .strictObject({
    name: z.string().min(3),
    original: z.int().min(0).nullable(),
    copy: z.int().min(0).nullable(),
    form: z.string().nullable(),
    /** `null`: everybody brings it. */
    appliesWhen: AppliesWhen.nullable(),
    /** The source's own words on who needs it, kept where no question could be made of them. */
    condition: z.string().nullable(),
  })
  .openapi('RequiredDocument')

export const ProcedureCase = z
  .strictObject({ key: Slug, name: z.string().nullable(), documents: z.array(RequiredDocument) })
  .openapi('ProcedureCase')

export const SituationQuestion = z
  .strictObject({ key: Slug, text: z.string().min(5), help: z.string().nullable() })
  .openapi('SituationQuestion')

const LegalBasis = z.strictObject({ number: z.string().min(3), title: z.string().nullable() })

const procedureBody = {
  code: z.string().min(5),
  slug: Slug,
  name: z.string().min(5),
  plainName: z.string().min(3),
  summary: z.string().nullable(),
  detail: z.enum(DETAILS),
  field: z.string(),
  ministry: z.string().nullable(),
  agency: z.string().nullable(),
  whereToSubmit: z.string().nullable(),
  levels: z.array(z.enum(LEVELS)),
  audiences: z.array(z.enum(AUDIENCES)),
  targetUsers: z.array(z.string()),
  whoFor: z.string().nullable(),
  timeSummary: z.string().nullable(),
  feeSummary: z.string().nullable(),
  questions: z.array(SituationQuestion),
  channels: z.array(ProcedureChannel),
  cases: z.array(ProcedureCase),
  steps: z.array(z.string()),
  conditions: z.array(z.string()),
  results: z.array(z.strictObject({ name: z.string(), code: z.string().nullable() })),
  changes: z.string().nullable(),
  warning: z.string().nullable(),
  portalUrl: z.url({ protocol: /^https?$/ }).nullable(),
}

/** `content/procedures/<code>.yaml`. */
export const ProcedureFile = z.strictObject({
  ...procedureBody,
  legalBasis: z.array(LegalBasis),
  predecessors: z.array(z.strictObject({ code: z.string(), reason: z.string() })),
  searchTerms: z.array(z.string()),
  related: z.array(z.string()),
  ...provenance,
})
export type ProcedureFile = z.infer<typeof ProcedureFile>

/** `content/procedures/catalogue.yaml`: the ministry's list, where only a name and a link are known. */
export const CatalogueFile = z.strictObject({
  ...provenance,
  rows: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      agency: z.string().nullable(),
      field: z.string(),
      url: z.url({ protocol: /^https?$/ }).nullable(),
    }),
  ),
})
export type CatalogueFile = z.infer<typeof CatalogueFile>

export const Procedure = z
  .strictObject({
    ...procedureBody,
    legalBasis: z.array(LegalBasis.extend({ document: z.union([Link, z.null()]) })),
    predecessors: z.array(z.strictObject({ code: z.string(), reason: z.string() })),
    related: z.array(Link),
    ...provenance,
    ...standing,
    /** Present when the asked-for code is no longer in use; `alternatives` are its other successors. */
    redirectedFrom: z.strictObject({ code: z.string(), reason: z.string(), alternatives: z.array(Link) }).optional(),
  })
  .openapi('Procedure')
export type Procedure = z.infer<typeof Procedure>

export const ProcedureSummary = z
  .strictObject({
    code: z.string(),
    slug: z.string(),
    name: z.string(),
    plainName: z.string(),
    detail: z.enum(DETAILS),
    field: z.string(),
    levels: z.array(z.enum(LEVELS)),
    audiences: z.array(z.enum(AUDIENCES)),
    timeSummary: z.string().nullable(),
  })
  .openapi('ProcedureSummary')

export const ProcedureList = z
  .strictObject({
    items: z.array(ProcedureSummary),
    total: z.int(),
    nextCursor: z.string().nullable(),
    fields: z.array(z.strictObject({ name: z.string(), count: z.int() })),
  })
  .openapi('ProcedureList')

export const ProcedureListQuery = z.strictObject({
  field: z.string().max(100).optional(),
  level: z.enum(LEVELS).optional(),
  audience: z.enum(AUDIENCES).optional(),
  cursor: z.string().max(1_000).optional(),
})
