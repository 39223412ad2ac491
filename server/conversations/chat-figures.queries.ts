import { sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'

/** Moments: from the first until before the last. */
export type Moments = { from: string; until: string }

const within = ({ from, until }: Moments) => sql`at >= ${from} AND at < ${until}`

/** Questions of each day in Vietnam, by how the bot fared with them. */
export async function countByDay(db: Db, moments: Moments) {
  const rows = await db.values<[string, number, number, number, number]>(sql`
    SELECT date(at, '+7 hours'), count(*), sum(band = 'answer'), sum(band = 'menu'), sum(band = 'fallback')
    FROM chat_questions WHERE ${within(moments)} GROUP BY 1 ORDER BY 1`)
  return rows.map(([day, questions, answered, menu, fallback]) => ({ day, questions, answered, menu, fallback }))
}

/** How many people wrote, and how many of them asked for an officer. */
export async function countPeople(db: Db, moments: Moments) {
  const [row] = await db.values<[number, number]>(sql`
    SELECT count(*), sum(EXISTS (SELECT 1 FROM chat_handoffs WHERE chat_handoffs.person_id = wrote.person_id
      AND reason <> 'staff' AND asked_at >= ${moments.from} AND asked_at < ${moments.until}))
    FROM (SELECT DISTINCT person_id FROM chat_messages WHERE speaker = 'person' AND ${within(moments)}) AS wrote`)
  return { wrote: row?.[0] ?? 0, wantedOfficer: row?.[1] ?? 0 }
}

export async function countHandoffs(db: Db, { from, until }: Moments) {
  const [row] = await db.values<[number, number, number, number, number | null]>(sql`
    SELECT count(*), sum(claimed_at IS NOT NULL), sum(state = 'cancelled'), count(rating), avg(rating)
    FROM chat_handoffs WHERE reason <> 'staff' AND asked_at >= ${from} AND asked_at < ${until}`)
  const [asked = 0, claimed = 0, cancelled = 0, ratings = 0, average = null] = row ?? []
  return { asked, claimed: claimed ?? 0, cancelled: cancelled ?? 0, ratings, average }
}

/** From asking to being taken, of those who asked then. */
export async function listWaits(db: Db, { from, until }: Moments) {
  const rows = await db.values<[string, string]>(sql`
    SELECT asked_at, claimed_at FROM chat_handoffs
    WHERE reason <> 'staff' AND claimed_at IS NOT NULL AND asked_at >= ${from} AND asked_at < ${until}
    ORDER BY asked_at DESC LIMIT 5000`)
  return rows.map(([askedAt, claimedAt]) => ({ askedAt, claimedAt }))
}

/** What was answered with, the most used first, named as it is published now. */
export async function listAnswers(db: Db, moments: Moments) {
  const rows = await db.values<[string, number, number, number]>(sql`
    SELECT answered_with, count(*), sum(coalesce(vote, '') = 'useful'), sum(coalesce(vote, '') = 'useless')
    FROM chat_questions WHERE answered_with IS NOT NULL AND ${within(moments)}
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30`)
  return rows.map(([answeredWith, count, useful, useless]) => ({ answeredWith, count, useful, useless }))
}

/** What could not be told to anybody, by why, and how much was. */
export async function countSending(db: Db, { from, until }: Moments) {
  const failures = await db.values<[string, number]>(sql`
    SELECT coalesce(problem, state), count(*) FROM chat_outgoing
    WHERE state IN ('failed', 'unknown') AND created_at >= ${from} AND created_at < ${until}
    GROUP BY 1 ORDER BY 2 DESC, 1`)
  const [sent] = await db.values<[number]>(sql`
    SELECT count(*) FROM chat_outgoing WHERE state = 'sent' AND created_at >= ${from} AND created_at < ${until}`)
  return { failures: failures.map(([problem, count]) => ({ problem, count })), sent: sent?.[0] ?? 0 }
}
