import type { Ctx, System } from '../ctx.ts'
import * as queries from './report-files.queries.ts'

const UNSENT_KEPT_MS = 24 * 60 * 60 * 1000
const BATCH = 200

/** What nobody sent within a day: first the row, then the file, so that no row is without its file. */
export async function forgetUnsent(ctx: Ctx<System>) {
  const before = dayBefore(ctx).toISOString()
  for (;;) {
    const ids = await queries.listUnsent(ctx.db, { before, limit: BATCH })
    const gone = ids.length === 0 ? [] : await ctx.write((tx) => queries.deleteUnsent(tx, ids))
    for (const id of gone) await ctx.attachments.remove(id)
    if (gone.length < BATCH) return
  }
}

/**
 * Files that nothing names: of a crash between file and row, or of rows that went. A day old, since a row comes after
 * its file; the mirror keeps them for the case that an older copy of the database was restored by mistake.
 */
export async function removeOrphans(ctx: Ctx<System>) {
  const before = dayBefore(ctx)
  for await (const names of ctx.attachments.listNames()) {
    const known = await queries.listKnownNames(ctx.db, names)
    for (const name of names.filter((each) => !known.has(each))) {
      const at = await ctx.attachments.writtenAt(name)
      if (at !== undefined && at < before) await ctx.attachments.remove(name)
    }
  }
}

function dayBefore(ctx: Ctx<System>) {
  return new Date(ctx.now().getTime() - UNSENT_KEPT_MS)
}
