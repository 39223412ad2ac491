import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { contestEntries } from './contests.table.ts'
import { contestCertificates, contestResults, resultRows } from './results.table.ts'

export async function listOfficial(db: Db) {
  return db.select({ id: contestResults.id }).from(contestResults).where(eq(contestResults.state, 'official'))
}

/** People of an official result who have no certificate of it yet. */
export async function listWithout(db: Db, resultId: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ entryId: resultRows.entryId })
    .from(resultRows)
    .leftJoin(
      contestCertificates,
      and(eq(contestCertificates.resultId, resultRows.resultId), eq(contestCertificates.entryId, resultRows.entryId)),
    )
    .where(and(eq(resultRows.resultId, resultId), isNull(contestCertificates.code)))
    .limit(limit)
  return rows.map(({ entryId }) => entryId)
}

export async function insertCertificates(
  tx: Tx,
  { resultId, at, given }: { resultId: string; at: string; given: { code: string; entryId: string }[] },
) {
  const packed = JSON.stringify(given.map(({ code, entryId }) => [code, entryId]))
  await tx.run(sql`
    INSERT OR IGNORE INTO contest_certificates (code, result_id, entry_id, issued_at)
    SELECT value->>0, ${resultId}, value->>1, ${at} FROM json_each(${packed})`)
}

/** A certificate with what it stands on. */
export async function findCertificate(db: Db, code: string) {
  const [found] = await db
    .select({ certificate: contestCertificates, result: contestResults, row: resultRows, entry: contestEntries })
    .from(contestCertificates)
    .innerJoin(contestResults, eq(contestResults.id, contestCertificates.resultId))
    .innerJoin(contestEntries, eq(contestEntries.id, contestCertificates.entryId))
    .innerJoin(
      resultRows,
      and(eq(resultRows.resultId, contestCertificates.resultId), eq(resultRows.entryId, contestCertificates.entryId)),
    )
    .where(eq(contestCertificates.code, code))
    .limit(1)
  return found
}
