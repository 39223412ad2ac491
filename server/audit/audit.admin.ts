import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { AuditList, AuditQuery } from './audit.schemas.ts'
import { listAudit } from './audit.usecases.ts'

const list = route('GET /admin/api/audit', {
  summary: 'Who changed what, newest first',
  access: { may: 'audit.read' },
  query: AuditQuery,
  reply: AuditList,
})

export function auditDoors(api: StaffApi) {
  api.serve(list, (ctx, { query }) => listAudit(ctx, query))
}
