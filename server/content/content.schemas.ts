import { z } from '@hono/zod-openapi'
import { IsoDate, Link, provenance, Slug, Source, standing } from './provenance.schemas.ts'

/** Columns (chuyên mục) of the handbook; the first six are the axes of resolution 76/NQ-CP. */
export const COLUMNS = [
  'the-che',
  'thu-tuc-hanh-chinh',
  'to-chuc-bo-may',
  'che-do-cong-vu',
  'tai-chinh-cong',
  'chinh-phu-so',
  'nop-va-tra-cuu',
  'quyen-va-nghia-vu',
  'do-luong',
] as const

/** `content/articles/<slug>.md`, the text under its front matter as `body`; `key` is the stable name the search measurements use. */
export const ArticleFile = z.strictObject({
  key: z.string().regex(/^ART-[A-Z0-9-]+$/),
  slug: Slug,
  title: z.string().min(5),
  summary: z.string().min(20),
  column: z.enum(COLUMNS),
  publishedOn: IsoDate,
  searchTerms: z.array(z.string()),
  related: z.array(z.string()),
  ...provenance,
  body: z.string().min(20),
})

/** Markdown after parsing: only these shapes reach a screen, so nothing in a text can run. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'em'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'break' }

export const Inline: z.ZodType<Inline> = z
  .lazy(() =>
    z.union([
      z.strictObject({ type: z.literal('text'), text: z.string() }),
      z.strictObject({ type: z.enum(['strong', 'em']), children: z.array(Inline) }),
      z.strictObject({ type: z.literal('link'), href: z.string(), children: z.array(Inline) }),
      z.strictObject({ type: z.literal('break') }),
    ]),
  )
  .openapi('Inline', { type: 'object' })

/** Pictures of our own store, which has made each anew from its pixels (server/images). */
export const IMAGE_ADDRESS = /^\/images\/[0-9a-f]{32}\.webp$/
export const SHORTEST_ALT = 3

export const Block = z
  .union([
    z.strictObject({
      type: z.literal('heading'),
      level: z.union([z.literal(2), z.literal(3)]),
      children: z.array(Inline),
    }),
    z.strictObject({ type: z.literal('paragraph'), children: z.array(Inline) }),
    z.strictObject({ type: z.literal('note'), children: z.array(Inline) }),
    z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(Inline)) }),
    z.strictObject({
      type: z.literal('table'),
      head: z.array(z.array(Inline)),
      rows: z.array(z.array(z.array(Inline))),
    }),
    z.strictObject({
      type: z.literal('image'),
      src: z.string().regex(IMAGE_ADDRESS),
      alt: z.string().min(SHORTEST_ALT),
    }),
  ])
  .openapi('Block')
export type Block = z.infer<typeof Block>

export const ArticleSummary = z
  .strictObject({
    key: z.string(),
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    column: z.enum(COLUMNS),
    publishedOn: IsoDate,
  })
  .openapi('ArticleSummary')

export const Article = z
  .strictObject({ ...ArticleSummary.shape, body: z.array(Block), related: z.array(Link), ...provenance, ...standing })
  .openapi('Article')
export type Article = z.infer<typeof Article>

/** `content/documents/<slug>.yaml`. Dates and signer are `null` where the source is silent. */
export const DocumentFile = z.strictObject({
  slug: Slug,
  number: z.string().min(2),
  kind: z.string().min(3),
  title: z.string().min(10),
  issuedOn: IsoDate.nullable(),
  issuer: z.string().nullable(),
  signer: z.string().nullable(),
  effectiveFrom: IsoDate.nullable(),
  effectiveTo: IsoDate.nullable(),
  summary: z.string().min(10),
  /** Slugs of the documents that stand in its place now. */
  replacedBy: z.array(Slug),
  amendedBy: z.array(Slug),
  searchTerms: z.array(z.string()),
  related: z.array(z.string()),
  ...provenance,
})

export const DirectiveDocument = DocumentFile.omit({
  searchTerms: true,
  related: true,
  replacedBy: true,
  amendedBy: true,
})
  .extend({
    replacedBy: z.array(Link),
    replaces: z.array(Link),
    amendedBy: z.array(Link),
    related: z.array(Link),
    ...standing,
  })
  .openapi('DirectiveDocument')
export type DirectiveDocument = z.infer<typeof DirectiveDocument>

const IndexValue = z.strictObject({
  province: z.string(),
  year: z.int().min(2000).max(2100),
  /** Values of different series are never drawn on one line (before and after a change of method or of borders). */
  series: z.string(),
  score: z.number().nullable(),
  rank: z.int().nullable(),
  of: z.int().nullable(),
  note: z.string().nullable(),
  sources: z.array(Source).min(1),
})

