import { and, desc, eq, gt, inArray, isNull, lt, max, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { insertOnce, preparedOnce } from '../db/prepared-once.ts'
import { staff } from '../staff/staff.table.ts'
import { reportAnswers, reportRatings } from './answers.table.ts'
import type { ReportState } from './feedback.schemas.ts'
import { reportClocks, reportContacts, reportEvents, reportFiles, reports } from './reports.table.ts'

export type ReportRow = typeof reports.$inferSelect
export type ClockRow = typeof reportClocks.$inferSelect
export type AnswerRow = typeof reportAnswers.$inferSelect

export const insertReport = insertOnce(reports)
export const insertContact = insertOnce(reportContacts)
export const insertEvent = insertOnce(reportEvents)
const insertClock = insertOnce(reportClocks)

export async function findReport(db: Db, id: string): Promise<ReportRow | undefined> {
  const [row] = await db.select().from(reports).where(eq(reports.id, id))
  return row
}

const withCode = preparedOnce((db) =>
  db
    .select()
    .from(reports)
    .where(eq(reports.code, sql.placeholder('code')))
    .limit(1)
    .prepare(),
)

export async function findByCode(db: Db, code: string): Promise<ReportRow | undefined> {
  const [row] = await withCode(db).execute({ code })
  return row
}

const withRequest = preparedOnce((db) =>
  db
    .select()
    .from(reports)
    .where(
      and(eq(reports.citizenId, sql.placeholder('citizenId')), eq(reports.requestKey, sql.placeholder('requestKey'))),
    )
    .limit(1)
    .prepare(),
)

/** What this person sent with this key before. */
export async function findByRequest(db: Db, citizenId: string, requestKey: string): Promise<ReportRow | undefined> {
  const [row] = await withRequest(db).execute({ citizenId, requestKey })
  return row
}

const nthNewest = preparedOnce((db) =>
  db
    .select({ receivedAt: reports.receivedAt })
    .from(reports)
    .where(eq(reports.citizenId, sql.placeholder('citizenId')))
    .orderBy(desc(reports.id))
    .limit(1)
    .offset(sql.placeholder('passedOver'))
    .prepare(),
)

/** The moment of the person's n-th newest report: whether they have sent that many since. */
export async function nthNewestAt(db: Db, citizenId: string, n: number): Promise<string | undefined> {
  const [row] = await nthNewest(db).execute({ citizenId, passedOver: n - 1 })
  return row?.receivedAt
}

export async function listOwn(db: Db, citizenId: string, page: { before?: string; limit: number }) {
  return db
    .select()
    .from(reports)
    .where(and(eq(reports.citizenId, citizenId), page.before === undefined ? undefined : lt(reports.id, page.before)))
    .orderBy(desc(reports.id))
    .limit(page.limit)
}

/** Returns nothing when somebody has changed the report since `version`, or it has left these states. */
export async function changeReport(
  tx: Tx,
  { id, version, states }: { id: string; version: number; states: readonly ReportState[] },
  change: Partial<Omit<ReportRow, 'id' | 'code' | 'version'>>,
): Promise<ReportRow | undefined> {
  const [row] = await tx
    .update(reports)
    .set({ ...change, version: version + 1 })
    .where(and(eq(reports.id, id), eq(reports.version, version), inArray(reports.state, [...states])))
    .returning()
  return row
}

export async function findContact(db: Db, reportId: string) {
  const [row] = await db.select().from(reportContacts).where(eq(reportContacts.reportId, reportId))
  return row
}

export async function listEvents(db: Db, reportId: string) {
  return db
    .select({
      id: reportEvents.id,
      at: reportEvents.at,
      kind: reportEvents.kind,
      isInternal: reportEvents.isInternal,
      unitId: reportEvents.unitId,
      text: reportEvents.text,
      byName: staff.name,
    })
    .from(reportEvents)
    .leftJoin(staff, eq(staff.id, reportEvents.staffId))
    .where(eq(reportEvents.reportId, reportId))
    .orderBy(reportEvents.id)
}

export async function listClocks(db: Db, reportId: string): Promise<ClockRow[]> {
  return db.select().from(reportClocks).where(eq(reportClocks.reportId, reportId)).orderBy(reportClocks.number)
}

/** The first spell of a new report. */
export async function startClock(tx: Tx, { reportId, unitId, at }: { reportId: string; unitId: string; at: string }) {
  await insertClock(tx, { reportId, unitId, number: 1, kind: 'running', startedAt: at })
}

/** Ends the spell that runs, where one does, and begins the next. */
export async function turnClock(
  tx: Tx,
  reportId: string,
  { at, next }: { at: string; next: Pick<ClockRow, 'unitId' | 'kind'> | undefined },
) {
  await tx
    .update(reportClocks)
    .set({ endedAt: at })
    .where(and(eq(reportClocks.reportId, reportId), isNull(reportClocks.endedAt)))
  if (next === undefined) return
  const [row] = await tx
    .select({ newest: max(reportClocks.number) })
    .from(reportClocks)
    .where(eq(reportClocks.reportId, reportId))
  await insertClock(tx, { reportId, number: (row?.newest ?? 0) + 1, startedAt: at, ...next })
}

export async function findAnswer(db: Db, reportId: string, round: number): Promise<AnswerRow | undefined> {
  const [row] = await db
    .select()
    .from(reportAnswers)
    .where(and(eq(reportAnswers.reportId, reportId), eq(reportAnswers.round, round)))
  return row
}

export async function findSentAnswer(db: Db, reportId: string): Promise<AnswerRow | undefined> {
  const [row] = await db
    .select()
    .from(reportAnswers)
    .where(and(eq(reportAnswers.reportId, reportId), gt(reportAnswers.sentAt, '')))
    .orderBy(desc(reportAnswers.round))
    .limit(1)
  return row
}

export async function saveAnswer(tx: Tx, answer: AnswerRow) {
  const { reportId: _, round: __, ...rest } = answer
  await tx
    .insert(reportAnswers)
    .values(answer)
    .onConflictDoUpdate({ target: [reportAnswers.reportId, reportAnswers.round], set: rest })
}

export async function listRatings(db: Db, reportId: string) {
  const { round, stars, comment, at } = reportRatings
  return db.select({ round, stars, comment, at }).from(reportRatings).where(eq(reportRatings.reportId, reportId))
}

/** False when this answer was rated before. */
export async function insertRating(tx: Tx, rating: typeof reportRatings.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(reportRatings).values(rating).onConflictDoNothing().returning()
  return rows.length > 0
}

export async function listFiles(db: Db, reportId: string) {
  return db.select().from(reportFiles).where(eq(reportFiles.reportId, reportId)).orderBy(reportFiles.createdAt)
}

/** Those of these files that this person uploaded and has not sent yet become the report's; returns how many. */
export async function attachFiles(
  tx: Tx,
  { reportId, citizenId, ids }: { reportId: string; citizenId: string; ids: string[] },
) {
  if (ids.length === 0) return 0
  const rows = await tx
    .update(reportFiles)
    .set({ reportId })
    .where(and(inIds(reportFiles.id, ids), eq(reportFiles.citizenId, citizenId), isNull(reportFiles.reportId)))
    .returning({ id: reportFiles.id })
  return rows.length
}

export async function listMergedInto(db: Db, reportId: string): Promise<ReportRow[]> {
  return db.select().from(reports).where(eq(reports.mergedIntoId, reportId))
}

export async function findStaffName(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [row] = await db.select({ name: staff.name }).from(staff).where(eq(staff.id, id))
  return row?.name ?? null
}

/** In the order of the ids; an account that is gone has no name to tell. */
export async function listStaffNames(db: Db, ids: string[]): Promise<string[]> {
  const rows = await db.select({ id: staff.id, name: staff.name }).from(staff).where(inIds(staff.id, ids))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return ids.flatMap((id) => names.get(id) ?? [])
}
