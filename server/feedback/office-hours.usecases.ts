import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { requirePermission, unitsFor } from '../staff/access.rules.ts'
import { isUnitOn, listUnitNames } from '../units/units.queries.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { STATE_OFFICE_HOURS } from '../working-time/working-time.schemas.ts'
import * as queries from './office-hours.queries.ts'
import type { NewOfficeHours, OfficeHoursList, OfficeHoursQuery } from './office-hours.schemas.ts'

type List = z.input<typeof OfficeHoursList>

/** The hours of one unit, or of all that one sets them for. */
export async function listOfficeHours(ctx: Ctx<Staff>, { unitId }: z.output<typeof OfficeHoursQuery>): Promise<List> {
  requirePermission(ctx, 'feedback.settings', unitId)
  const onDate = vietnamDate(ctx.now())
  const unitIds = unitId === undefined ? unitsFor(ctx.actor, 'feedback.settings') : [unitId]
  const rows = await queries.listHours(ctx.db, unitIds)
  const today = await queries.findHours(ctx.db, { unitId: unitId ?? ROOT_UNIT_ID, onDate })
  const named = new Set([...rows.map((row) => row.unitId), ...(today ? [today.setFor] : [])])
  const names = await listUnitNames(ctx.db, [...named], onDate)
  const nameOf = (id: string) => names.get(id) ?? id
  return {
    items: rows.map((row) => ({ ...row, hours: JSON.parse(row.hours), unitName: nameOf(row.unitId) })),
    on: onDate,
    today: today === undefined ? STATE_OFFICE_HOURS : JSON.parse(today.hours),
    todayFrom: today ? { unitId: today.setFor, unitName: nameOf(today.setFor), validFrom: today.validFrom } : null,
  }
}

/** From a day to come on: what was received before is due when it was promised. */
export async function setOfficeHours(
  ctx: Ctx<Staff>,
  unitId: string,
  { validFrom, hours }: z.output<typeof NewOfficeHours>,
): Promise<List> {
  requirePermission(ctx, 'feedback.settings', unitId)
  if (validFrom <= vietnamDate(ctx.now())) throw invalid('validFrom', 'not_in_future')
  if (!(await isUnitOn(ctx.db, unitId, validFrom))) throw invalid('validFrom', 'unknown')
  const before = (await queries.listHours(ctx.db, [unitId])).find((row) => row.validFrom <= validFrom)
  await ctx.write(async (tx) => {
    await queries.saveHours(tx, { unitId, validFrom, hours: JSON.stringify(hours) })
    await recordAudit(tx, ctx, {
      action: 'hours.set',
      subject: { kind: 'unit', id: unitId },
      unitId,
      before: before === undefined ? undefined : { validFrom: before.validFrom, hours: JSON.parse(before.hours) },
      after: { validFrom, hours },
    })
  })
  return listOfficeHours(ctx, { unitId })
}

function invalid(field: string, problem: string) {
  return new AppError('request.invalid', { fields: [{ field, problem }] })
}
