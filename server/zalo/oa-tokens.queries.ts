import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { oaTokens } from './oa-tokens.table.ts'

export type TokenRow = typeof oaTokens.$inferSelect
type NewPair = Pick<TokenRow, 'accessSealed' | 'refreshSealed' | 'accessExpiresAt' | 'refreshedAt' | 'version'>

export async function findTokens(db: Db, oaId: string): Promise<TokenRow | undefined> {
  const [row] = await db.select().from(oaTokens).where(eq(oaTokens.oaId, oaId))
  return row
}

/** Says that Zalo is about to be asked; nothing when somebody else has begun or ended one meanwhile. */
export async function markInFlight(
  tx: Tx,
  seen: Pick<TokenRow, 'oaId' | 'version' | 'state' | 'inFlightSince'>,
  { at, problem }: { at: string; problem: string },
) {
  const since = oaTokens.inFlightSince
  const [row] = await tx
    .update(oaTokens)
    .set({ state: 'in_flight', inFlightSince: at, problem })
    .where(
      and(
        eq(oaTokens.oaId, seen.oaId),
        eq(oaTokens.version, seen.version),
        eq(oaTokens.state, seen.state),
        seen.inFlightSince === null ? isNull(since) : eq(since, seen.inFlightSince),
      ),
    )
    .returning()
  return row
}

/** A pair that Zalo has just given; an older one never takes the place of a newer. */
export async function keepPair(tx: Tx, oaId: string, pair: NewPair) {
  const values = { ...pair, state: 'ready' as const, inFlightSince: null, problem: null }
  const known = await findTokens(tx, oaId)
  if (known === undefined) await tx.insert(oaTokens).values({ oaId, ...values })
  else if (known.version < pair.version) await tx.update(oaTokens).set(values).where(eq(oaTokens.oaId, oaId))
}

/** Zalo refused without using up anything: as before. */
export async function markReadyAgain(tx: Tx, { oaId, version }: Pick<TokenRow, 'oaId' | 'version'>) {
  await tx
    .update(oaTokens)
    .set({ state: 'ready', inFlightSince: null, problem: null })
    .where(and(eq(oaTokens.oaId, oaId), eq(oaTokens.version, version)))
}

/** Nobody but a person can go on from here. */
export async function markNeedsReauth(
  tx: Tx,
  { oaId, version, problem }: Pick<TokenRow, 'oaId' | 'version'> & { problem: string },
) {
  await tx
    .update(oaTokens)
    .set({ state: 'needs_reauth', inFlightSince: null, problem })
    .where(and(eq(oaTokens.oaId, oaId), eq(oaTokens.version, version), ne(oaTokens.state, 'needs_reauth')))
}
