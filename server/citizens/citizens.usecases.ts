import type { z } from '@hono/zod-openapi'
import type { Citizen, Ctx, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError, type ProblemCode } from '../errors.ts'
import { toE164 } from '../sealing/phone.rules.ts'
import type { NotTold } from '../zalo/graph.ts'
import * as queries from './citizens.queries.ts'
import type { NewSession, OpenedSession, Phone, PhoneRequest, Session } from './citizens.schemas.ts'
import { sessionLimitsOf } from './session-limits.ts'
import { expiryOf, hashToken, makeToken } from './sessions.rules.ts'

const DAY_MS = 24 * 60 * 60_000
const DEVICES_AT_ONCE = 500
const KEPT_AFTER_END_MS = 7 * DAY_MS

const ZALO_PROBLEM: Record<NotTold['outcome'], ProblemCode> = {
  refused: 'zalo.token_refused',
  outside_vietnam: 'zalo.outside_vietnam',
  unreachable: 'zalo.unreachable',
}

/**
 * Opens a session: of the person whom Zalo names for the token, or of this device. A session of the same kind that
 * was shown is ended by it, so that one device holds one; a device stays the same citizen.
 */
export async function openSession(
  ctx: Ctx,
  { zaloAccessToken }: z.output<typeof NewSession>,
  from: { address: string; citizen: Citizen | undefined },
): Promise<z.input<typeof OpenedSession>> {
  const retryAfterSeconds = sessionLimitsOf(ctx.db).sessions.take(from.address, ctx.now().getTime())
  if (retryAfterSeconds > 0) throw new AppError('citizen.too_many_sessions', { retryAfterSeconds })
  const zaloId = zaloAccessToken === undefined ? undefined : await identify(ctx, zaloAccessToken)
  const via = zaloId === undefined ? 'device' : 'zalo'
  const token = makeToken()
  const at = ctx.now().toISOString()
  const expiresAt = expiryOf(via, ctx.now())
  await ctx.write(async (tx) => {
    const citizenId =
      zaloId === undefined ? await sameOrNewDevice(tx, ctx, from.citizen) : await sameOrNewPerson(tx, ctx, zaloId)
    // A device's session outlives signing in with Zalo: nothing else opens, tells or erases what was sent with it.
    if (from.citizen?.via === via) await queries.revokeSession(tx, from.citizen.sessionId, at)
    const session = { id: ctx.newId(), citizenId, kind: via, tokenHash: hashToken(token), expiresAt } as const
    await queries.insertSession(tx, { ...session, createdAt: at, lastSeenAt: at })
  })
  return { token, via, expiresAt }
}

async function identify(ctx: Ctx, accessToken: string) {
  const answer = await ctx.zalo.graph.identify(accessToken)
  if (answer.outcome !== 'told') throw new AppError(ZALO_PROBLEM[answer.outcome])
  return answer.zaloId
}

async function sameOrNewDevice(tx: Tx, ctx: Ctx, shown: Citizen | undefined) {
  if (shown?.via === 'device' && (await queries.findCitizen(tx, shown.id))) return shown.id
  const id = ctx.newId()
  await queries.insertCitizen(tx, { id, kind: 'device', createdAt: ctx.now().toISOString() })
  return id
}

/** The same citizen each time, whichever of our keys had sealed the id. */
async function sameOrNewPerson(tx: Tx, ctx: Ctx, zaloId: string) {
  const zaloIndex = ctx.sealing.index('zalo_id', zaloId)
  const known = await queries.findByZaloIndex(tx, ctx.sealing.indexes('zalo_id', zaloId))
  if (known?.zaloIndex === zaloIndex) return known.id
  const id = known?.id ?? ctx.newId()
  const zaloIdSealed = ctx.sealing.seal({ table: 'citizens', column: 'zalo_id_sealed', rowId: id }, zaloId)
  if (known) await queries.resealCitizen(tx, id, { zaloIndex, zaloIdSealed })
  else {
    const createdAt = ctx.now().toISOString()
    await queries.insertCitizen(tx, { id, kind: 'zalo', zaloIndex, zaloIdSealed, createdAt })
  }
  return id
}

export async function showSession(ctx: Ctx<Citizen>): Promise<z.input<typeof Session>> {
  const session = await queries.findSession(ctx.db, ctx.actor.sessionId)
  if (session === undefined) throw new AppError('citizen.not_signed_in')
  return { via: session.kind, expiresAt: session.expiresAt }
}

export async function endSession(ctx: Ctx<Citizen>) {
  await ctx.write((tx) => queries.revokeSession(tx, ctx.actor.sessionId, ctx.now().toISOString()))
  return {}
}

/** The number the person has just agreed to give through Zalo, for the form; it is not kept here. */
export async function readOwnPhone(
  ctx: Ctx<Citizen>,
  { zaloAccessToken, code }: z.output<typeof PhoneRequest>,
): Promise<z.input<typeof Phone>> {
  if (ctx.actor.via !== 'zalo') throw new AppError('citizen.zalo_only')
  const retryAfterSeconds = sessionLimitsOf(ctx.db).phones.take(ctx.actor.id, ctx.now().getTime())
  if (retryAfterSeconds > 0) throw new AppError('citizen.too_many_phones', { retryAfterSeconds })
  const zaloId = await identify(ctx, zaloAccessToken)
  const person = await queries.findByZaloIndex(ctx.db, ctx.sealing.indexes('zalo_id', zaloId))
  if (person?.id !== ctx.actor.id) throw new AppError('zalo.token_refused')
  const answer = await ctx.zalo.graph.readPhone({ accessToken: zaloAccessToken, code })
  if (answer.outcome === 'refused') throw new AppError('zalo.phone_refused')
  if (answer.outcome !== 'told') throw new AppError(ZALO_PROBLEM[answer.outcome])
  const phone = toE164(answer.phone)
  if (phone === undefined) throw new AppError('zalo.phone_refused')
  return { phone }
}

/** Every night: sessions that ended a week ago, then devices that nobody can come back as and that left nothing. */
export async function forgetEndedSessions(ctx: Ctx<System>) {
  const before = new Date(ctx.now().getTime() - KEPT_AFTER_END_MS).toISOString()
  await ctx.write((tx) => queries.deleteOldSessions(tx, before))
  for (let after = ''; ; ) {
    const devices = await queries.listDevices(ctx.db, { after, limit: DEVICES_AT_ONCE })
    await ctx.write((tx) => forgetUnused(tx, ctx, devices))
    if (devices.length < DEVICES_AT_ONCE) return
    after = devices.at(-1) ?? after
  }
}

async function forgetUnused(tx: Tx, { privacy }: Ctx<System>, devices: string[]) {
  const known = new Set<string>()
  for (const { knows } of privacy.data) for (const id of await knows(tx, devices)) known.add(id)
  const unused = devices.filter((id) => !known.has(id))
  if (unused.length > 0) await queries.deleteCitizens(tx, unused)
}
