import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import { goLive, takeOff } from '../content/live.ts'
import type { Ctx, Staff, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { vietnamDate } from '../vietnam-time.ts'
import * as queries from './editions.queries.ts'
import { openEdition, showEdition } from './entries.usecases.ts'
import type { Edition, Step, StepTaken } from './publishing.schemas.ts'
import { findProblems } from './readiness.ts'
import { MOVES, mayTake } from './workflow.rules.ts'

type Said = z.output<typeof StepTaken>
type Opened = Awaited<ReturnType<typeof openEdition>>

/** One step of an edition's life; what it changes for readers they see when this has returned. */
export async function takeStep(
  ctx: Ctx<Staff>,
  { editionId, step, version }: { editionId: string; step: Step; version: number },
  said: Said,
): Promise<z.input<typeof Edition>> {
  const opened = await openEdition(ctx, editionId)
  requirePermission(ctx, MOVES[step].needs, opened.entry.unitId)
  await checkStep(ctx, step, opened, said)
  await ctx.write(async (tx) => {
    const { edition, entry } = opened
    if (MOVES[step].to === 'published') await queries.supersedeLiveBut(tx, entry.id, edition.id, at(ctx))
    const changed = await queries.changeEdition(
      tx,
      { id: editionId, version, states: MOVES[step].from },
      changeOf(ctx, step, said, edition),
    )
    if (changed === undefined) throw await whyRefused(tx, step, editionId)
    await show(tx, ctx, step, { entry, edition: changed }, said)
    await recordAudit(tx, ctx, {
      action: `edition.${step}`,
      subject: { kind: 'entry', id: entry.id },
      unitId: entry.unitId,
      before: { edition: edition.number, state: edition.state },
      after: { edition: edition.number, state: changed.state, ...(said.at === undefined ? {} : { at: said.at }) },
      remark: said.remark,
    })
  })
  ctx.contentChanged()
  return showEdition(ctx, editionId)
}

/** Sends out what is due; each edition once, however long the server was down. One that no longer may is held back. */
export async function publishDue(ctx: Ctx<System>) {
  for (const { id, version } of await queries.listScheduled(ctx.db, at(ctx))) {
    await ctx.write((tx) => publishScheduled(tx, ctx, { id, version }))
    ctx.contentChanged()
  }
}

async function publishScheduled(tx: Tx, ctx: Ctx<System>, { id, version }: { id: string; version: number }) {
  const found = await queries.findEdition(tx, id)
  if (found?.edition.state !== 'scheduled' || found.edition.version !== version) return
  const { edition, entry } = found
  const problems = await findProblems({ ...ctx, db: tx }, entry as Opened['entry'], JSON.parse(edition.body))
  const isReady = problems.forPublishing.length === 0
  if (isReady) await queries.supersedeLiveBut(tx, entry.id, id, at(ctx))
  const change = isReady
    ? { state: 'published' as const, publishedAt: at(ctx), publishedBy: edition.scheduledBy, updatedAt: at(ctx) }
    : { state: 'approved' as const, scheduledFor: null, updatedAt: at(ctx) }
  await queries.changeEdition(tx, { id, version, states: ['scheduled'] }, change)
  if (isReady) {
    await queries.updateEntry(tx, entry.id, { goneAt: null, goneTo: null })
    await goLive(tx, entry.id)
  }
  await recordAudit(tx, ctx, {
    action: isReady ? 'edition.publish' : 'edition.hold_back',
    subject: { kind: 'entry', id: entry.id },
    unitId: entry.unitId,
    before: { edition: edition.number, state: 'scheduled' },
    after: isReady ? { edition: edition.number, state: 'published' } : { fields: problems.forPublishing },
  })
}

/** What must hold before the step: its state, who takes it, how complete the edition is, and what is said with it. */
async function checkStep(ctx: Ctx<Staff>, step: Step, { edition, entry }: Opened, said: Said) {
  const { byAnother, complete, says } = MOVES[step]
  if (!mayTake(step, edition)) throw new AppError('edition.wrong_state', { state: edition.state })
  const authors: string[] = JSON.parse(edition.authors)
  if (byAnother && authors.includes(ctx.actor.id)) throw new AppError('edition.own_work')
  if (says === 'remark' && said.remark === undefined) throw new AppError('edition.step_says_more', { field: 'remark' })
  if (says === 'time' && (said.at === undefined || new Date(said.at) <= ctx.now()))
    throw new AppError('edition.step_says_more', { field: 'at' })
  if (complete === undefined) return
  const problems = await findProblems(ctx, entry, JSON.parse(edition.body))
  const fields = complete === 'for_preview' ? problems.forPreview : problems.forPublishing
  if (fields.length > 0) throw new AppError('edition.not_ready', { fields })
}

function changeOf(ctx: Ctx<Staff>, step: Step, said: Said, edition: queries.EditionRow): Partial<queries.EditionRow> {
  const { to } = MOVES[step]
  const moved = { state: to === 'same' ? edition.state : to, updatedAt: at(ctx) }
  const me = ctx.actor.id
  switch (step) {
    case 'submit':
      return { ...moved, submittedBy: me }
    case 'approve':
      return { ...moved, approvedBy: me }
    case 'schedule':
      return { ...moved, scheduledFor: new Date(said.at ?? '').toISOString(), scheduledBy: me }
    case 'unschedule':
      return { ...moved, scheduledFor: null, scheduledBy: null }
    case 'publish':
      return { ...moved, publishedAt: at(ctx), publishedBy: me, scheduledFor: null }
    case 'publish_urgently':
      return { ...moved, publishedAt: at(ctx), publishedBy: me, urgentReason: said.remark ?? '' }
    case 'agree':
      return { ...moved, secondLookBy: me }
    case 'withdraw':
      return { ...moved, withdrawnOn: vietnamDate(ctx.now()), withdrawnReason: said.remark ?? '' }
    case 'restore':
      return { ...moved, withdrawnOn: null, withdrawnReason: null }
    default:
      return moved
  }
}

/** What the step changes for readers. */
async function show(
  tx: Tx,
  ctx: Ctx<Staff>,
  step: Step,
  { entry, edition }: { entry: Opened['entry']; edition: queries.EditionRow },
  said: Said,
) {
  if (step === 'unpublish') {
    await queries.updateEntry(tx, entry.id, { goneAt: at(ctx), goneTo: said.redirectTo ?? null })
    await takeOff(tx, entry)
    return
  }
  if (edition.state !== 'published' && edition.state !== 'withdrawn') return
  if (step === 'agree') return
  await queries.updateEntry(tx, entry.id, { goneAt: null, goneTo: null })
  await goLive(tx, entry.id)
}

/** Nothing was changed: either somebody was quicker, or the edition is no longer where it was. */
async function whyRefused(tx: Tx, step: Step, editionId: string) {
  const now = await queries.findEdition(tx, editionId)
  const isElsewhere = now !== undefined && !MOVES[step].from.includes(now.edition.state)
  return isElsewhere
    ? new AppError('edition.wrong_state', { state: now.edition.state })
    : new AppError('edition.changed_meanwhile')
}

function at(ctx: Ctx) {
  return ctx.now().toISOString()
}
