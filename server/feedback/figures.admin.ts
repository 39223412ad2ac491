import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { FeedbackFigures, FeedbackFiguresQuery, ReportExportQuery } from './figures.schemas.ts'
import { showFeedbackFigures } from './figures.usecases.ts'
import { exportReports } from './report-export.usecases.ts'

const read = { access: { may: 'figures.read' } } as const

const figures = route('GET /admin/api/feedback/figures', {
  ...read,
  summary: 'How many reports were received in some days, and how they have fared',
  query: FeedbackFiguresQuery,
  reply: FeedbackFigures,
})
const file = route('GET /admin/api/feedback/export', {
  ...read,
  summary: 'A spreadsheet with one row for each of these reports',
  query: ReportExportQuery,
  reply: z.unknown(),
  problems: ['staff.second_factor_required'],
})

export function feedbackFiguresDoors(api: StaffApi) {
  api.serve(figures, (ctx, { query }) => showFeedbackFigures(ctx, query))
  api.download(file, (ctx, { query }) => exportReports(ctx, query))
}
