import { setImmediate as breathe } from 'node:timers/promises'
import { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { ProcedureFile } from '../procedures/procedures.schemas.ts'
import { diffBodies } from '../publishing/diff.rules.ts'
import { readSpreadsheet } from '../spreadsheets/read-spreadsheet.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import * as queries from './recheck.queries.ts'
import { compareProcedure } from './recheck.rules.ts'
import type {
  NewRecheck,
  Recheck,
  RecheckList,
  RecheckListQuery,
  RecheckOutcome,
  RecheckQuery,
  RecheckSummary,
} from './recheck.schemas.ts'
import { readJson, readSheet, type Told } from './recheck-input.rules.ts'

const PAGE = 50
const ZIP = Buffer.from('PK')
const Differences = z.array(z.object({ field: z.string(), before: z.string(), after: z.string() }))
const nobodys = { entryId: null, editionId: null, draftId: null, fields: '[]' }

type NewRow = Omit<queries.RowRecord, 'recheckId'>

/** Compares an official list with what people read of the same procedures; it changes none of them. */
export async function makeRecheck(
  ctx: Ctx<Staff>,
  bytes: Buffer,
  wish: z.output<typeof NewRecheck>,
): Promise<z.input<typeof RecheckSummary>> {
  requirePermission(ctx, 'content.write', wish.unitId)
  const isSheet = bytes.subarray(0, ZIP.length).equals(ZIP)
  const told = isSheet ? readSheet(await readSpreadsheet(bytes)) : readJson(bytes)
  const { rows, elsewhere } = await compareAll(ctx, told)
  const id = ctx.newId()
  const countOf = (outcome: RecheckOutcome) => rows.filter((row) => row.outcome === outcome).length
  const counts = {
    changed: countOf('changed'),
    same: countOf('same'),
    new: countOf('new'),
    missing: countOf('missing'),
  }
  const recheck = {
    ...wish,
    ...counts,
    id,
    elsewhere,
    createdBy: ctx.actor.id,
    createdAt: ctx.now().toISOString(),
    version: 1,
  }
  await ctx.write(async (tx) => {
    await queries.insertRecheck(
      tx,
      recheck,
      rows.map((row) => ({ ...row, recheckId: id })),
    )
    await recordAudit(tx, ctx, {
      action: 'recheck.make',
      subject: { kind: 'recheck', id },
      unitId: wish.unitId,
      after: { name: wish.name, exportedOn: wish.exportedOn, ...counts },
    })
  })
  return toSummary(recheck)
}

async function compareAll(ctx: Ctx<Staff>, all: Told[]): Promise<{ rows: NewRow[]; elsewhere: number }> {
  const left = new Map(all.map((told) => [told.code, told]))
  const rows: NewRow[] = []
  let elsewhere = 0
  for (let after = ''; ; await breathe()) {
    const procedures = await queries.listProcedures(ctx.db, after)
    const last = procedures.at(-1)
    if (last === undefined) break
    after = last.entryId
    for (const { body, unitId, entryId, editionId } of procedures) {
      const ours = ProcedureFile.parse(JSON.parse(body))
      const told = left.get(ours.code)
      left.delete(ours.code)
      if (!holds(ctx.actor, 'content.write', unitId)) elsewhere += told === undefined ? 0 : 1
      else rows.push({ ...compareOne(ours, told), entryId, editionId, draftId: null })
    }
  }
  const unknown = [...left.values()].map((told) => ({
    ...nobodys,
    code: told.code,
    outcome: 'new' as const,
    title: told.name ?? told.exact?.name ?? told.code,
    told: JSON.stringify(told),
  }))
  return { rows: [...rows, ...unknown], elsewhere }
}

function compareOne(ours: ProcedureFile, told: Told | undefined) {
  const about = { code: ours.code, title: ours.plainName }
  if (told === undefined) return { ...about, outcome: 'missing' as const, fields: '[]', told: '{}' }
  const fields = compareProcedure(ours, told)
  const outcome: RecheckOutcome = fields.length > 0 ? 'changed' : 'same'
  return { ...about, outcome, fields: JSON.stringify(fields), told: JSON.stringify(told) }
}

export async function listRechecks(
  ctx: Ctx<Staff>,
  { cursor }: z.output<typeof RecheckListQuery>,
): Promise<z.input<typeof RecheckList>> {
  requirePermission(ctx, 'content.write')
  const unitIds = unitsFor(ctx.actor, 'content.write')
  const rows = await queries.listRechecks(ctx.db, { unitIds, beforeId: cursor, limit: PAGE + 1 })
  const items = rows.slice(0, PAGE).map(toSummary)
  return { items, nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

/** A comparison by people whose unit the reader writes for; to anybody else it does not exist. */
export async function openRecheck(ctx: Ctx<Staff>, id: string) {
  const recheck = await queries.findRecheck(ctx.db, id)
  if (recheck === undefined || !holds(ctx.actor, 'content.write', recheck.unitId))
    throw new AppError('recheck.not_found')
  return recheck
}

export async function showRecheck(
  ctx: Ctx<Staff>,
  id: string,
  { outcome, cursor }: z.output<typeof RecheckQuery>,
): Promise<z.input<typeof Recheck>> {
  const recheck = await openRecheck(ctx, id)
  const found = await queries.listRows(ctx.db, { recheckId: id, outcome, afterCode: cursor, limit: PAGE + 1 })
  const items = found.slice(0, PAGE).map(({ code, outcome, title, entryId, fields, draftId }) => ({
    ...{ code, outcome, title, entryId, draftId },
    fields: Differences.parse(JSON.parse(fields)).flatMap(({ field, before, after }) =>
      diffBodies({ [field]: before }, { [field]: after }),
    ),
  }))
  return { ...toSummary(recheck), items, nextCursor: found.length > PAGE ? (items.at(-1)?.code ?? null) : null }
}

function toSummary(recheck: queries.RecheckRecord): z.input<typeof RecheckSummary> {
  const { id, name, exportedOn, unitId, createdAt, version, elsewhere, changed, same, missing } = recheck
  const counts = { changed, same, new: recheck.new, missing }
  return { id, name, exportedOn, unitId, createdAt, version, elsewhere, counts }
}
