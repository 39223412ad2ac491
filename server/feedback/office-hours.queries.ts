import { desc, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { preparedOnce } from '../db/prepared-once.ts'
import { withAbove } from './handlers.queries.ts'
import { officeHours } from './settings.table.ts'

const [unitId, onDate] = [sql.placeholder('unitId'), sql.placeholder('onDate')]
const nearestHours = preparedOnce((db) =>
  db
    .select({
      hours: sql<string>`hours`.as('hours'),
      setFor: sql<string>`id`.as('set_for'),
      validFrom: sql<string>`valid_from`.as('held_from'),
    })
    .from(sql`(${withAbove(unitId, onDate)}
      SELECT hours, above.id, valid_from FROM above
      JOIN office_hours ON office_hours.unit_id = above.id AND valid_from <= ${onDate}
      ORDER BY above.level, valid_from DESC LIMIT 1)`)
    .limit(1)
    .prepare(),
)

/** The hours (JSON) that hold for a unit that day, and whose: its own, else of the nearest unit above that has some. */
export async function findHours(
  db: Db,
  asked: { unitId: string; onDate: string },
): Promise<{ hours: string; setFor: string; validFrom: string } | undefined> {
  const [row] = await nearestHours(db).execute(asked)
  return row
}

/** Every change of these units' hours, the newest first. */
export async function listHours(db: Db, unitIds: string[]) {
  return db
    .select()
    .from(officeHours)
    .where(inIds(officeHours.unitId, unitIds))
    .orderBy(officeHours.unitId, desc(officeHours.validFrom))
}

export async function saveHours(tx: Tx, row: typeof officeHours.$inferInsert) {
  await tx
    .insert(officeHours)
    .values(row)
    .onConflictDoUpdate({ target: [officeHours.unitId, officeHours.validFrom], set: { hours: row.hours } })
}
