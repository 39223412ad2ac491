import { z } from '@hono/zod-openapi'
import { IsoDate } from '../content/provenance.schemas.ts'
import { CategoryId, Id } from './feedback.schemas.ts'

/** Where a template is offered: asking for more, answering, handing back. */
export const TEMPLATE_USES = ['ask', 'answer', 'return'] as const

const name = z.string().trim().min(3).max(120)

/** As citizens see it before they write. */
const PublicCategory = z
  .strictObject({ id: CategoryId, name: z.string(), help: z.string(), limitDays: z.int(), reopenDays: z.int() })
  .openapi('FeedbackCategory')
export const PublicCategories = z.strictObject({ items: z.array(PublicCategory) }).openapi('FeedbackCategories')

export const ConcernedUnitQuery = z.strictObject({ q: z.string().max(100) })
export const ConcernedUnits = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        /** The unit right above it, which tells two schools of one name apart. */
        above: z.string().nullable(),
        isSample: z.boolean(),
      }),
    ),
  })
  .openapi('ConcernedUnits')

export const CategoryDraft = z.strictObject({
  name,
  help: z.string().trim().max(300),
  position: z.int().min(0).max(1_000),
  limitDays: z.int().min(1).max(120),
  reopenDays: z.int().min(0).max(90),
  retentionMonths: z.int().min(1).max(120),
  isActive: z.boolean(),
})
export const NewCategory = CategoryDraft.extend({ id: CategoryId })
export const Category = NewCategory.extend({ version: z.int() }).openapi('Category')
export const CategoryList = z.strictObject({ items: z.array(Category) }).openapi('CategoryList')

export const NewFeedbackRoute = z.strictObject({
  categoryId: CategoryId,
  concernedUnitId: Id.nullable(),
  unitId: Id,
  validFrom: IsoDate,
})
export const FeedbackRoute = z
  .strictObject({
    id: z.string(),
    categoryId: z.string(),
    concernedUnitId: z.string().nullable(),
    concernedUnitName: z.string().nullable(),
    unitId: z.string(),
    unitName: z.string(),
    validFrom: IsoDate,
    validTo: IsoDate.nullable(),
  })
  .openapi('FeedbackRoute')
export const FeedbackRouteList = z.strictObject({ items: z.array(FeedbackRoute) }).openapi('FeedbackRouteList')
export const RouteEnd = z.strictObject({ validTo: IsoDate })

export const TemplateDraft = z.strictObject({
  use: z.enum(TEMPLATE_USES),
  categoryId: CategoryId.nullable(),
  title: name,
  text: z.string().trim().min(3).max(4_000),
  isActive: z.boolean(),
})
export const NewTemplate = TemplateDraft.extend({ unitId: Id })
export const Template = NewTemplate.extend({ id: z.string(), version: z.int() }).openapi('ReplyTemplate')
export const TemplateList = z.strictObject({ items: z.array(Template) }).openapi('ReplyTemplateList')
