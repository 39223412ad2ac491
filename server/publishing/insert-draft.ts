import type { describeBody } from '../content/editions.rules.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import * as queries from './editions.queries.ts'

type NewDraft = {
  entryId: string
  number: number
  described: ReturnType<typeof describeBody>
  changeKind?: 'major' | 'minor'
}

/** A draft by whoever asks; the entry must have no other one open. */
export async function insertDraft(
  tx: Tx,
  ctx: Ctx<Staff>,
  { entryId, number, described, changeKind }: NewDraft,
): Promise<string> {
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  await queries.insertEdition(tx, {
    ...described,
    id,
    entryId,
    number,
    state: 'draft',
    version: 1,
    origin: 'staff',
    createdAt: at,
    updatedAt: at,
    authors: JSON.stringify([ctx.actor.id]),
    changeKind,
  })
  return id
}
