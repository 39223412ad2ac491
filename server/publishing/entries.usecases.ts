import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import { pathOf } from '../content/paths.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { foldedWords } from '../search/vietnamese-text.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import * as queries from './editions.queries.ts'
import {
  type Edition,
  type Entry,
  type EntryChange,
  type EntryList,
  type EntryQuery,
  type EntryRow,
  STEPS,
  WRITTEN_KINDS,
} from './publishing.schemas.ts'
import { findProblems } from './readiness.ts'
import { EDITABLE, MOVES, mayTake } from './workflow.rules.ts'

const PAGE = 50

/** An entry the reader's units may see; to anybody else it does not exist. */
export async function openEntry(ctx: Ctx<Staff>, entryId: string) {
  const entry = await queries.findEntry(ctx.db, entryId)
  if (entry === undefined || !holds(ctx.actor, 'content.read', entry.unitId) || !isWritten(entry.kind))
    throw new AppError('entry.not_found')
  return { ...entry, kind: entry.kind }
}

export async function openEdition(ctx: Ctx<Staff>, editionId: string) {
  const found = await queries.findEdition(ctx.db, editionId)
  if (found === undefined || !holds(ctx.actor, 'content.read', found.entry.unitId) || !isWritten(found.entry.kind))
    throw new AppError('edition.not_found')
  return { edition: found.edition, entry: { ...found.entry, kind: found.entry.kind } }
}

export async function showEntry(ctx: Ctx<Staff>, entryId: string): Promise<z.input<typeof Entry>> {
  const { createdAt: _, ...entry } = await openEntry(ctx, entryId)
  const editions = await queries.listEditions(ctx.db, entryId)
  const among = (states: readonly string[]) => editions.find(({ state }) => states.includes(state))?.id ?? null
  return {
    ...entry,
    ownerName: await queries.findStaffName(ctx.db, entry.ownerId),
    path: pathOf(entry.kind, entry.slug),
    openEditionId: among(queries.OPEN),
    liveEditionId: among(queries.LIVE),
    editions,
    mayWrite: holds(ctx.actor, 'content.write', entry.unitId),
  }
}

export async function showEdition(ctx: Ctx<Staff>, editionId: string): Promise<z.input<typeof Edition>> {
  const { edition, entry } = await openEdition(ctx, editionId)
  const body: Record<string, unknown> = JSON.parse(edition.body)
  const { id, entryId, number, state, version, origin, title, updatedAt, changeKind, changeNote } = edition
  const { scheduledFor, publishedAt, urgentReason, withdrawnOn, withdrawnReason } = edition
  const authors: string[] = JSON.parse(edition.authors)
  return {
    ...{ id, entryId, number, state, version, origin, title, body, updatedAt, authors, changeKind, changeNote },
    ...{ scheduledFor, publishedAt, urgentReason, withdrawnOn, withdrawnReason },
    needsSecondLook: state === 'published' && urgentReason !== null && edition.secondLookBy === null,
    problems: await findProblems(ctx, entry, body),
    steps: STEPS.filter((step) => {
      const { needs, byAnother } = MOVES[step]
      const isOwnWork = byAnother && authors.includes(ctx.actor.id)
      return mayTake(step, edition) && holds(ctx.actor, needs, entry.unitId) && !isOwnWork
    }),
    mayEdit: EDITABLE.has(state) && holds(ctx.actor, 'content.write', entry.unitId),
  }
}

export async function listEntries(
  ctx: Ctx<Staff>,
  query: z.output<typeof EntryQuery>,
): Promise<z.input<typeof EntryList>> {
  requirePermission(ctx, 'content.read')
  const mine = unitsFor(ctx.actor, 'content.read')
  const rows = await queries.listEntries(ctx.db, {
    unitIds: query.unitId === undefined ? mine : mine.filter((id) => id === query.unitId),
    kinds: WRITTEN_KINDS,
    kind: query.kind,
    state: query.state,
    words: foldedWords(query.q ?? ''),
    dueOn: query.only === 'due' ? vietnamDate(ctx.now()) : undefined,
    needsSecondLook: query.only === 'second_look',
    authorId: query.only === 'mine' ? ctx.actor.id : undefined,
    after: query.cursor === undefined ? undefined : decodeCursor(query.cursor),
    limit: PAGE + 1,
  })
  const items = await toEntryRows(ctx, rows.slice(0, PAGE))
  const last = items.at(-1)
  const nextCursor = rows.length > PAGE && last ? encodeCursor(last.updatedAt, last.editionId) : null
  return { items, nextCursor }
}

/** Rows as SQL gives them: its truths are numbers. */
export async function toEntryRows(
  ctx: Ctx<Staff>,
  rows: Awaited<ReturnType<typeof queries.listEntries>>,
): Promise<z.input<typeof EntryRow>[]> {
  const unitIds = [...new Set(rows.map(({ unitId }) => unitId))]
  const names = await listUnitNames(ctx.db, unitIds, vietnamDate(ctx.now()))
  return rows.flatMap(({ kind, isLive, needsSecondLook, ...row }) => {
    if (!isWritten(kind)) return []
    const unitName = names.get(row.unitId) ?? row.unitId
    return { ...row, kind, unitName, isLive: Boolean(isLive), needsSecondLook: Boolean(needsSecondLook) }
  })
}

/** Hands an entry to another owner or another unit of the giver's. */
export async function changeEntry(
  ctx: Ctx<Staff>,
  entryId: string,
  change: z.output<typeof EntryChange>,
): Promise<z.input<typeof Entry>> {
  const entry = await openEntry(ctx, entryId)
  requirePermission(ctx, 'content.write', entry.unitId)
  if (change.unitId !== undefined) requirePermission(ctx, 'content.write', change.unitId)
  if (change.ownerId && (await queries.findStaffName(ctx.db, change.ownerId)) === null)
    throw new AppError('request.invalid', { fields: [{ field: 'ownerId', problem: 'unknown' }] })
  await ctx.write(async (tx) => {
    await queries.updateEntry(tx, entryId, change)
    await recordAudit(tx, ctx, {
      action: 'entry.hand_over',
      subject: { kind: 'entry', id: entryId },
      unitId: entry.unitId,
      before: { ownerId: entry.ownerId, unitId: entry.unitId },
      after: change,
    })
  })
  return showEntry(ctx, entryId)
}

type WrittenKind = (typeof WRITTEN_KINDS)[number]
function isWritten(kind: string): kind is WrittenKind {
  return WRITTEN_KINDS.some((written) => written === kind)
}
