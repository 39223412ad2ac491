import { and, asc, eq, gte, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { notices } from '../upkeep/notices.table.ts'
import { reportAnswers } from './answers.table.ts'
import type { ReportRow } from './reports.queries.ts'
import { reports } from './reports.table.ts'

export async function listForAnswerDay(
  db: Db,
  { today, limit }: { today: string; limit: number },
): Promise<ReportRow[]> {
  const rows = await db
    .select({ report: reports })
    .from(reportAnswers)
    .innerJoin(reports, and(eq(reports.id, reportAnswers.reportId), eq(reports.state, 'answer_approved')))
    .where(and(isNull(reportAnswers.sentAt), lte(reportAnswers.answerDay, today)))
    .orderBy(reportAnswers.answerDay, reports.id)
    .limit(limit)
  return rows.map(({ report }) => report)
}

export async function listUnreopened(
  db: Db,
  { before, limit }: { before: string; limit: number },
): Promise<ReportRow[]> {
  return db
    .select()
    .from(reports)
    .where(and(eq(reports.state, 'answered'), lt(reports.reopenUntil, before)))
    .orderBy(reports.reopenUntil)
    .limit(limit)
}

const escalated = {
  id: reports.id,
  code: reports.code,
  unitId: reports.unitId,
  dueAt: sql<string>`${reports.dueAt}`,
  rounds: reports.rounds,
}
export type ToEscalate = { id: string; code: string; unitId: string; dueAt: string; rounds: number }

/** Late reports of whose present round nobody was told yet, the latest first. */
export async function listToEscalate(db: Db, { now, limit }: { now: string; limit: number }): Promise<ToEscalate[]> {
  return db
    .select(escalated)
    .from(reports)
    .where(and(eq(reports.isOpen, true), isNull(reports.escalatedAt), lt(reports.dueAt, now)))
    .orderBy(asc(reports.dueAt))
    .limit(limit)
}

/** Those due before then, of whose present round nobody was told that it is soon. */
export async function listDueSoon(
  db: Db,
  { from, until, limit }: { from: string; until: string; limit: number },
): Promise<ToEscalate[]> {
  const told = sql`EXISTS (SELECT 1 FROM ${notices} WHERE ${notices.reportId} = ${reports.id}
    AND ${notices.kind} = 'report_due_soon' AND ${notices.round} = ${reports.rounds} + 1)`
  return db
    .select(escalated)
    .from(reports)
    .where(
      and(
        eq(reports.isOpen, true),
        isNull(reports.escalatedAt),
        gte(reports.dueAt, from),
        lt(reports.dueAt, until),
        sql`NOT ${told}`,
      ),
    )
    .orderBy(asc(reports.dueAt))
    .limit(limit)
}

/** False when somebody was told before. */
export async function markEscalated(tx: Tx, id: string, at: string): Promise<boolean> {
  const rows = await tx
    .update(reports)
    .set({ escalatedAt: at })
    .where(and(eq(reports.id, id), isNull(reports.escalatedAt)))
    .returning({ id: reports.id })
  return rows.length > 0
}