/** `content/indices/<slug>.yaml`. */
export const IndexFile = z.strictObject({
  slug: Slug,
  name: z.string(),
  nameVi: z.string(),
  measures: z.string(),
  publisher: z.string(),
  frequency: z.string().nullable(),
  scale: z.strictObject({
    text: z.string(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    unit: z.string().nullable(),
  }),
  legal: z.array(z.string()),
  notes: z.array(z.string()),
  values: z.array(IndexValue),
  /** Named parts of one year's score, each with its own largest value. */
  parts: z.array(
    z.strictObject({
      title: z.string(),
      year: z.int(),
      max: z.number(),
      rows: z.array(z.strictObject({ name: z.string(), score: z.number() })),
      sources: z.array(Source).min(1),
    }),
  ),
  facts: z.array(z.strictObject({ text: z.string(), sources: z.array(Source).min(1) })),
  gaps: z.array(z.string()),
  searchTerms: z.array(z.string()),
  related: z.array(z.string()),
  ...provenance,
})

export type IndexFile = z.infer<typeof IndexFile>

export const ReformIndex = IndexFile.omit({ searchTerms: true, related: true })
  .extend({ related: z.array(Link), ...standing })
  .openapi('ReformIndex')
export type ReformIndex = z.infer<typeof ReformIndex>

const option = { key: Slug, label: z.string().min(2), next: z.string() }

/**
 * `content/situations/<slug>.yaml`: a decision tree. `next` names a question or an outcome of the same file.
 * `links` are references; `answers` prefill the questions of the linked procedure.
 */
export const SituationFile = z.strictObject({
  slug: Slug,
  title: z.string().min(3),
  summary: z.string().min(10),
  /** Order among the everyday situations of the home screen; `null` keeps it off. */
  homeOrder: z.int().nullable(),
  start: Slug,
  questions: z.record(
    Slug,
    z.strictObject({
      text: z.string().min(5),
      help: z.string().nullable(),
      options: z.array(z.strictObject(option)).min(2),
    }),
  ),
  outcomes: z.record(
    Slug,
    z.strictObject({
      title: z.string().min(5),
      text: z.array(z.string().min(5)).min(1),
      links: z.array(z.string()),
      answers: z.array(z.strictObject({ procedure: z.string(), question: Slug, answer: z.enum(['yes', 'no']) })),
    }),
  ),
  searchTerms: z.array(z.string()),
  ...provenance,
})

export const Situation = SituationFile.omit({ searchTerms: true, outcomes: true })
  .extend({
    outcomes: z.record(z.string(), SituationFile.shape.outcomes.valueType.extend({ links: z.array(Link) })),
    ...standing,
  })
  .openapi('Situation')
export type Situation = z.infer<typeof Situation>

/** `content/answers/<slug>.yaml`: a short answer to a question people ask in their own words. */
export const AnswerFile = z.strictObject({
  slug: Slug,
  question: z.string().min(8).max(200),
  /** Markdown. */
  body: z.string().min(20).max(4_000),
  searchTerms: z.array(z.string()),
  related: z.array(z.string()),
  ...provenance,
})

export const Answer = z
  .strictObject({
    slug: z.string(),
    question: z.string(),
    body: z.array(Block),
    related: z.array(Link),
    ...provenance,
    ...standing,
  })
  .openapi('Answer')

export const ANNOUNCEMENT_LEVELS = ['info', 'warning'] as const

/** A notice on the first screen between two days, both included. */
export const AnnouncementFile = z.strictObject({
  slug: Slug,
  title: z.string().min(5).max(120),
  text: z.string().min(10).max(400),
  level: z.enum(ANNOUNCEMENT_LEVELS),
  showFrom: IsoDate,
  showUntil: IsoDate,
  related: z.array(z.string()).max(1),
  ...provenance,
})

export const Announcement = z
  .strictObject({
    slug: z.string(),
    title: z.string(),
    text: z.string(),
    level: z.enum(ANNOUNCEMENT_LEVELS),
    showFrom: IsoDate,
    showUntil: IsoDate,
    link: z.union([Link, z.null()]),
    ...provenance,
    ...standing,
  })
  .openapi('Announcement')

/** `content/calendar/<year>.yaml`: days off and swap days (làm bù) as the government announced them. */
export const CalendarFile = z.strictObject({
  year: z.int(),
  /** Last day the announcement covers; later days are "not yet known". */
  knownUntil: IsoDate,
  daysOff: z.array(z.strictObject({ date: IsoDate, name: z.string() })),
  workingSaturdays: z.array(z.strictObject({ date: IsoDate, name: z.string() })),
  ...provenance,
})
export type CalendarFile = z.infer<typeof CalendarFile>
