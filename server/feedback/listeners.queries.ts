import { sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'

/**
 * The sender, the senders of what was merged into it, also by way of another, and who follows it while everybody may
 * read it; each once.
 */
export async function listListeners(
  db: Db,
  reportId: string,
): Promise<{ citizenId: string; code: string; isFollower: boolean }[]> {
  const rows = await db.values<[string, string, number]>(sql`
    WITH RECURSIVE told(id) AS (
      SELECT ${reportId} UNION SELECT r.id FROM told JOIN reports r ON r.merged_into_id = told.id
    )
    SELECT r.citizen_id, r.code, 0 FROM told JOIN reports r ON r.id = told.id WHERE r.citizen_id IS NOT NULL
    UNION ALL
    SELECT f.citizen_id, p.code, 1 FROM report_follows f JOIN public_reports p ON p.report_id = f.report_id
    WHERE f.report_id = ${reportId} AND p.hidden_reason IS NULL`)
  return rows.map(([citizenId, code, isFollower]) => ({ citizenId, code, isFollower: isFollower === 1 }))
}
