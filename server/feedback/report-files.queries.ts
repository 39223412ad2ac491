import { and, asc, count, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { reportFiles } from './reports.table.ts'

export type FileRow = typeof reportFiles.$inferSelect

/** Uploaded by this person and in no report yet. */
const isWaitingOf = (citizenId: string) => and(eq(reportFiles.citizenId, citizenId), isNull(reportFiles.reportId))

export async function insertFile(tx: Tx, file: FileRow) {
  await tx.insert(reportFiles).values(file)
}

export async function countWaiting(db: Db, citizenId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(reportFiles).where(isWaitingOf(citizenId))
  return row?.count ?? 0
}

export async function listWaitingNames(db: Db, citizenId: string): Promise<string[]> {
  const rows = await db.select({ id: reportFiles.id }).from(reportFiles).where(isWaitingOf(citizenId))
  return rows.map(({ id }) => id)
}

export async function findFile(db: Db, { reportId, id }: { reportId: string; id: string }) {
  const [row] = await db
    .select()
    .from(reportFiles)
    .where(and(eq(reportFiles.id, id), eq(reportFiles.reportId, reportId)))
  return row
}

/** False when it is somebody else's, or sent already. */
export async function deleteWaiting(tx: Tx, { id, citizenId }: { id: string; citizenId: string }): Promise<boolean> {
  const rows = await tx
    .delete(reportFiles)
    .where(and(eq(reportFiles.id, id), isWaitingOf(citizenId)))
    .returning({ id: reportFiles.id })
  return rows.length > 0
}

export async function listUnsent(db: Db, { before, limit }: { before: string; limit: number }): Promise<string[]> {
  const rows = await db
    .select({ id: reportFiles.id })
    .from(reportFiles)
    .where(and(isNull(reportFiles.reportId), lt(reportFiles.createdAt, before)))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Those of these that were not sent meanwhile. */
export async function deleteUnsent(tx: Tx, ids: string[]): Promise<string[]> {
  const rows = await tx
    .delete(reportFiles)
    .where(and(inIds(reportFiles.id, ids), isNull(reportFiles.reportId)))
    .returning({ id: reportFiles.id })
  return rows.map(({ id }) => id)
}

export async function setRedacted(tx: Tx, id: string, redactedName: string) {
  await tx.update(reportFiles).set({ redactedName }).where(eq(reportFiles.id, id))
}

/** The blacked-out photos of reports, under names of their own. */
export async function listRedacted(db: Db, reportIds: string[]) {
  const rows = await db
    .select({ reportId: reportFiles.reportId, name: reportFiles.redactedName })
    .from(reportFiles)
    .where(and(inIds(reportFiles.reportId, reportIds), isNotNull(reportFiles.redactedName)))
    .orderBy(asc(reportFiles.createdAt), asc(reportFiles.id))
  return rows.flatMap(({ reportId, name }) => (reportId === null || name === null ? [] : { reportId, name }))
}

/** Those of these names that a row stands for. */
export async function listKnownNames(db: Db, names: string[]): Promise<Set<string>> {
  const { id, redactedName } = reportFiles
  const sent = await db.select({ name: id }).from(reportFiles).where(inIds(id, names))
  const redacted = await db.select({ name: redactedName }).from(reportFiles).where(inIds(redactedName, names))
  return new Set([...sent, ...redacted].flatMap(({ name }) => name ?? []))
}

export async function listFilesOf(db: Db, citizenId: string): Promise<FileRow[]> {
  return db.select().from(reportFiles).where(eq(reportFiles.citizenId, citizenId)).orderBy(asc(reportFiles.createdAt))
}

export async function deleteFilesOf(tx: Tx, citizenId: string) {
  await tx.delete(reportFiles).where(eq(reportFiles.citizenId, citizenId))
}

/** Every file that a row stands for, oldest first. */
export async function listFileNames(db: Db) {
  const { id, redactedName, bytes, createdAt } = reportFiles
  return db.select({ id, redactedName, bytes }).from(reportFiles).orderBy(asc(createdAt), asc(id))
}

/** Those of these people who have uploaded something. */
export async function listWithFiles(db: Db, citizenIds: string[]): Promise<string[]> {
  const { citizenId } = reportFiles
  const rows = await db.selectDistinct({ citizenId }).from(reportFiles).where(inIds(citizenId, citizenIds))
  return rows.flatMap((row) => row.citizenId ?? [])
}
