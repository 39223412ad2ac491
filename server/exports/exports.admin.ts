import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { ShownTable } from './exports.schemas.ts'
import { exportTable } from './exports.usecases.ts'

const LARGEST_TABLE = 8 * 1024 * 1024

const table = route('POST /admin/api/exports', {
  summary: 'A table that was read here as a spreadsheet',
  access: 'signed_in',
  body: ShownTable,
  reply: z.unknown(),
  mostBytes: LARGEST_TABLE,
})

export function exportDoors(api: StaffApi) {
  api.download(table, (ctx, { body }) => exportTable(ctx, body))
}
