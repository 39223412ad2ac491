import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import { contentItems } from '../content/content.table.ts'
import { contests } from '../contests/contests.table.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { quizTopics } from '../quizzes/questions.table.ts'
import type { CampaignState } from './campaigns.schemas.ts'
import { campaignPieces, campaigns } from './campaigns.table.ts'

export type CampaignRow = typeof campaigns.$inferSelect
export type PieceRow = typeof campaignPieces.$inferSelect

export async function findCampaign(db: Db, id: string): Promise<CampaignRow | undefined> {
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, id))
  return row
}

/** The one that everybody may read, once its first day has come. */
export async function findStarted(db: Db, slug: string, today: string): Promise<CampaignRow | undefined> {
  const isStarted = and(eq(campaigns.slug, slug), eq(campaigns.state, 'approved'), lte(campaigns.startsOn, today))
  const [row] = await db.select().from(campaigns).where(isStarted)
  return row
}

/** Those of today, the one that ends first being told first. */
export async function listRunning(db: Db, today: string): Promise<CampaignRow[]> {
  const { state, startsOn, endsOn, id } = campaigns
  return db
    .select()
    .from(campaigns)
    .where(and(eq(state, 'approved'), lte(startsOn, today), sql`${endsOn} >= ${today}`))
    .orderBy(asc(endsOn), asc(id))
}

/** Of these units, the newest period first. */
export async function listCampaigns(db: Db, unitIds: string[]): Promise<CampaignRow[]> {
  const { unitId, startsOn, id } = campaigns
  return db.select().from(campaigns).where(inIds(unitId, unitIds)).orderBy(desc(startsOn), desc(id))
}

export async function isSlugTaken(db: Db, slug: string): Promise<boolean> {
  return (await db.$count(campaigns, eq(campaigns.slug, slug))) > 0
}

export async function insertCampaign(tx: Tx, row: CampaignRow) {
  await tx.insert(campaigns).values(row)
}

/** Returns nothing when it has been changed since `version`, or stands in another state. */
export async function changeCampaign(
  tx: Tx,
  { id, version, states }: { id: string; version: number; states: readonly CampaignState[] },
  change: Partial<CampaignRow>,
): Promise<CampaignRow | undefined> {
  const [row] = await tx
    .update(campaigns)
    .set({ ...change, version: version + 1 })
    .where(and(eq(campaigns.id, id), eq(campaigns.version, version), inArray(campaigns.state, [...states])))
    .returning()
  return row
}

/** By day, and within a day in the order in which they were written. */
export async function listPieces(db: Db, campaignIds: string[]): Promise<PieceRow[]> {
  const { campaignId, onDay } = campaignPieces
  return db.select().from(campaignPieces).where(inIds(campaignId, campaignIds)).orderBy(asc(onDay), sql`rowid`)
}

export async function replacePieces(tx: Tx, campaignId: string, rows: PieceRow[]) {
  await tx.delete(campaignPieces).where(eq(campaignPieces.campaignId, campaignId))
  if (rows.length > 0) await tx.insert(campaignPieces).values(rows)
}

/** Those of these references, `article:slug`, that lead to something people can open. */
export async function listOpenReferences(db: Db, references: string[]): Promise<Set<string>> {
  const name = sql<string>`CASE WHEN ${contentItems.kind} = 'procedure' THEN ${contentItems.code} ELSE ${contentItems.slug} END`
  const pages = sql<string>`${contentItems.kind} || ':' || ${name}`
  const topics = sql<string>`'quiz:' || ${quizTopics.id}`
  const announced = sql<string>`'contest:' || ${contests.slug}`
  const among = (reference: typeof pages) =>
    sql`${reference} IN (SELECT value FROM json_each(${JSON.stringify(references)}))`
  const found = [
    await db
      .select({ reference: pages })
      .from(contentItems)
      .where(and(eq(contentItems.isListed, true), among(pages))),
    await db.select({ reference: topics }).from(quizTopics).where(among(topics)),
    await db
      .select({ reference: announced })
      .from(contests)
      .where(and(sql`${contests.state} NOT IN ('draft', 'reviewed')`, among(announced))),
  ]
  return new Set(found.flat().map(({ reference }) => reference))
}
