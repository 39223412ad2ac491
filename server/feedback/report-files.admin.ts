import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { Case } from './inbox.schemas.ts'
import { Redaction, ReportFileParams, ReportFileQuery } from './report-files.schemas.ts'
import { readReportFile, redactFile } from './report-files.usecases.ts'

const show = route('GET /admin/api/reports/{id}/files/{fileId}', {
  summary:
    'What was sent along, as a download: as it was sent, or with parts blacked out (`redacted` names that version)',
  access: { may: 'feedback.read' },
  params: ReportFileParams,
  query: ReportFileQuery,
  reply: z.unknown(),
  problems: ['report.not_found', 'report.is_about_you', 'file.not_found'],
})
const redact = route('POST /admin/api/reports/{id}/files/{fileId}/redactions', {
  summary: 'Black out parts of a photo, so that it may be seen with the published report',
  access: { may: 'feedback.moderate' },
  params: ReportFileParams,
  body: Redaction,
  reply: Case,
  status: 201,
  problems: ['report.not_found', 'report.is_about_you', 'file.not_found'],
})

export function reportFileAdminDoors(api: StaffApi) {
  api.download(show, (ctx, { params, query }) => readReportFile(ctx, { ...params, ...query }))
  api.serve(redact, (ctx, { params, body }) => redactFile(ctx, params, body))
}
