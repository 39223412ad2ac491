import { contestComplaints } from '../../server/contests/results.table.ts'
import type { Ctx } from '../../server/ctx.ts'

/** A complaint that waits for an answer, as a row. */
export async function insertWaiting(
  ctx: Pick<Ctx, 'write' | 'now'>,
  of: { id: string; roundId: string; entryId: string },
) {
  const complaint = { ...of, text: 'Máy ghi sai lựa chọn câu 4.', createdAt: ctx.now().toISOString(), version: 1 }
  await ctx.write((tx) => tx.insert(contestComplaints).values({ ...complaint, state: 'waiting' }))
}
