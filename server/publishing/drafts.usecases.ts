import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import { fillBlanks } from '../content/draft-schema.ts'
import { describeBody } from '../content/editions.rules.ts'
import { KINDS } from '../content/kinds.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { changedFields, firstBody, readDraft, slugFrom } from './drafts.rules.ts'
import * as queries from './editions.queries.ts'
import { openEdition, openEntry, showEdition, showEntry } from './entries.usecases.ts'
import { insertDraft } from './insert-draft.ts'
import type { DraftChange, Edition, Entry, NewEntry } from './publishing.schemas.ts'
import { EDITABLE } from './workflow.rules.ts'

/** A new thing with an empty first draft, named after its title. */
export async function createEntry(ctx: Ctx<Staff>, wish: z.output<typeof NewEntry>): Promise<z.input<typeof Entry>> {
  requirePermission(ctx, 'content.write', wish.unitId)
  const entryId = ctx.newId()
  const at = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    const slug = await freeSlug(tx, wish)
    const body = fillBlanks(KINDS[wish.kind].written, firstBody(wish.kind, { slug, title: wish.title, today: at }))
    await queries.insertEntry(tx, {
      id: entryId,
      kind: wish.kind,
      slug,
      unitId: wish.unitId,
      ownerId: ctx.actor.id,
      createdAt: at,
    })
    await insertDraft(tx, ctx, { entryId, number: 1, described: describeBody(wish.kind, body) })
    await recordAudit(tx, ctx, {
      action: 'entry.create',
      subject: { kind: 'entry', id: entryId },
      unitId: wish.unitId,
      after: { kind: wish.kind, slug, title: wish.title },
    })
  })
  return showEntry(ctx, entryId)
}

/** A draft of the next edition: what people read now stays as it is until the draft is published. */
export async function startDraft(
  ctx: Ctx<Staff>,
  entryId: string,
  fromEditionId: string | undefined,
): Promise<z.input<typeof Edition>> {
  const entry = await openEntry(ctx, entryId)
  requirePermission(ctx, 'content.write', entry.unitId)
  const newEditionId = await ctx.write(async (tx) => {
    if (await queries.findEditionIn(tx, entryId, queries.OPEN)) throw new AppError('entry.being_written')
    const from = await findStart(tx, entryId, fromEditionId)
    const number = await queries.nextNumber(tx, entryId)
    const described = describeBody(entry.kind, JSON.parse(from.body))
    const id = await insertDraft(tx, ctx, { entryId, number, described })
    await recordAudit(tx, ctx, {
      action: 'edition.start',
      subject: { kind: 'entry', id: entryId },
      unitId: entry.unitId,
      after: { edition: number, from: from.number },
    })
    return id
  })
  return showEdition(ctx, newEditionId)
}

/** Keeps what the form holds; refused when somebody else has saved since, so that nothing is overwritten. */
export async function saveDraft(
  ctx: Ctx<Staff>,
  editionId: string,
  change: z.output<typeof DraftChange>,
  version: number,
): Promise<z.input<typeof Edition>> {
  const { edition, entry } = await openEdition(ctx, editionId)
  requirePermission(ctx, 'content.write', entry.unitId)
  if (!EDITABLE.has(edition.state)) throw new AppError('edition.wrong_state', { state: edition.state })
  const body = readDraft(entry.kind, change.body, entry.slug)
  const authors = new Set<string>([...JSON.parse(edition.authors), ctx.actor.id])
  await ctx.write(async (tx) => {
    const saved = await queries.changeEdition(
      tx,
      { id: editionId, version, states: [...EDITABLE] },
      {
        ...describeBody(entry.kind, body),
        changeKind: change.changeKind,
        changeNote: change.changeNote,
        authors: JSON.stringify([...authors]),
        updatedAt: ctx.now().toISOString(),
      },
    )
    if (saved === undefined) throw new AppError('edition.changed_meanwhile')
    await recordAudit(tx, ctx, {
      action: 'edition.save',
      subject: { kind: 'entry', id: entry.id },
      unitId: entry.unitId,
      ...changedFields(JSON.parse(edition.body), body),
    })
  })
  return showEdition(ctx, editionId)
}

async function findStart(tx: Tx, entryId: string, editionId: string | undefined) {
  const found =
    editionId === undefined
      ? ((await queries.findEditionIn(tx, entryId, queries.LIVE)) ??
        (await queries.findEditionIn(tx, entryId, ['unpublished', 'superseded', 'discarded'])))
      : (await queries.findEdition(tx, editionId))?.edition
  if (found === undefined || found.entryId !== entryId) throw new AppError('edition.not_found')
  return found
}

async function freeSlug(tx: Tx, { kind, title }: z.output<typeof NewEntry>) {
  const wished = slugFrom(title)
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wished : `${wished}-${number}`
    if (!(await queries.isSlugTaken(tx, kind, slug))) return slug
  }
}
