import { z } from '@hono/zod-openapi'
import { EDITION_STATES } from '../content/editions.schemas.ts'
import { IsoDate } from '../content/provenance.schemas.ts'

/** Kinds that staff write; columns and calendars come with the service. */
export const WRITTEN_KINDS = [
  'article',
  'procedure',
  'document',
  'index',
  'situation',
  'answer',
  'announcement',
] as const

export const STEPS = [
  'submit',
  'take_back',
  'discard',
  'return',
  'approve',
  'schedule',
  'unschedule',
  'publish',
  'publish_urgently',
  'agree',
  'withdraw',
  'restore',
  'unpublish',
] as const
export type Step = (typeof STEPS)[number]

/** What stands between a draft and its being shown: the field, and what is wrong with it as a code. */
export const FieldProblem = z.strictObject({ field: z.string(), problem: z.string() }).openapi('FieldProblem')
export type FieldProblem = z.infer<typeof FieldProblem>

/** An unwritten text is empty, an unwritten number `null`; the kind's own form knows the fields. */
const Body = z.record(z.string(), z.unknown()).openapi({ type: 'object', additionalProperties: true })

export const Edition = z
  .strictObject({
    id: z.string(),
    entryId: z.string(),
    number: z.int(),
    state: z.enum(EDITION_STATES),
    version: z.int(),
    origin: z.enum(['file', 'staff']),
    title: z.string(),
    body: Body,
    updatedAt: z.string(),
    authors: z.array(z.string()),
    changeKind: z.enum(['major', 'minor']).nullable(),
    changeNote: z.string().nullable(),
    scheduledFor: z.string().nullable(),
    publishedAt: z.string().nullable(),
    urgentReason: z.string().nullable(),
    needsSecondLook: z.boolean(),
    withdrawnOn: IsoDate.nullable(),
    withdrawnReason: z.string().nullable(),
    problems: z.strictObject({ forPreview: z.array(FieldProblem), forPublishing: z.array(FieldProblem) }),
    /** Steps this person may take now. */
    steps: z.array(z.enum(STEPS)),
    mayEdit: z.boolean(),
  })
  .openapi('Edition')

export const EditionSummary = z
  .strictObject({
    id: z.string(),
    number: z.int(),
    state: z.enum(EDITION_STATES),
    title: z.string(),
    updatedAt: z.string(),
    publishedAt: z.string().nullable(),
    changeKind: z.enum(['major', 'minor']).nullable(),
    changeNote: z.string().nullable(),
  })
  .openapi('EditionSummary')

export const Entry = z
  .strictObject({
    id: z.string(),
    kind: z.enum(WRITTEN_KINDS),
    slug: z.string(),
    unitId: z.string(),
    ownerId: z.string().nullable(),
    ownerName: z.string().nullable(),
    /** Where it stands in the app once it is public. */
    path: z.string(),
    goneAt: z.string().nullable(),
    goneTo: z.string().nullable(),
    /** The edition being worked on, and the one people read. */
    openEditionId: z.string().nullable(),
    liveEditionId: z.string().nullable(),
    editions: z.array(EditionSummary),
    mayWrite: z.boolean(),
  })
  .openapi('Entry')

export const EntryRow = z
  .strictObject({
    id: z.string(),
    kind: z.enum(WRITTEN_KINDS),
    slug: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    title: z.string(),
    editionId: z.string(),
    state: z.enum(EDITION_STATES),
    updatedAt: z.string(),
    reviewBy: z.string().nullable(),
    scheduledFor: z.string().nullable(),
    needsSecondLook: z.boolean(),
    isLive: z.boolean(),
  })
  .openapi('EntryRow')
export const EntryList = z
  .strictObject({ items: z.array(EntryRow), nextCursor: z.string().nullable() })
  .openapi('EntryList')

export const EntryQuery = z.strictObject({
  kind: z.enum(WRITTEN_KINDS).optional(),
  state: z.enum(EDITION_STATES).optional(),
  unitId: z.string().max(80).optional(),
  /** Looks through every word of every draft, with or without diacritics. */
  q: z.string().max(100).optional(),
  /** `due`: past its review day. `second_look`: published by one person alone. `mine`: I have written in it. */
  only: z.enum(['due', 'second_look', 'mine']).optional(),
  cursor: z.string().max(120).optional(),
})

export const NewEntry = z.strictObject({
  kind: z.enum(WRITTEN_KINDS),
  title: z.string().trim().min(3).max(200),
  unitId: z.string().min(1).max(80),
})

export const EntryChange = z.strictObject({
  ownerId: z.string().max(80).nullable().optional(),
  unitId: z.string().min(1).max(80).optional(),
})

/** A draft as it stands in the form; `changeNote` is told to readers when the change is `major`. */
export const DraftChange = z.strictObject({
  body: Body,
  changeKind: z.enum(['major', 'minor']).nullable(),
  changeNote: z.string().trim().max(500).nullable(),
})

export const StepTaken = z.strictObject({
  /** Why: told to the author when it is returned, to readers when it is withdrawn. */
  remark: z.string().trim().min(3).max(1_000).optional(),
  /** When a scheduled edition goes out. */
  at: z.iso.datetime({ offset: true }).optional(),
  /** Where an unpublished thing's address leads, a path of the app. */
  redirectTo: z
    .string()
    .regex(/^\/[a-z0-9-]+(\/[A-Za-z0-9._-]+)?$/)
    .max(200)
    .optional(),
})

export const DiffPart = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
export const EditionDiff = z
  .strictObject({
    fields: z.array(z.strictObject({ field: z.string(), parts: z.array(DiffPart) })),
  })
  .openapi('EditionDiff')

export const PreviewLink = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    isRevoked: z.boolean(),
  })
  .openapi('PreviewLink')
export const PreviewLinkMade = z
  .strictObject({ id: z.string(), path: z.string(), expiresAt: z.string() })
  .openapi('PreviewLinkMade')
export const PreviewLinkList = z.strictObject({ items: z.array(PreviewLink) }).openapi('PreviewLinkList')
export const NewPreviewLink = z.strictObject({
  label: z.string().trim().min(1).max(80),
  /** For whoever asks, to look at while writing: always the same one, told among no others. */
  isOwn: z.boolean().optional(),
})

/** What the Mini App shows under a preview link; the reply is as loose as the draft is unfinished. */
export const Preview = z
  .strictObject({
    kind: z.enum(WRITTEN_KINDS),
    slug: z.string(),
    title: z.string(),
    reply: z.record(z.string(), z.unknown()).openapi({ type: 'object', additionalProperties: true }),
  })
  .openapi('Preview')

export const TimelineEntry = z
  .strictObject({
    id: z.string(),
    at: z.string(),
    actorName: z.string(),
    action: z.string(),
    /** Number of the edition it was done to, where it was one. */
    edition: z.int().nullable(),
    remark: z.string().nullable(),
  })
  .openapi('TimelineEntry')
export const Timeline = z.strictObject({ items: z.array(TimelineEntry) }).openapi('Timeline')
export const NewRemark = z.strictObject({ text: z.string().trim().min(2).max(1_000) })
