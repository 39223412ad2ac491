import { and, eq, isNotNull, isNull, lt, not, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { publicReports, reportAnswers, reportFollows, reportRatings } from './answers.table.ts'
import type { ReportRow } from './reports.queries.ts'
import { reportContacts, reportEvents, reportFiles, reports } from './reports.table.ts'

export async function listAllOf(db: Db, citizenId: string): Promise<ReportRow[]> {
  return db.select().from(reports).where(eq(reports.citizenId, citizenId)).orderBy(reports.id)
}

/** Takes the sender out of a report and closes its private link; what it counts as stays. */
export async function wipeReport(tx: Tx, id: string, { words, at }: { words: string; at: string }) {
  await tx
    .update(reports)
    .set({
      ...{ content: words, place: '', namedOfficer: '', mayPublish: false, reopenUntil: null },
      ...{ citizenId: null, consentId: null, requestKey: null, requestHash: null, erasedAt: at, updatedAt: at },
      linkVersion: sql`${reports.linkVersion} + 1`,
      version: sql`${reports.version} + 1`,
    })
    .where(eq(reports.id, id))
}

/** Every text written in or about a report, by whomever; codes of other reports stay. */
export async function wipeTexts(tx: Tx, reportId: string, words: string) {
  const tellsACode = and(eq(reportEvents.isInternal, true), sql`${reportEvents.kind} IN ('merged', 'split')`)
  await tx
    .update(reportEvents)
    .set({ text: words })
    .where(and(eq(reportEvents.reportId, reportId), isNotNull(reportEvents.text), not(tellsACode ?? sql`0`)))
  await tx.update(reportAnswers).set({ text: words }).where(eq(reportAnswers.reportId, reportId))
  await tx.update(reportRatings).set({ comment: '' }).where(eq(reportRatings.reportId, reportId))
  await tx
    .update(publicReports)
    .set({ ...{ title: words, content: words, answer: words, folded: '', hiddenReason: words } })
    .where(eq(publicReports.reportId, reportId))
}

export async function deleteContact(tx: Tx, reportId: string) {
  await tx.delete(reportContacts).where(eq(reportContacts.reportId, reportId))
}

/** The rows: bytes without a row are removed by the job that keeps the folder of files. */
export async function deleteFilesOf(tx: Tx, whose: { reportId: string } | { citizenId: string }) {
  const isTheirs =
    'reportId' in whose ? eq(reportFiles.reportId, whose.reportId) : eq(reportFiles.citizenId, whose.citizenId)
  await tx.delete(reportFiles).where(isTheirs)
}

export async function deleteFollowsOf(tx: Tx, citizenId: string) {
  await tx.delete(reportFollows).where(eq(reportFollows.citizenId, citizenId))
}

/** From now on nothing of this person's is to be published, and it cannot be reopened where that is said too. */
export async function changeAllOf(tx: Tx, citizenId: string, change: { mayPublish: false } | { reopenUntil: null }) {
  await tx
    .update(reports)
    .set({ ...change, version: sql`${reports.version} + 1` })
    .where(eq(reports.citizenId, citizenId))
}

/** What ended before a moment and still names its sender; what was merged ends with the report it was merged into. */
export async function listExpired(
  db: Db,
  { categoryId, before, limit }: { categoryId: string; before: string; limit: number },
): Promise<ReportRow[]> {
  const isMergedIntoErased = sql`${reports.state} = 'merged' AND EXISTS (
    SELECT 1 FROM reports AS target WHERE target.id = ${reports.mergedIntoId} AND target.erased_at IS NOT NULL)`
  return db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.categoryId, categoryId),
        isNull(reports.erasedAt),
        or(
          lt(reports.closedAt, before),
          and(isNull(reports.closedAt), lt(reports.updatedAt, before), isMergedIntoErased),
        ),
      ),
    )
    .limit(limit)
}

export async function listWaitingFilesOf(db: Db, citizenId: string) {
  return db
    .select()
    .from(reportFiles)
    .where(and(eq(reportFiles.citizenId, citizenId), isNull(reportFiles.reportId)))
    .orderBy(reportFiles.id)
}

export async function listAnswers(db: Db, reportId: string) {
  return db.select().from(reportAnswers).where(eq(reportAnswers.reportId, reportId)).orderBy(reportAnswers.round)
}

export async function listFollowsOf(db: Db, citizenId: string) {
  return db
    .select({ code: reports.code, at: reportFollows.at })
    .from(reportFollows)
    .innerJoin(reports, eq(reports.id, reportFollows.reportId))
    .where(eq(reportFollows.citizenId, citizenId))
    .orderBy(reportFollows.at)
}

/** Those of these people who have sent or follow a report. */
export async function listWithReports(db: Db, citizenIds: string[]): Promise<string[]> {
  const senders = db.select({ id: reports.citizenId }).from(reports).where(inIds(reports.citizenId, citizenIds))
  const followers = db
    .select({ id: reportFollows.citizenId })
    .from(reportFollows)
    .where(inIds(reportFollows.citizenId, citizenIds))
  return (await Promise.all([senders, followers])).flat().flatMap(({ id }) => id ?? [])
}
