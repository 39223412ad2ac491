import type { z } from '@hono/zod-openapi'
import { deleteLinkCodesOf } from '../chat/people.queries.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import * as queries from './link.queries.ts'
import type { ChatLinkCode } from './link.schemas.ts'
import { linkCodeOf } from './link-code.rules.ts'
import { sessionLimitsOf } from './session-limits.ts'

const LASTS_MS = 10 * 60_000
const MOST_TRIES = 20

export type Linked = { outcome: 'linked' | 'already' | 'wrong' } | { outcome: 'too_many'; minutes: number }

/** A code by which this person's chat is joined to their Mini App. A newer one takes the place of the one before. */
export async function makeChatLink(ctx: Ctx<Citizen>): Promise<z.input<typeof ChatLinkCode>> {
  const now = ctx.now()
  const retryAfterSeconds = sessionLimitsOf(ctx.db).linkCodes.take(ctx.actor.id, now.getTime())
  if (retryAfterSeconds > 0) throw new AppError('citizen.too_many_link_codes', { retryAfterSeconds })
  const expiresAt = new Date(now.getTime() + LASTS_MS).toISOString()
  const code = await ctx.write(async (tx) => {
    await queries.deleteOldLinkCodes(tx, now.toISOString())
    await deleteLinkCodesOf(tx, ctx.actor.id)
    return keepFreeCode(tx, ctx, expiresAt)
  })
  return { code, expiresAt, oaId: ctx.zalo.oaId }
}

/** Two people never hold the same code at once. */
async function keepFreeCode(tx: Tx, ctx: Ctx<Citizen>, expiresAt: string): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = linkCodeOf(ctx.newId())
    const codeHash = ctx.sealing.index('link_code', code)
    if (await queries.insertLinkCode(tx, { codeHash, citizenId: ctx.actor.id, expiresAt, usedAt: null })) return code
  }
  throw new Error('no free code in twenty tries')
}

/** From the chat: with the right code whoever writes there acts as the Mini App's citizen. A wrong one is counted. */
export async function joinByCode(ctx: Ctx<Citizen>, code: string): Promise<Linked> {
  const limit = sessionLimitsOf(ctx.db).linkTries
  const personId = ctx.actor.sessionId
  const retryAfterSeconds = limit.take(personId, ctx.now().getTime())
  if (retryAfterSeconds > 0) return { outcome: 'too_many', minutes: Math.ceil(retryAfterSeconds / 60) }
  const at = ctx.now().toISOString()
  const linked = await ctx.write(async (tx): Promise<Linked> => {
    const found = await queries.findLinkCode(tx, ctx.sealing.indexes('link_code', code), at)
    if (found === undefined) return { outcome: 'wrong' }
    const selves = await queries.findSelves(tx, personId)
    // Heard again after a crash, the same code has joined them already.
    if (selves?.citizenId === found.citizenId) return { outcome: 'already' }
    if (found.usedAt !== null) return { outcome: 'wrong' }
    await queries.markLinkCodeUsed(tx, found.codeHash, at)
    await queries.joinPerson(tx, personId, found.citizenId)
    return { outcome: 'linked' }
  })
  if (linked.outcome !== 'wrong') limit.giveBack(personId)
  return linked
}

/** The chat is by itself again; what was sent while they were joined stays the Mini App's. */
export async function undoChatLink(ctx: Ctx<Citizen>): Promise<{ wasLinked: boolean }> {
  const personId = ctx.actor.sessionId
  return ctx.write(async (tx) => {
    const selves = await queries.findSelves(tx, personId)
    if (selves === undefined || selves.citizenId === selves.firstCitizenId) return { wasLinked: false }
    await queries.joinPerson(tx, personId, selves.firstCitizenId)
    return { wasLinked: true }
  })
}
