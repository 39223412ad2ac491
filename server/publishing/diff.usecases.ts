import type { z } from '@hono/zod-openapi'
import type { Ctx, Staff } from '../ctx.ts'
import { diffBodies } from './diff.rules.ts'
import { findEdition } from './editions.queries.ts'
import { openEdition } from './entries.usecases.ts'
import type { EditionDiff } from './publishing.schemas.ts'

/** What differs between an edition and another of the same entry, field by field. */
export async function compareEditions(
  ctx: Ctx<Staff>,
  { editionId, againstId }: { editionId: string; againstId: string },
): Promise<z.input<typeof EditionDiff>> {
  const { edition, entry } = await openEdition(ctx, editionId)
  const against = await findEdition(ctx.db, againstId)
  const before = against?.entry.id === entry.id ? JSON.parse(against.edition.body) : {}
  return { fields: diffBodies(before, JSON.parse(edition.body)) }
}
