import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Citizen, Ctx } from '../ctx.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { insertOnce, preparedOnce } from '../db/prepared-once.ts'
import { AppError } from '../errors.ts'
import { CONSENT_PURPOSES, type ConsentChannel, type ConsentPurpose } from './consents.schemas.ts'
import { consents } from './consents.table.ts'
import { hashText, PURPOSES } from './purposes.ts'

/** In the order they were written: two ids of one millisecond have none. */
const written = sql`rowid`

const insertConsent = insertOnce(consents)
const newest = preparedOnce((db) =>
  db
    .select()
    .from(consents)
    .where(and(eq(consents.citizenId, sql.placeholder('citizenId')), eq(consents.purpose, sql.placeholder('purpose'))))
    .orderBy(desc(written))
    .limit(1)
    .prepare(),
)

/** How it stands between a citizen and a purpose; nothing when it was never asked. */
async function findNewest(db: Db | Tx, citizenId: string, purpose: ConsentPurpose) {
  const [row] = await newest(db).execute({ citizenId, purpose })
  return row
}

/** The consent that holds now; nothing when it was never given or has been withdrawn. */
export async function findConsent(db: Db | Tx, citizenId: string, purpose: ConsentPurpose) {
  const row = await findNewest(db, citizenId, purpose)
  return row?.act === 'granted' ? row : undefined
}

/** Those of these people who have taken this agreement back. */
export async function listWithdrawn(
  db: Db | Tx,
  { citizenIds, purpose }: { citizenIds: string[]; purpose: ConsentPurpose },
): Promise<Set<string>> {
  const newest = db
    .select({ row: sql`max(${written})`.as('row') })
    .from(consents)
    .where(and(inIds(consents.citizenId, citizenIds), eq(consents.purpose, purpose)))
    .groupBy(consents.citizenId)
  const rows = await db
    .select({ citizenId: consents.citizenId })
    .from(consents)
    .where(and(sql`${written} IN ${newest}`, eq(consents.act, 'withdrawn')))
  return new Set(rows.map(({ citizenId }) => citizenId))
}

/** How each purpose stands. */
export async function listStanding(db: Db | Tx, citizenId: string) {
  return Promise.all(
    CONSENT_PURPOSES.map(async (purpose) => ({ purpose, row: await findNewest(db, citizenId, purpose) })),
  )
}

export async function listConsents(db: Db, citizenId: string) {
  return db.select().from(consents).where(eq(consents.citizenId, citizenId)).orderBy(asc(written))
}

/** Those of these people who ever agreed to something. */
export async function listWithConsents(db: Db, citizenIds: string[]): Promise<string[]> {
  const { citizenId } = consents
  const rows = await db.selectDistinct({ citizenId }).from(consents).where(inIds(citizenId, citizenIds))
  return rows.map((row) => row.citizenId)
}

/** Where a citizen who came this way said it. */
export const CHANNEL_OF: Record<Citizen['via'], ConsentChannel> = { zalo: 'mini_app', device: 'browser', chat: 'zalo' }

/**
 * Writes down that the citizen agrees, in the transaction of what needs it, and tells the row's id, for that row to
 * point to. Refuses a text that has changed since it was on the screen.
 */
export async function recordConsent(
  tx: Tx,
  ctx: Ctx<Citizen>,
  { purpose, textVersion, isGuardian }: { purpose: ConsentPurpose; textVersion: number; isGuardian: boolean },
): Promise<string> {
  const channel = CHANNEL_OF[ctx.actor.via]
  return grant(tx, ctx, { citizenId: ctx.actor.id, purpose, textVersion, isGuardian, channel })
}

/** By a parent who has no session here, for a child who has one. */
export async function recordGuardianConsent(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId'>,
  given: { citizenId: string; purpose: ConsentPurpose; textVersion: number },
): Promise<string> {
  return grant(tx, ctx, { ...given, isGuardian: true, channel: 'browser' })
}

async function grant(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId'>,
  given: {
    citizenId: string
    purpose: ConsentPurpose
    textVersion: number
    isGuardian: boolean
    channel: ConsentChannel
  },
): Promise<string> {
  const { citizenId, purpose, textVersion, isGuardian, channel } = given
  if (textVersion !== PURPOSES[purpose].textVersion)
    throw new AppError('consent.text_changed', { purpose, textVersion: PURPOSES[purpose].textVersion })
  const known = await findConsent(tx, citizenId, purpose)
  if (known?.textHash === hashText(purpose) && known.isGuardian === isGuardian) return known.id
  const id = ctx.newId()
  const what = { purpose, textVersion, textHash: hashText(purpose), isGuardian, channel } as const
  await insertConsent(tx, { id, citizenId, act: 'granted', at: ctx.now().toISOString(), ...what })
  return id
}

/** Writes down that it is taken back; nothing is written where nothing was granted. */
export async function recordWithdrawal(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId'>,
  { citizenId, purpose, channel }: { citizenId: string; purpose: ConsentPurpose; channel: ConsentChannel },
) {
  const known = await findConsent(tx, citizenId, purpose)
  if (known === undefined) return
  const { textVersion, textHash, isGuardian } = known
  const what = { purpose, textVersion, textHash, isGuardian, channel }
  await insertConsent(tx, { id: ctx.newId(), citizenId, act: 'withdrawn', at: ctx.now().toISOString(), ...what })
}
