import type { z } from '@hono/zod-openapi'
import { findByZaloIndex } from '../citizens/citizens.queries.ts'
import { listFirstSelves } from '../citizens/link.queries.ts'
import type { Citizen, Ctx, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { MiniAppEvent } from '../zalo/mini-app-event.ts'
import { recordWithdrawal } from './consents.queries.ts'
import { CONSENT_PURPOSES, type ConsentChannel, type OwnData } from './consents.schemas.ts'
import * as queries from './erasures.queries.ts'
import { PURPOSES } from './purposes.ts'

const REVOKED = 'user.revoke.consent'
/** A retry comes within hours; an event older than this is not remembered, so it is not believed either. */
const EVENTS_KEPT_MS = 30 * 24 * 60 * 60_000

type Erasing = { citizenId: string; at: string; channel: ConsentChannel }

export async function eraseMe(ctx: Ctx<Citizen>) {
  const at = ctx.now().toISOString()
  await eraseCitizen(ctx, { citizenId: ctx.actor.id, at, channel: 'erasure' })
  return { erasedAt: at }
}

/** Everything every feature keeps of whoever asks. */
export async function exportMine(ctx: Ctx<Citizen>): Promise<z.input<typeof OwnData>> {
  const parts = ctx.privacy.data.map(async ({ name, exportOf }) => [name, await exportOf(ctx, ctx.actor.id)] as const)
  return {
    exportedAt: ctx.now().toISOString(),
    purposes: Object.entries(PURPOSES).map(([purpose, { basis, items, retention, recipients }]) => ({
      ...{ purpose, basis, items, retention, recipients },
    })),
    data: Object.fromEntries(await Promise.all(parts)),
  }
}

/** An event about the Mini App that Zalo has signed: who withdraws consent there is erased here, once. */
export async function receiveMiniAppEvent(ctx: Ctx<System>, { key, body }: { key: string; body: string }) {
  const event = MiniAppEvent.parse(JSON.parse(body))
  if (event.event !== REVOKED || event.userId === undefined) return
  const isOld = event.timestamp < ctx.now().getTime() - EVENTS_KEPT_MS
  if (isOld || (await queries.hasSeenEvent(ctx.db, key))) return
  const citizen = await findByZaloIndex(ctx.db, ctx.sealing.indexes('zalo_id', event.userId))
  const at = ctx.now().toISOString()
  const remember = (tx: Tx) => queries.markEventSeen(tx, { hash: key, at })
  if (citizen) await eraseCitizen(ctx, { citizenId: citizen.id, at, channel: 'zalo' }, remember)
  else await ctx.write(remember)
}

/** Who withdraws from the Official Account is erased as whomever they acted, the Mini App's person included. */
export async function eraseWithdrawn(
  ctx: Ctx<System>,
  { citizenIds, userIdByApp }: { citizenIds: string[]; userIdByApp: string | null },
) {
  const indexes = userIdByApp === null ? [] : ctx.sealing.indexes('zalo_id', userIdByApp)
  const sameApp = indexes.length === 0 ? undefined : await findByZaloIndex(ctx.db, indexes)
  const at = ctx.now().toISOString()
  const all = new Set([...citizenIds, ...(sameApp ? [sameApp.id] : [])])
  for (const citizenId of all) await eraseCitizen(ctx, { citizenId, at, channel: 'zalo' })
}

/** The ledger first: from then on the erasure happens, if need be at the next start. Files next: only rows know them. */
async function eraseCitizen(ctx: Ctx, erasing: Erasing, also: (tx: Tx) => Promise<void> = async () => {}) {
  // As whom they talked before they joined their Mini App to the chat: known only while the chat is there.
  const all = [...(await listFirstSelves(ctx.db, erasing.citizenId)), erasing.citizenId]
  for (const citizenId of all) ctx.privacy.erasures.append({ citizenId, at: erasing.at })
  for (const citizenId of all) await eraseFiles(ctx, citizenId)
  await ctx.write(async (tx) => {
    for (const citizenId of all) await eraseInside(tx, ctx, { ...erasing, citizenId })
    await also(tx)
  })
}

async function eraseFiles(ctx: Ctx, citizenId: string) {
  for (const { filesOf } of ctx.privacy.data)
    for (const name of (await filesOf?.(ctx.db, citizenId)) ?? []) await ctx.attachments.erase(name)
}

async function eraseInside(tx: Tx, ctx: Ctx, { citizenId, at, channel }: Erasing) {
  for (const purpose of CONSENT_PURPOSES) await recordWithdrawal(tx, ctx, { citizenId, purpose, channel })
  for (const { eraseOf } of ctx.privacy.data) await eraseOf(tx, ctx, { citizenId, at })
  await queries.markErased(tx, { citizenId, at })
}

/**
 * At the start: whoever the ledger names and this database does not know to be erased is back from an older copy, or
 * was being erased when the process ended. Tells how many. A ledger that has lost lines gets them from the database.
 */
export async function replayErasures(ctx: Ctx<System>): Promise<number> {
  const erased = await queries.listErasures(ctx.db)
  const here = new Set(erased.map(({ citizenId }) => citizenId))
  const named = new Set(ctx.privacy.erasures.entries().map(({ citizenId }) => citizenId))
  const back = new Map(
    ctx.privacy.erasures
      .entries()
      .filter(({ citizenId }) => !here.has(citizenId))
      .map((erasure) => [erasure.citizenId, erasure]),
  )
  for (const lost of erased.filter(({ citizenId }) => !named.has(citizenId))) ctx.privacy.erasures.append(lost)
  for (const erasure of back.values()) {
    await eraseFiles(ctx, erasure.citizenId)
    await ctx.write((tx) => eraseInside(tx, ctx, { ...erasure, channel: 'erasure' }))
  }
  return back.size
}

/** Every night: events that are too old to be sent again. */
export async function forgetOldEvents(ctx: Ctx<System>) {
  const before = new Date(ctx.now().getTime() - EVENTS_KEPT_MS).toISOString()
  await ctx.write((tx) => queries.deleteOldEvents(tx, before))
}
