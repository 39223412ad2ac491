import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { findRootUnit, isUnitOn, listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import * as queries from './settings.queries.ts'
import type {
  CategoryDraft,
  CategoryList,
  FeedbackRouteList,
  NewCategory,
  NewFeedbackRoute,
  NewTemplate,
  PublicCategories,
  RouteEnd,
  TemplateDraft,
  TemplateList,
} from './settings.schemas.ts'

type Versioned = { id: string; version: number }

/** What a citizen chooses from. */
export async function listPublicCategories(ctx: Ctx): Promise<z.input<typeof PublicCategories>> {
  const categories = (await queries.listCategories(ctx.db)).filter(({ isActive }) => isActive)
  return {
    items: categories.map(({ id, name, help, limitDays, reopenDays }) => ({ id, name, help, limitDays, reopenDays })),
  }
}

export async function listAllCategories(ctx: Ctx<Staff>): Promise<z.input<typeof CategoryList>> {
  requirePermission(ctx, 'feedback.read')
  return { items: await queries.listCategories(ctx.db) }
}

/** Categories hold for the whole province, so only who sets them for the unit above all others may. */
async function requireSettings(ctx: Ctx<Staff>) {
  const root = await findRootUnit(ctx.db, vietnamDate(ctx.now()))
  requirePermission(ctx, 'feedback.settings', root)
  return root
}

export async function addCategory(ctx: Ctx<Staff>, category: z.output<typeof NewCategory>) {
  const unitId = await requireSettings(ctx)
  await ctx.write(async (tx) => {
    if (!(await queries.insertCategory(tx, { ...category, version: 1 }))) throw new AppError('category.already_exists')
    await recordAudit(tx, ctx, {
      action: 'category.add',
      subject: { kind: 'category', id: category.id },
      unitId,
      after: category,
    })
  })
  return listAllCategories(ctx)
}

/** A new limit is for reports to come: what was promised stays promised. */
export async function changeCategory(
  ctx: Ctx<Staff>,
  { id, version }: Versioned,
  change: z.output<typeof CategoryDraft>,
) {
  const unitId = await requireSettings(ctx)
  const before = await queries.findCategory(ctx.db, id)
  if (before === undefined) throw new AppError('category.not_found')
  await ctx.write(async (tx) => {
    if ((await queries.changeCategory(tx, { id, version }, change)) === undefined)
      throw new AppError('category.changed_meanwhile')
    const subject = { kind: 'category', id }
    await recordAudit(tx, ctx, { action: 'category.change', subject, unitId, before, after: change })
  })
  return listAllCategories(ctx)
}

export async function listFeedbackRoutes(ctx: Ctx<Staff>): Promise<z.input<typeof FeedbackRouteList>> {
  requirePermission(ctx, 'feedback.read')
  const rows = await queries.listRoutes(ctx.db)
  const unitIds = [...new Set(rows.flatMap(({ unitId, concernedUnitId }) => [unitId, concernedUnitId ?? unitId]))]
  const names = await listUnitNames(ctx.db, unitIds, vietnamDate(ctx.now()))
  return {
    items: rows.map((row) => ({
      ...row,
      unitName: names.get(row.unitId) ?? row.unitId,
      concernedUnitName: row.concernedUnitId && (names.get(row.concernedUnitId) ?? row.concernedUnitId),
    })),
  }
}

/** From that day on; the route of the same category and unit that held until then ends the day before. */
export async function addFeedbackRoute(ctx: Ctx<Staff>, wish: z.output<typeof NewFeedbackRoute>) {
  const root = await requireSettings(ctx)
  const { categoryId, concernedUnitId, unitId, validFrom } = wish
  if ((await queries.findCategory(ctx.db, categoryId)) === undefined) throw unknown('categoryId')
  for (const [field, id] of [
    ['unitId', unitId],
    ['concernedUnitId', concernedUnitId],
  ] as const)
    if (id !== null && !(await isUnitOn(ctx.db, id, validFrom))) throw unknown(field)
  const id = ctx.newId()
  await ctx.write(async (tx) => {
    await queries.endRoutesBefore(tx, wish)
    await queries.insertRoute(tx, { ...wish, id, validTo: null })
    await recordAudit(tx, ctx, { action: 'route.add', subject: { kind: 'route', id }, unitId: root, after: wish })
  })
  return listFeedbackRoutes(ctx)
}

export async function endFeedbackRoute(ctx: Ctx<Staff>, id: string, { validTo }: z.output<typeof RouteEnd>) {
  const root = await requireSettings(ctx)
  const before = await queries.findRouteById(ctx.db, id)
  if (before === undefined) throw new AppError('route_rule.not_found')
  await ctx.write(async (tx) => {
    if (validTo < before.validFrom || (await queries.endRoute(tx, id, validTo)) === undefined)
      throw new AppError('route_rule.ended')
    await recordAudit(tx, ctx, {
      action: 'route.end',
      subject: { kind: 'route', id },
      unitId: root,
      before,
      after: { validTo },
    })
  })
  return listFeedbackRoutes(ctx)
}

/** The templates of one's own units. */
export async function listTemplates(ctx: Ctx<Staff>): Promise<z.input<typeof TemplateList>> {
  requirePermission(ctx, 'feedback.note')
  return { items: await queries.listTemplates(ctx.db, unitsFor(ctx.actor, 'feedback.note')) }
}

export async function addTemplate(ctx: Ctx<Staff>, template: z.output<typeof NewTemplate>) {
  requirePermission(ctx, 'feedback.note', template.unitId)
  const id = ctx.newId()
  await ctx.write(async (tx) => {
    await queries.insertTemplate(tx, { ...template, id, version: 1 })
    await recordAudit(tx, ctx, {
      action: 'template.add',
      subject: { kind: 'template', id },
      unitId: template.unitId,
      after: { title: template.title },
    })
  })
  return listTemplates(ctx)
}

export async function changeTemplate(
  ctx: Ctx<Staff>,
  { id, version }: Versioned,
  change: z.output<typeof TemplateDraft>,
) {
  const before = await queries.findTemplate(ctx.db, id)
  if (before === undefined || !holds(ctx.actor, 'feedback.note', before.unitId))
    throw new AppError('template.not_found')
  requirePermission(ctx, 'feedback.note', before.unitId)
  await ctx.write(async (tx) => {
    if ((await queries.changeTemplate(tx, { id, version }, change)) === undefined)
      throw new AppError('template.changed_meanwhile')
    await recordAudit(tx, ctx, {
      action: 'template.change',
      subject: { kind: 'template', id },
      unitId: before.unitId,
      before: { title: before.title, isActive: before.isActive },
      after: { title: change.title, isActive: change.isActive },
    })
  })
  return listTemplates(ctx)
}

function unknown(field: string) {
  return new AppError('request.invalid', { fields: [{ field, problem: 'unknown' }] })
}
