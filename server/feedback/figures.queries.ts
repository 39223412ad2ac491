import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { reportRatings } from './answers.table.ts'
import type { FIGURES_BY } from './figures.schemas.ts'
import { reports } from './reports.table.ts'

/** Moments: from the first until before the last. */
export type Chosen = { unitIds: string[]; from: string; until: string }
type By = (typeof FIGURES_BY)[number] | 'all'

const KEYS: Record<By, SQL> = {
  unit: sql`unit_id`,
  category: sql`category_id`,
  month: sql`strftime('%Y-%m', received_at, '+7 hours')`,
  all: sql`''`,
}

/** By the days of the period: by the units, every report there ever was would be looked at. */
const THOSE = sql`${reports} INDEXED BY reports_month`

/** One row of figures for each unit, category or month that received something; one for all. */
export async function readFigures(db: Db, by: By, { now, ...chosen }: Chosen & { now: string }) {
  const key = KEYS[by]
  const those = within(chosen)
  const counts = await db.values<[string, ...number[]]>(sql`
    SELECT ${key}, count(*), sum(first_answered_at IS NOT NULL), sum(state = 'returned'), sum(state = 'merged'),
      sum(is_open), sum(is_open AND due_at IS NOT NULL AND due_at < ${now}), sum(round_started_at > received_at),
      sum(first_answered_at IS NOT NULL AND first_answered_at <= first_due_at)
    FROM ${THOSE} WHERE ${those} GROUP BY 1`)
  const medians = new Map(await listMedians(db, key, those))
  const stars = new Map((await listStars(db, key, those)).map(([of, ...rest]) => [of, rest]))
  return counts.map(([of, received, answered, returned, merged, open, overdue, reopened, onTime]) => {
    const [ratings, averageStars] = stars.get(of) ?? [0, null]
    return {
      ...{ key: of, received: received ?? 0, answered: answered ?? 0, returned: returned ?? 0, merged: merged ?? 0 },
      ...{ open: open ?? 0, overdue: overdue ?? 0, reopened: reopened ?? 0, onTime: onTime ?? 0 },
      ...{ medianMinutes: medians.get(of) ?? null, ratings, averageStars },
    }
  })
}

function within({ unitIds, from, until }: Chosen) {
  return sql`received_at >= ${from} AND received_at < ${until}
    AND unit_id IN (SELECT value FROM json_each(${JSON.stringify(unitIds)}))`
}

/** The one in the middle, or what lies between the two there. */
async function listMedians(db: Db, key: SQL, those: SQL) {
  return db.values<[string, number]>(sql`
    SELECT of, avg(minutes) FROM (
      SELECT ${key} AS of, first_answer_minutes AS minutes, count(*) OVER (PARTITION BY ${key}) AS total,
        row_number() OVER (PARTITION BY ${key} ORDER BY first_answer_minutes) AS place
      FROM ${THOSE} WHERE ${those} AND first_answer_minutes IS NOT NULL
    ) WHERE place IN ((total + 1) / 2, (total + 2) / 2) GROUP BY of`)
}

async function listStars(db: Db, key: SQL, those: SQL) {
  return db.values<[string, number, number]>(sql`
    SELECT ${key}, count(*), avg(stars) FROM ${THOSE} CROSS JOIN ${reportRatings} ON report_id = id WHERE ${those} GROUP BY 1`)
}
