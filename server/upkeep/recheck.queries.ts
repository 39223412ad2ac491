import { and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import { contentEditions, contentEntries } from '../content/content.table.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import type { RecheckOutcome } from './recheck.schemas.ts'
import { recheckRows, rechecks } from './recheck.table.ts'

const LIVE = ['published', 'withdrawn'] as const
const AT_ONCE = 200

export type RecheckRecord = typeof rechecks.$inferSelect
export type RowRecord = typeof recheckRows.$inferSelect

/** Procedures people read, a page at a time. */
export async function listProcedures(db: Db, afterId: string) {
  return db
    .select({
      entryId: contentEntries.id,
      unitId: contentEntries.unitId,
      editionId: contentEditions.id,
      body: contentEditions.body,
    })
    .from(contentEntries)
    .innerJoin(
      contentEditions,
      and(eq(contentEditions.entryId, contentEntries.id), inArray(contentEditions.state, LIVE)),
    )
    .where(and(eq(contentEntries.kind, 'procedure'), gt(contentEntries.id, afterId)))
    .orderBy(asc(contentEntries.id))
    .limit(AT_ONCE)
}

export async function insertRecheck(tx: Tx, recheck: RecheckRecord, rows: RowRecord[]) {
  await tx.insert(rechecks).values(recheck)
  for (const row of rows) await tx.insert(recheckRows).values(row)
}

export async function findRecheck(db: Db, id: string): Promise<RecheckRecord | undefined> {
  const [row] = await db.select().from(rechecks).where(eq(rechecks.id, id))
  return row
}

/** Newest first. */
export async function listRechecks(
  db: Db,
  { unitIds, beforeId, limit }: { unitIds: string[]; beforeId?: string; limit: number },
): Promise<RecheckRecord[]> {
  return db
    .select()
    .from(rechecks)
    .where(and(inIds(rechecks.unitId, unitIds), beforeId === undefined ? undefined : lt(rechecks.id, beforeId)))
    .orderBy(desc(rechecks.id))
    .limit(limit)
}

export async function listRows(
  db: Db,
  {
    recheckId,
    outcome,
    afterCode,
    limit,
  }: { recheckId: string; outcome?: RecheckOutcome; afterCode?: string; limit: number },
): Promise<RowRecord[]> {
  return db
    .select()
    .from(recheckRows)
    .where(
      and(
        eq(recheckRows.recheckId, recheckId),
        outcome === undefined ? undefined : eq(recheckRows.outcome, outcome),
        afterCode === undefined ? undefined : gt(recheckRows.code, afterCode),
      ),
    )
    .orderBy(asc(recheckRows.code))
    .limit(limit)
}

export async function findRows(db: Db, recheckId: string, codes: string[]): Promise<RowRecord[]> {
  return db
    .select()
    .from(recheckRows)
    .where(and(eq(recheckRows.recheckId, recheckId), inIds(recheckRows.code, codes)))
}

/** Returns nothing when somebody has accepted rows since `version`. */
export async function nextVersion(tx: Tx, { id, version }: { id: string; version: number }) {
  const [row] = await tx
    .update(rechecks)
    .set({ version: version + 1 })
    .where(and(eq(rechecks.id, id), eq(rechecks.version, version)))
    .returning({ version: rechecks.version })
  return row?.version
}

export async function keepDraft(
  tx: Tx,
  { recheckId, code, draftId }: { recheckId: string; code: string; draftId: string },
) {
  await tx
    .update(recheckRows)
    .set({ draftId })
    .where(and(eq(recheckRows.recheckId, recheckId), eq(recheckRows.code, code)))
}
