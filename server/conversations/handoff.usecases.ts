import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import { SENDING_JOB } from '../chat/chat.schemas.ts'
import { enqueueSay } from '../chat/outgoing.queries.ts'
import type { Ctx, Staff, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import type { Conversation, OfficerReply } from './conversations.schemas.ts'
import { showConversation } from './conversations.usecases.ts'
import * as queries from './handoff.queries.ts'
import { silentSince, tooOldSince } from './handoff.rules.ts'
import { FELL_SILENT, GIVEN_BACK } from './handoff.words.ts'

type Shown = Promise<z.input<typeof Conversation>>

/** Takes somebody from the queue, or speaks to them of one's own accord; they are told that a person answers now. */
export async function claimConversation(ctx: Ctx<Staff>, personId: string): Shown {
  requirePermission(ctx, 'chat.answer', ROOT_UNIT_ID)
  await ctx.write(async (tx) => {
    if (!(await queries.isKnown(tx, personId))) throw new AppError('conversation.not_found')
    const taken = await take(tx, ctx, personId)
    if (taken === undefined) throw new AppError('conversation.taken')
    await queries.setMode(tx, personId, 'staff')
    await queries.tellTakenOver(tx, ctx, taken)
    await recordAudit(tx, ctx, aboutTalk('conversation.claim', personId, taken))
  })
  sendSoon(ctx)
  return showConversation(ctx, personId)
}

/** Nothing when another officer has them. One whom somebody answers in Zalo's own console belongs to nobody here. */
async function take(tx: Tx, ctx: Ctx<Staff>, personId: string) {
  const at = ctx.now().toISOString()
  const open = await queries.findOpenHandoff(tx, personId)
  if (open === undefined)
    return queries.insertHandoff(tx, ctx, { personId, reason: 'staff', claimedBy: ctx.actor.id, state: 'active' })
  if (open.state === 'active' && open.claimedBy !== null && open.claimedBy !== ctx.actor.id) return undefined
  const change = { state: 'active', claimedBy: ctx.actor.id, claimedAt: open.claimedAt ?? at, lastWordAt: at } as const
  return queries.changeHandoff(tx, { ...open, states: ['waiting', 'active'] }, change)
}

/** An officer's own words, to somebody they have taken. */
export async function replyToPerson(ctx: Ctx<Staff>, personId: string, { text }: z.output<typeof OfficerReply>): Shown {
  requirePermission(ctx, 'chat.answer', ROOT_UNIT_ID)
  await ctx.write(async (tx) => {
    const mine = await requireMine(tx, ctx, personId)
    const spoken = await queries.changeHandoff(
      tx,
      { ...mine, states: ['active'] },
      { lastWordAt: ctx.now().toISOString(), claimedBy: ctx.actor.id },
    )
    if (spoken === undefined) throw new AppError('conversation.not_yours')
    const said = { personId, kind: 'staff', dedupeKey: `staff ${ctx.newId()}`, say: { text } } as const
    await enqueueSay(tx, ctx, { ...said, staffId: ctx.actor.id })
    await recordAudit(tx, ctx, aboutTalk('conversation.reply', personId, mine))
  })
  sendSoon(ctx)
  return showConversation(ctx, personId)
}

/** The bot answers from here on, and says so. */
export async function giveBack(ctx: Ctx<Staff>, personId: string): Shown {
  requirePermission(ctx, 'chat.answer', ROOT_UNIT_ID)
  await ctx.write(async (tx) => {
    const mine = await requireMine(tx, ctx, personId)
    if (!(await end(tx, ctx, mine, GIVEN_BACK))) throw new AppError('conversation.not_yours')
    await recordAudit(tx, ctx, aboutTalk('conversation.return', personId, mine))
  })
  sendSoon(ctx)
  return showConversation(ctx, personId)
}

/** Where neither side has spoken for a while the bot answers again; tickets nobody could answer any more are dropped. */
export async function returnSilent(ctx: Ctx<System>) {
  const [silent, old] = [
    await queries.listSilent(ctx.db, silentSince(ctx.now())),
    await queries.listWaitingSince(ctx.db, tooOldSince(ctx.now())),
  ]
  for (const handoff of silent) await ctx.write((tx) => end(tx, ctx, handoff, FELL_SILENT))
  for (const handoff of old) await ctx.write((tx) => drop(tx, ctx, handoff))
  if (silent.length > 0) sendSoon(ctx)
}

/** Taken by this officer; or by one in Zalo's own console, in whose place any of us may go on. */
async function requireMine(tx: Tx, ctx: Ctx<Staff>, personId: string) {
  if (!(await queries.isKnown(tx, personId))) throw new AppError('conversation.not_found')
  const open = await queries.findOpenHandoff(tx, personId)
  const isOthers = open !== undefined && open.claimedBy !== null && open.claimedBy !== ctx.actor.id
  if (open?.state !== 'active' || isOthers) throw new AppError('conversation.not_yours')
  return open
}

async function end(tx: Tx, ctx: Ctx<Staff> | Ctx<System>, handoff: queries.HandoffRow, words: string) {
  const change = { state: 'ended', endedAt: ctx.now().toISOString() } as const
  const ended = await queries.changeHandoff(tx, { ...handoff, states: ['active'] }, change)
  if (ended === undefined) return false
  const { id, personId } = handoff
  await queries.setMode(tx, personId, 'bot')
  await enqueueSay(tx, ctx, { personId, kind: 'notice', dedupeKey: `handoff ${id} ended`, say: { text: words } })
  return true
}

async function drop(tx: Tx, ctx: Ctx<System>, handoff: queries.HandoffRow) {
  const change = { state: 'cancelled', endedAt: ctx.now().toISOString() } as const
  const dropped = await queries.changeHandoff(tx, { ...handoff, states: ['waiting'] }, change)
  if (dropped !== undefined) await queries.setMode(tx, handoff.personId, 'bot')
}

/** What was said stands in the conversation, where it is erased with the person; rows of the log are not. */
function aboutTalk(action: string, personId: string, { ticket }: queries.HandoffRow) {
  return { action, subject: { kind: 'conversation', id: personId }, unitId: ROOT_UNIT_ID, after: { ticket } }
}

/** Where no channel is set up nothing sends, and what is said waits. */
function sendSoon(ctx: Ctx) {
  const clock = ctx.clock()
  if (clock.list().some(({ name }) => name === SENDING_JOB)) clock.start(SENDING_JOB)
}
