import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { Id } from './feedback.schemas.ts'
import { NewOfficeHours, OfficeHoursList, OfficeHoursQuery } from './office-hours.schemas.ts'
import { listOfficeHours, setOfficeHours } from './office-hours.usecases.ts'

const settings = { access: { may: 'feedback.settings' } } as const

const list = route('GET /admin/api/feedback/office-hours', {
  ...settings,
  summary: 'When units work: every change, and what holds today',
  query: OfficeHoursQuery,
  reply: OfficeHoursList,
})
const set = route('PUT /admin/api/feedback/office-hours/{unitId}', {
  ...settings,
  summary: 'From a day to come on, a unit works other hours',
  params: z.object({ unitId: Id }),
  body: NewOfficeHours,
  reply: OfficeHoursList,
})

export function officeHoursDoors(api: StaffApi) {
  api.serve(list, (ctx, { query }) => listOfficeHours(ctx, query))
  api.serve(set, (ctx, { params, body }) => setOfficeHours(ctx, params.unitId, body))
}
