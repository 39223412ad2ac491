import { z } from '@hono/zod-openapi'
import { listEntries, recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { openEntry } from './entries.usecases.ts'
import type { NewRemark, Timeline } from './publishing.schemas.ts'

const MOST_SHOWN = 200
const OfEdition = z.object({ edition: z.int() })

/** Everything that has happened to an entry, newest first: who, when, and what they said. */
export async function readTimeline(ctx: Ctx<Staff>, entryId: string): Promise<z.input<typeof Timeline>> {
  const entry = await openEntry(ctx, entryId)
  const rows = await listEntries(ctx.db, {
    unitIds: [entry.unitId],
    subjectKind: 'entry',
    subjectId: entryId,
    limit: MOST_SHOWN,
  })
  return {
    items: rows.map(({ id, at, actorName, action, after, remark }) => {
      const told = OfEdition.safeParse(after === null ? null : JSON.parse(after))
      return { id, at, actorName, action, remark, edition: told.success ? told.data.edition : null }
    }),
  }
}

/** A note to colleagues; readers never see it. */
export async function addRemark(
  ctx: Ctx<Staff>,
  entryId: string,
  { text }: z.output<typeof NewRemark>,
): Promise<z.input<typeof Timeline>> {
  const entry = await openEntry(ctx, entryId)
  requirePermission(ctx, 'content.read', entry.unitId)
  await ctx.write((tx) =>
    recordAudit(tx, ctx, {
      action: 'entry.remark',
      subject: { kind: 'entry', id: entryId },
      unitId: entry.unitId,
      remark: text,
    }),
  )
  return readTimeline(ctx, entryId)
}
