import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import type { SendKind, SendState } from './campaigns.schemas.ts'
import { campaignSends } from './campaigns.table.ts'

export type SendRow = typeof campaignSends.$inferSelect

export async function findSend(db: Db, id: string): Promise<SendRow | undefined> {
  const [row] = await db.select().from(campaignSends).where(eq(campaignSends.id, id))
  return row
}

/** The newest first. */
export async function listSendsOf(db: Db, campaignId: string): Promise<SendRow[]> {
  const { id } = campaignSends
  return db.select().from(campaignSends).where(eq(campaignSends.campaignId, campaignId)).orderBy(desc(id))
}

/** The one that a test phone asks for: a code is good until the sending is approved. */
export async function findByPreviewCode(db: Db, code: string): Promise<SendRow | undefined> {
  const [row] = await db
    .select()
    .from(campaignSends)
    .where(and(eq(campaignSends.previewCode, code), inArray(campaignSends.state, ['draft', 'previewed'])))
  return row
}

export async function insertSend(tx: Tx, row: SendRow) {
  await tx.insert(campaignSends).values(row)
}

/** Returns nothing when it stands in another state, or was changed since `version` where one is named. */
export async function changeSend(
  tx: Tx,
  { id, version, states }: { id: string; version?: number; states: readonly SendState[] },
  change: Partial<SendRow>,
): Promise<SendRow | undefined> {
  const [row] = await tx
    .update(campaignSends)
    .set({ ...change, version: sql`${campaignSends.version} + 1` })
    .where(
      and(
        eq(campaignSends.id, id),
        version === undefined ? undefined : eq(campaignSends.version, version),
        inArray(campaignSends.state, [...states]),
      ),
    )
    .returning()
  return row
}

/** Approved, and their time has come. */
export async function listDue(db: Db, now: string): Promise<SendRow[]> {
  const { state, notBefore, id } = campaignSends
  return db
    .select()
    .from(campaignSends)
    .where(and(eq(state, 'approved'), lte(notBefore, now)))
    .orderBy(asc(notBefore), asc(id))
}

export async function listSending(db: Db, kinds: readonly SendKind[]): Promise<SendRow[]> {
  const { state, kind, id } = campaignSends
  return db
    .select()
    .from(campaignSends)
    .where(and(eq(state, 'sending'), inArray(kind, [...kinds])))
    .orderBy(asc(id))
}

/** Articles that Zalo is still making. */
export async function listUnverified(db: Db): Promise<SendRow[]> {
  const { state, articleToken, articleId } = campaignSends
  const isWaiting = and(inArray(state, ['draft', 'previewed']), isNotNull(articleToken), isNull(articleId))
  return db.select().from(campaignSends).where(isWaiting)
}
