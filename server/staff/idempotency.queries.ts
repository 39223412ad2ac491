import { and, eq, lt, sql } from 'drizzle-orm'
import type { Ctx, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Idempotency } from '../http/idempotency.ts'
import { idempotencyKeys } from './idempotency.table.ts'

const mine = ({ key, actorId }: { key: string; actorId: string }) =>
  and(eq(idempotencyKeys.actorId, actorId), eq(idempotencyKeys.key, key))

export function createIdempotency(ctx: Ctx<System>): Idempotency {
  return {
    begin: ({ key, actorId, requestHash }) =>
      ctx.write(async (tx) => {
        const [known] = await tx
          .select({ requestHash: idempotencyKeys.requestHash, reply: idempotencyKeys.reply })
          .from(idempotencyKeys)
          .where(mine({ key, actorId }))
        if (known) return known
        await tx.insert(idempotencyKeys).values({ key, actorId, requestHash, at: ctx.now().toISOString() })
        return undefined
      }),
    finish: (taken, reply) =>
      ctx.write(async (tx) => {
        await tx.update(idempotencyKeys).set({ reply }).where(mine(taken))
      }),
    release: (taken) =>
      ctx.write(async (tx) => {
        await tx.delete(idempotencyKeys).where(mine(taken))
      }),
  }
}

export async function deleteOldKeys(tx: Tx, before: string) {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.at, before))
}

/** Kept answers that speak of something which has been erased. */
export async function deleteRepliesAbout(tx: Tx, code: string) {
  await tx.delete(idempotencyKeys).where(sql`instr(${idempotencyKeys.reply}, ${code}) > 0`)
}
