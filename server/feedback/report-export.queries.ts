import { and, asc, eq, lt, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { reportRatings } from './answers.table.ts'
import type { Chosen } from './figures.queries.ts'
import type { ReportRow } from './reports.queries.ts'
import { reportContacts, reports } from './reports.table.ts'
import { feedbackCategories } from './settings.table.ts'

export type ExportedReport = Awaited<ReturnType<typeof listToExport>>[number]

/** What the units hold of what was received in the period, the oldest first, a page at a time. */
export async function listToExport(
  db: Db,
  { unitIds, from, until, after, limit }: Chosen & { after?: Pick<ReportRow, 'id' | 'receivedAt'>; limit: number },
) {
  const { id, receivedAt } = reports
  return db
    .select({
      ...{ id, receivedAt, code: reports.code, kind: reports.kind, unitId: reports.unitId, state: reports.state },
      ...{ content: reports.content, namedOfficer: reports.namedOfficer, closedAt: reports.closedAt },
      ...{ firstAnsweredAt: reports.firstAnsweredAt, firstAnswerMinutes: reports.firstAnswerMinutes },
      ...{ workedMinutes: reports.workedMinutes, isOpen: reports.isOpen },
      categoryName: feedbackCategories.name,
      dueAt: sql<string | null>`coalesce(${reports.dueAt}, ${reports.firstDueAt})`,
      stars: sql<number | null>`(SELECT ${reportRatings.stars} FROM ${reportRatings}
        WHERE ${reportRatings.reportId} = ${id} ORDER BY ${reportRatings.round} DESC LIMIT 1)`,
      sealed: reportContacts.sealed,
    })
    .from(reports)
    .innerJoin(feedbackCategories, eq(feedbackCategories.id, reports.categoryId))
    .leftJoin(reportContacts, eq(reportContacts.reportId, id))
    .where(
      and(
        sql`(${receivedAt}, ${id}) > (${after?.receivedAt ?? from}, ${after?.id ?? ''})`,
        lt(receivedAt, until),
        // By its days: the plus keeps SQLite from looking through all that each unit ever had.
        sql`+${inIds(reports.unitId, unitIds)}`,
      ),
    )
    .orderBy(asc(receivedAt), asc(id))
    .limit(limit)
}
