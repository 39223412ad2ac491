import { sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import type { Audience } from '../units/units.schemas.ts'
import type { MemberRow } from './members.queries.ts'

type Wish = {
  contestId: string
  roundId: string
  unitIds: readonly string[]
  blocks: readonly { id: string; audiences: readonly Audience[] }[]
  onDate: string
}
export type UnitShare = { unitId: string; blockId: string; headcount: number | null; takenPart: number }

/** Who has begun a paper of a round, by unit and block, beside the headcount of a day: one statement for all units. */
export async function listShares(db: Db, { contestId, roundId, unitIds, blocks, onDate }: Wish): Promise<UnitShare[]> {
  const rows = await db.values<[string, string, number | null, number]>(sql`
    WITH took AS (
      SELECT e.unit_id, e.block_id, count(*) AS people FROM contest_entries e
      WHERE e.contest_id = ${contestId} AND e.status = 'counted' AND e.unit_id IS NOT NULL
        AND EXISTS (${paperOf(roundId)})
      GROUP BY e.unit_id, e.block_id
    ), shares AS (
      SELECT u.value AS unit_id, b.value ->> 'id' AS block_id, (
        SELECT sum(h.count) FROM unit_headcounts h
        WHERE h.unit_id = u.value AND h.audience IN (SELECT value FROM json_each(b.value -> 'audiences'))
          AND h.as_of = (
            SELECT max(l.as_of) FROM unit_headcounts l
            WHERE l.unit_id = h.unit_id AND l.audience = h.audience AND l.as_of <= ${onDate})
      ) AS headcount
      FROM json_each(${JSON.stringify(unitIds)}) u CROSS JOIN json_each(${JSON.stringify(blocks)}) b
    )
    SELECT s.unit_id, s.block_id, s.headcount, coalesce(t.people, 0) FROM shares s
    LEFT JOIN took t ON t.unit_id = s.unit_id AND t.block_id = s.block_id
    WHERE s.headcount IS NOT NULL OR t.people IS NOT NULL`)
  return rows.map(([unitId, blockId, headcount, takenPart]) => ({ unitId, blockId, headcount, takenPart }))
}

const paperOf = (roundId: string) =>
  sql`SELECT 1 FROM contest_attempts a WHERE a.round_id = ${roundId} AND a.entry_id = e.id AND a.state <> 'voided'`

type Listed = Pick<MemberRow, 'id' | 'sealed' | 'blockId'> & { hasTakenPart: boolean }

/** A unit's list but for the committee, and who of it has begun a paper of the round. */
export async function listTakingPart(
  db: Db,
  { contestId, unitId, roundId }: { contestId: string; unitId: string; roundId: string },
): Promise<Listed[]> {
  const rows = await db.values<[string, string, string, number]>(sql`
    SELECT m.id, m.sealed, m.block_id, EXISTS (
      SELECT 1 FROM contest_entries e WHERE e.contest_id = m.contest_id AND e.code_mark = m.code_mark
        AND e.status IN ('counted', 'held') AND EXISTS (${paperOf(roundId)}))
    FROM contest_members m
    WHERE m.contest_id = ${contestId} AND m.unit_id = ${unitId} AND m.is_organiser = 0 ORDER BY m.id`)
  return rows.map(([id, sealed, blockId, took]) => ({ id, sealed, blockId, hasTakenPart: took === 1 }))
}
