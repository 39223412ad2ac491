import type { Ctx, System } from '../ctx.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { listSupersededNumbers, listToLookAt, setFlag } from './flags.queries.ts'
import { flagOf } from './questions.rules.ts'

const AT_ONCE = 500

/** Marks what has to be looked at again: its document was replaced, or its review date has come. */
export async function flagQuestions(ctx: Pick<Ctx<System>, 'db' | 'write' | 'now'>) {
  const superseded = await listSupersededNumbers(ctx.db)
  const today = vietnamDate(ctx.now())
  for (let after = ''; ; ) {
    const rows = await listToLookAt(ctx.db, { after, limit: AT_ONCE })
    const changed = rows
      .map(({ id, flag, documentNumber, reviewBy }) => ({
        ...{ id, flag },
        next: flagOf(
          { flag, reviewBy, isSuperseded: documentNumber !== null && superseded.has(documentNumber) },
          today,
        ),
      }))
      .filter(({ flag, next }) => flag !== next)
    if (changed.length > 0)
      await ctx.write(async (tx) => {
        for (const { id, next } of changed) await setFlag(tx, id, next)
      })
    const last = rows.at(-1)
    if (rows.length < AT_ONCE || last === undefined) return
    after = last.id
  }
}
