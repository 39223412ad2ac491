import { z } from '@hono/zod-openapi'
import { Procedure, ProcedureSummary } from '../procedures/procedures.schemas.ts'
import {
  Announcement,
  Answer,
  Article,
  ArticleSummary,
  COLUMNS,
  DirectiveDocument,
  ReformIndex,
  Situation,
} from './content.schemas.ts'
import { IsoDate } from './provenance.schemas.ts'

export const Column = z
  .strictObject({ slug: z.enum(COLUMNS), title: z.string(), description: z.string() })
  .openapi('Column')

export const SituationSummary = z
  .strictObject({ slug: z.string(), title: z.string(), summary: z.string(), homeOrder: z.int().nullable() })
  .openapi('SituationSummary')

export const DocumentSummary = DirectiveDocument.pick({
  slug: true,
  number: true,
  kind: true,
  title: true,
  issuedOn: true,
  effectiveFrom: true,
  effectiveTo: true,
})
  .extend({ isReplaced: z.boolean() })
  .openapi('DocumentSummary')

export const IndexSummary = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    nameVi: z.string(),
    measures: z.string(),
    latest: z
      .strictObject({
        province: z.string(),
        year: z.int(),
        score: z.number().nullable(),
        rank: z.int().nullable(),
        of: z.int().nullable(),
      })
      .nullable(),
  })
  .openapi('IndexSummary')

/** How the app behaves here: what the server's settings allow, and the versions it shows under "Giới thiệu". */
export const AppInfo = z
  .strictObject({
    version: z.string(),
    publicUrl: z.string(),
    miniAppId: z.string().nullable(),
    /** `browser`: only browsers may link outside; inside Zalo the address is copied. */
    externalLinks: z.enum(['browser', 'all']),
    contentVersion: z.string(),
    contentCheckedOn: IsoDate,
  })
  .openapi('AppInfo')

export const Home = z
  .strictObject({
    app: AppInfo,
    situations: z.array(SituationSummary),
    columns: z.array(z.strictObject({ ...Column.shape, count: z.int() })),
    latest: z.array(ArticleSummary),
    /** Each is for the days it names, both included; the app shows those of today. */
    announcements: z.array(Announcement).optional(),
    counts: z.strictObject({ procedures: z.int(), listed: z.int(), articles: z.int(), documents: z.int() }),
  })
  .openapi('Home')

export const ArticleList = z
  .strictObject({ items: z.array(ArticleSummary), columns: z.array(Column) })
  .openapi('ArticleList')
export const ArticleListQuery = z.strictObject({ column: z.enum(COLUMNS).optional() })
export const DocumentList = z.strictObject({ items: z.array(DocumentSummary) }).openapi('DocumentList')
export const IndexList = z.strictObject({ items: z.array(IndexSummary) }).openapi('IndexList')
export const AnswerList = z
  .strictObject({ items: z.array(Answer.pick({ slug: true, question: true })) })
  .openapi('AnswerList')
export const SituationList = z.strictObject({ items: z.array(SituationSummary) }).openapi('SituationList')

/** Everything a phone needs to read without a network; `terms` are the extra words its own search matches. */
export const Library = z
  .strictObject({
    contentVersion: z.string(),
    home: Home,
    procedures: z.array(Procedure),
    listed: z.array(
      z.strictObject({
        ...ProcedureSummary.shape,
        portalUrl: z.string().nullable(),
        agency: z.string().nullable(),
      }),
    ),
    replacedCodes: z.array(z.strictObject({ code: z.string(), slug: z.string(), reason: z.string() })),
    articles: z.array(Article),
    documents: z.array(DirectiveDocument),
    indices: z.array(ReformIndex),
    situations: z.array(Situation),
    answers: z.array(Answer).optional(),
    terms: z.array(z.strictObject({ type: z.string(), slug: z.string(), words: z.string() })),
  })
  .openapi('Library')
