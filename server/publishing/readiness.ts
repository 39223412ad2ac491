import { findNamed } from '../content/live.queries.ts'
import type { Ctx } from '../ctx.ts'
import type { Db } from '../db/database.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { previewProblems, publishProblems, referencedNames, type WrittenKind } from './requirements.rules.ts'

/** What a body lacks, with the names it mentions looked up among what is public. */
export async function findProblems(
  ctx: Pick<Ctx, 'now'> & { db: Db },
  { kind, slug }: { kind: WrittenKind; slug: string },
  body: Record<string, unknown>,
) {
  const named = await findNamed(ctx.db, referencedNames(kind, body))
  const known = new Set([`${kind}:${slug}`])
  for (const each of named) known.add(`${each.kind}:${each.slug}`).add(`${each.kind}:${each.code}`)
  return {
    forPreview: previewProblems(kind, body),
    forPublishing: publishProblems(kind, body, {
      today: vietnamDate(ctx.now()),
      slug,
      isKnown: (name) => known.has(name),
    }),
  }
}
