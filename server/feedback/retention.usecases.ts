import type { Ctx, System } from '../ctx.ts'
import { listExpired } from './erasing.queries.ts'
import { eraseReport } from './erasing.ts'
import { monthsBefore } from './retention.rules.ts'
import { listCategories } from './settings.queries.ts'

const BATCH = 50

/** Every night: who sent what was closed longer ago than its category is kept. The person and newer reports stay. */
export async function eraseExpired(ctx: Ctx<System>) {
  for (const { id, retentionMonths } of await listCategories(ctx.db)) {
    const wanted = { categoryId: id, before: monthsBefore(ctx.now(), retentionMonths), limit: BATCH }
    for (let batch = await listExpired(ctx.db, wanted); batch.length > 0; batch = await listExpired(ctx.db, wanted))
      await ctx.write(async (tx) => {
        for (const report of batch) await eraseReport(tx, ctx, report, 'expired')
      })
  }
}
