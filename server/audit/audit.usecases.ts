import type { z } from '@hono/zod-openapi'
import type { Ctx, Staff } from '../ctx.ts'
import { requirePermission, unitsFor } from '../staff/access.rules.ts'
import { vietnamDate } from '../vietnam-time.ts'
import * as queries from './audit.queries.ts'
import type { AuditList, AuditQuery } from './audit.schemas.ts'
import { nameSubjects } from './subject-names.queries.ts'

const PAGE = 50

/** Newest first, of the reader's own units. */
export async function listAudit(
  ctx: Ctx<Staff>,
  query: z.output<typeof AuditQuery>,
): Promise<z.input<typeof AuditList>> {
  requirePermission(ctx, 'audit.read')
  const rows = await queries.listEntries(ctx.db, {
    ...query,
    unitIds: unitsFor(ctx.actor, 'audit.read'),
    limit: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const names = await nameSubjects(ctx.db, shown, vietnamDate(ctx.now()))
  const items = shown.map(({ before, after, ...row }) => ({
    ...row,
    subjectName: names.get(`${row.subjectKind} ${row.subjectId}`) ?? null,
    before: before === null ? null : JSON.parse(before),
    after: after === null ? null : JSON.parse(after),
  }))
  return { items, nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}
