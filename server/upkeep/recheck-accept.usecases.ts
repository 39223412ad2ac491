import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import { describeBody } from '../content/editions.rules.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { ProcedureFile } from '../procedures/procedures.schemas.ts'
import * as editions from '../publishing/editions.queries.ts'
import { insertDraft } from '../publishing/insert-draft.ts'
import { holds } from '../staff/access.rules.ts'
import { vietnamDate } from '../vietnam-time.ts'
import * as queries from './recheck.queries.ts'
import { lookedAt, takeOver, withSource } from './recheck.rules.ts'
import type { ACCEPT_RESULTS, AcceptReport, RowsAccepted } from './recheck.schemas.ts'
import { openRecheck } from './recheck.usecases.ts'
import type { Told } from './recheck-input.rules.ts'

type Result = { code: string; result: (typeof ACCEPT_RESULTS)[number]; draftId: string | null }

/** Makes drafts of accepted rows; nothing is published, and no draft of anybody's is touched. */
export async function acceptRows(
  ctx: Ctx<Staff>,
  recheckId: string,
  wish: z.output<typeof RowsAccepted>,
  version: number,
): Promise<z.input<typeof AcceptReport>> {
  const recheck = await openRecheck(ctx, recheckId)
  const rows = await queries.findRows(ctx.db, recheckId, wish.rows)
  if (!rows.some(isAcceptable)) return { version: recheck.version, results: rows.map(untouched) }
  return ctx.write(async (tx) => {
    const next = await queries.nextVersion(tx, { id: recheckId, version })
    if (next === undefined) throw new AppError('recheck.changed_meanwhile')
    const results: Result[] = []
    for (const row of await queries.findRows(tx, recheckId, wish.rows))
      results.push(isAcceptable(row) ? await acceptRow(tx, ctx, recheck, row) : untouched(row))
    await recordAudit(tx, ctx, {
      action: 'recheck.accept',
      subject: { kind: 'recheck', id: recheckId },
      unitId: recheck.unitId,
      after: { drafted: results.filter(({ result }) => result === 'drafted').map(({ code }) => code) },
    })
    return { version: next, results }
  })
}

function isAcceptable({ outcome, draftId }: queries.RowRecord) {
  return draftId === null && (outcome === 'changed' || outcome === 'same')
}

function untouched({ code, draftId }: queries.RowRecord): Result {
  return { code, draftId, result: draftId === null ? 'nothing_to_accept' : 'already_accepted' }
}

async function acceptRow(
  tx: Tx,
  ctx: Ctx<Staff>,
  recheck: queries.RecheckRecord,
  row: queries.RowRecord,
): Promise<Result> {
  const { code } = row
  const refused = (result: Result['result']): Result => ({ code, result, draftId: null })
  const found = row.editionId === null ? undefined : await editions.findEdition(tx, row.editionId)
  if (found === undefined || !isLive(found.edition)) return refused('changed_meanwhile')
  const { edition, entry } = found
  if (!holds(ctx.actor, 'content.write', entry.unitId)) return refused('not_ours_to_write')
  if (await editions.findEditionIn(tx, entry.id, editions.OPEN)) return refused('being_written')
  const body = nextBody(ctx, recheck, row, ProcedureFile.parse(JSON.parse(edition.body)))
  const number = await editions.nextNumber(tx, entry.id)
  const draftId = await insertDraft(tx, ctx, {
    entryId: entry.id,
    number,
    described: describeBody('procedure', body),
    changeKind: row.outcome === 'same' ? 'minor' : undefined,
  })
  await queries.keepDraft(tx, { recheckId: recheck.id, code, draftId })
  await recordAudit(tx, ctx, {
    action: 'edition.start',
    subject: { kind: 'entry', id: entry.id },
    unitId: entry.unitId,
    after: { edition: number, from: edition.number, recheck: recheck.id },
    remark: `Đối chiếu với ${recheck.name}`,
  })
  return { code, result: 'drafted', draftId }
}

function nextBody(
  ctx: Ctx<Staff>,
  { name, exportedOn }: queries.RecheckRecord,
  row: queries.RowRecord,
  ours: ProcedureFile,
): ProcedureFile {
  const looked = lookedAt(ours, vietnamDate(ctx.now()))
  if (row.outcome === 'same') return { ...ours, ...looked }
  // Written by `makeRecheck` from what its rules read.
  const told: Told = JSON.parse(row.told)
  const next = takeOver(ours, told)
  return { ...next, ...looked, sources: withSource(ours.sources, { name, exportedOn, url: next.portalUrl }) }
}

function isLive({ state }: { state: string }) {
  return editions.LIVE.some((live) => live === state)
}
