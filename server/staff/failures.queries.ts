import { eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { signInFailures } from './staff.table.ts'

export async function findFailures(tx: Tx, who: string) {
  const { count, since, lastAt } = signInFailures
  const [row] = await tx
    .select({ count, since, lastAt })
    .from(signInFailures)
    .where(eq(signInFailures.who, who))
    .limit(1)
  return row
}

export async function addFailure(tx: Tx, who: string, at: string) {
  await tx
    .insert(signInFailures)
    .values({ who, count: 1, since: at, lastAt: at })
    .onConflictDoUpdate({ target: signInFailures.who, set: { count: sql`${signInFailures.count} + 1`, lastAt: at } })
}

export async function takeBackFailure(tx: Tx, who: string) {
  await tx
    .update(signInFailures)
    .set({ count: sql`max(${signInFailures.count} - 1, 0)` })
    .where(eq(signInFailures.who, who))
}

export async function clearFailures(tx: Tx, who: string) {
  await tx.delete(signInFailures).where(eq(signInFailures.who, who))
}

export async function deleteOldFailures(tx: Tx, before: string) {
  await tx.delete(signInFailures).where(lt(signInFailures.lastAt, before))
}
