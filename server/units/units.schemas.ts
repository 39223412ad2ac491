import { z } from '@hono/zod-openapi'
import { IsoDate } from '../content/provenance.schemas.ts'

export const UNIT_KINDS = [
  'department',
  'office',
  'commune',
  'preschool',
  'primary',
  'lower_secondary',
  'upper_secondary',
  'mixed_levels',
  'continuing',
  'centre',
  'other',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** Whom a unit counts, for shares such as "72 % of the teachers took part". */
export const AUDIENCES = ['official', 'teacher', 'student'] as const
export type Audience = (typeof AUDIENCES)[number]

/** The Sở: the only unit with nothing above it. */
export const ROOT_UNIT_ID = 'so-gddt'

export const UnitId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/, 'lower-case letters and digits, joined by dots or hyphens')
const UnitName = z
  .string()
  .trim()
  .min(2)
  .max(200)
  .overwrite((name) => name.normalize('NFC').replace(/\s+/g, ' '))
const Kind = z.enum(UNIT_KINDS).openapi('UnitKind')
const AudienceName = z.enum(AUDIENCES).openapi('UnitAudience')
const Count = z.int().min(0).max(9_999_999)
const Note = z.string().trim().max(300)

export const UnitsQuery = z.strictObject({
  /** The tree as it was on this day; today when absent. */
  on: IsoDate.optional(),
  q: z.string().max(100).optional(),
  kind: z.enum(UNIT_KINDS).optional(),
  /** This unit and all below it. */
  under: UnitId.optional(),
  cursor: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

const UnitRow = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    kind: Kind,
    parentId: z.string().nullable(),
    /** Names of the units above, the Sở first. */
    path: z.array(z.string()),
    isSample: z.boolean(),
    validFrom: IsoDate,
    validTo: IsoDate.nullable(),
    version: z.int(),
  })
  .openapi('UnitRow')

export const UnitList = z
  .strictObject({ on: IsoDate, items: z.array(UnitRow), total: z.int(), nextCursor: z.string().nullable() })
  .openapi('UnitList')

const UnitPeriod = z
  .strictObject({
    name: z.string(),
    kind: Kind,
    parentId: z.string().nullable(),
    parentName: z.string().nullable(),
    validFrom: IsoDate,
    /** The last day it holds; `null` while no end is known. */
    validTo: IsoDate.nullable(),
  })
  .openapi('UnitPeriod')

const UnitHeadcount = z.strictObject({ audience: AudienceName, asOf: IsoDate, count: Count }).openapi('UnitHeadcount')

/** The people of a unit and all below it; `null` when none of them has told a number. */
const UnitTotal = z
  .strictObject({ audience: AudienceName, count: z.int().nullable(), unitsTold: z.int(), units: z.int() })
  .openapi('UnitTotal')

const UnitLink = z
  .strictObject({ id: z.string(), name: z.string(), from: IsoDate, note: z.string().nullable() })
  .openapi('UnitLink')

export const UnitDetail = z
  .strictObject({
    id: z.string(),
    isSample: z.boolean(),
    version: z.int(),
    on: IsoDate,
    state: z.enum(['planned', 'present', 'ended']),
    name: z.string(),
    kind: Kind,
    path: z.array(z.string()),
    periods: z.array(UnitPeriod),
    headcounts: z.array(UnitHeadcount),
    totals: z.array(UnitTotal),
    successors: z.array(UnitLink),
    predecessors: z.array(UnitLink),
  })
  .openapi('UnitDetail')

export const OnQuery = z.strictObject({ on: IsoDate.optional() })
export const UnitParams = z.strictObject({ id: UnitId })

export const NewUnit = z
  .strictObject({ id: UnitId.optional(), name: UnitName, kind: Kind, parentId: UnitId, validFrom: IsoDate })
  .openapi('NewUnit')

export const UnitChange = z
  .strictObject({ from: IsoDate, name: UnitName.optional(), kind: Kind.optional(), parentId: UnitId.optional() })
  .openapi('UnitChange')

export const HeadcountChange = z
  .strictObject({
    audience: AudienceName,
    asOf: IsoDate,
    /** `null` takes back the number told for that day. */
    count: Count.nullable(),
  })
  .openapi('HeadcountChange')

export const UnitEnd = z.strictObject({ lastDay: IsoDate }).openapi('UnitEnd')

export const Merger = z
  .strictObject({
    /** Each with the version it was seen in. */
    units: z
      .array(z.strictObject({ id: UnitId, version: z.int() }))
      .min(1)
      .max(50),
    from: IsoDate,
    into: z.union([z.strictObject({ id: UnitId, version: z.int() }), NewUnit.omit({ validFrom: true })]),
    /** Numbers told for the first day; without one it is the sum of those merged. */
    headcounts: z
      .array(z.strictObject({ audience: AudienceName, count: Count }))
      .max(AUDIENCES.length)
      .default([]),
    note: Note.nullable().default(null),
  })
  .refine(({ units, into }) => units.every(({ id }) => id !== into.id), 'a unit does not become itself')
  .openapi('UnitMerger')
export type Merger = z.output<typeof Merger>
