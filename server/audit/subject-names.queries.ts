import { asc, sql } from 'drizzle-orm'
import { campaignSends, campaigns } from '../campaigns/campaigns.table.ts'
import { contentEditions } from '../content/content.table.ts'
import { contests } from '../contests/contests.table.ts'
import type { Db } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { quizQuestions } from '../quizzes/questions.table.ts'
import { staff } from '../staff/staff.table.ts'
import { listUnitNames } from '../units/units.queries.ts'

type Subject = { subjectKind: string; subjectId: string }

/** What people call the things a log tells of, by `kind id`; a thing without a name of its own has none here. */
export async function nameSubjects(db: Db, rows: readonly Subject[], today: string): Promise<Map<string, string>> {
  const idsOf = (kind: string) => [
    ...new Set(rows.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? subjectId : []))),
  ]
  const named = {
    entry: await nameEntries(db, idsOf('entry')),
    staff: await nameStaff(db, idsOf('staff')),
    contest: await nameContests(db, idsOf('contest')),
    campaign: await nameCampaigns(db, idsOf('campaign')),
    campaign_send: await nameSends(db, idsOf('campaign_send')),
    question: await nameQuestions(db, idsOf('question')),
    unit: await listUnitNames(db, idsOf('unit'), today),
  }
  return new Map(
    Object.entries(named).flatMap(([kind, names]) => [...names].map(([id, name]) => [`${kind} ${id}`, name] as const)),
  )
}

/** The newest edition comes last and stays. */
async function nameEntries(db: Db, ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: contentEditions.entryId, title: contentEditions.title })
    .from(contentEditions)
    .where(inIds(contentEditions.entryId, ids))
    .orderBy(asc(contentEditions.number))
  return new Map(rows.map(({ id, title }) => [id, title]))
}

async function nameStaff(db: Db, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.select({ id: staff.id, name: staff.name }).from(staff).where(inIds(staff.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function nameContests(db: Db, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.select({ id: contests.id, name: contests.name }).from(contests).where(inIds(contests.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function nameCampaigns(db: Db, ids: string[]): Promise<Map<string, string>> {
  const { id, name } = campaigns
  const rows = await db.select({ id, name }).from(campaigns).where(inIds(id, ids))
  return new Map(rows.map((row) => [row.id, row.name]))
}

async function nameSends(db: Db, ids: string[]): Promise<Map<string, string>> {
  const title = sql<string>`${campaignSends.body} ->> '$.title'`
  const rows = await db.select({ id: campaignSends.id, title }).from(campaignSends).where(inIds(campaignSends.id, ids))
  return new Map(rows.map((row) => [row.id, row.title]))
}

async function nameQuestions(db: Db, ids: string[]): Promise<Map<string, string>> {
  const { id, code } = quizQuestions
  const rows = await db.select({ id, code }).from(quizQuestions).where(inIds(id, ids))
  return new Map(rows.map((row) => [row.id, row.code]))
}
