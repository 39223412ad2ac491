import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { CategoryId, Id } from './feedback.schemas.ts'
import {
  CategoryDraft,
  CategoryList,
  FeedbackRouteList,
  NewCategory,
  NewFeedbackRoute,
  NewTemplate,
  RouteEnd,
  TemplateDraft,
  TemplateList,
} from './settings.schemas.ts'
import {
  addCategory,
  addFeedbackRoute,
  addTemplate,
  changeCategory,
  changeTemplate,
  endFeedbackRoute,
  listAllCategories,
  listFeedbackRoutes,
  listTemplates,
} from './settings.usecases.ts'

const read = { access: { may: 'feedback.read' } } as const
const settings = { access: { may: 'feedback.settings' } } as const
const noting = { access: { may: 'feedback.note' } } as const

const categories = route('GET /admin/api/feedback/categories', {
  ...read,
  summary: 'What reports are about, with limits',
  reply: CategoryList,
})
const newCategory = route('POST /admin/api/feedback/categories', {
  ...settings,
  summary: 'Add a category',
  body: NewCategory,
  reply: CategoryList,
  status: 201,
  problems: ['category.already_exists'],
})
const category = route('PUT /admin/api/feedback/categories/{id}', {
  ...settings,
  summary: 'Change a category; a new limit is for reports to come',
  params: z.object({ id: CategoryId }),
  body: CategoryDraft,
  reply: CategoryList,
  needsIfMatch: true,
  problems: ['category.not_found', 'category.changed_meanwhile'],
})
const routes = route('GET /admin/api/feedback/routes', {
  ...read,
  summary: 'Who handles what, by days',
  reply: FeedbackRouteList,
})
const newRoute = route('POST /admin/api/feedback/routes', {
  ...settings,
  summary: 'From a day on, another unit handles a category',
  body: NewFeedbackRoute,
  reply: FeedbackRouteList,
  status: 201,
})
const routeEnd = route('POST /admin/api/feedback/routes/{id}/end', {
  ...settings,
  summary: 'The last day of a route',
  params: z.object({ id: Id }),
  body: RouteEnd,
  reply: FeedbackRouteList,
  problems: ['route_rule.not_found', 'route_rule.ended'],
})
const templates = route('GET /admin/api/feedback/templates', {
  ...noting,
  summary: 'Texts to begin from',
  reply: TemplateList,
})
const newTemplate = route('POST /admin/api/feedback/templates', {
  ...noting,
  summary: 'Add a text',
  body: NewTemplate,
  reply: TemplateList,
  status: 201,
})
const template = route('PUT /admin/api/feedback/templates/{id}', {
  ...noting,
  summary: 'Change a text',
  params: z.object({ id: Id }),
  body: TemplateDraft,
  reply: TemplateList,
  needsIfMatch: true,
  problems: ['template.not_found', 'template.changed_meanwhile'],
})

export function feedbackSettingsDoors(api: StaffApi) {
  api.serve(categories, (ctx) => listAllCategories(ctx))
  api.serve(newCategory, (ctx, { body }) => addCategory(ctx, body))
  api.serve(category, (ctx, { params, body, ifMatch }) =>
    changeCategory(ctx, { id: params.id, version: ifMatch }, body),
  )
  api.serve(routes, (ctx) => listFeedbackRoutes(ctx))
  api.serve(newRoute, (ctx, { body }) => addFeedbackRoute(ctx, body))
  api.serve(routeEnd, (ctx, { params, body }) => endFeedbackRoute(ctx, params.id, body))
  api.serve(templates, (ctx) => listTemplates(ctx))
  api.serve(newTemplate, (ctx, { body }) => addTemplate(ctx, body))
  api.serve(template, (ctx, { params, body, ifMatch }) =>
    changeTemplate(ctx, { id: params.id, version: ifMatch }, body),
  )
}
