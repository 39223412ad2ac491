import { lt } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { staffUsedCodes } from './staff.table.ts'
import { hashSecret } from './staff-store.ts'

/** A code holds for 30 seconds, and for as long before and after. */
const REMEMBERED_MS = 2 * 60_000

/** Takes a code for a person; false when it was given before, right or wrong. */
export async function takeCode(tx: Tx, { staffId, code, now }: { staffId: string; code: string; now: Date }) {
  await deleteOldCodes(tx, now)
  const taken = await tx
    .insert(staffUsedCodes)
    .values({ hash: hashSecret(`${staffId} ${code}`), at: now.toISOString() })
    .onConflictDoNothing()
    .returning()
  return taken.length > 0
}

export async function deleteOldCodes(tx: Tx, now: Date) {
  await tx.delete(staffUsedCodes).where(lt(staffUsedCodes.at, new Date(now.getTime() - REMEMBERED_MS).toISOString()))
}
