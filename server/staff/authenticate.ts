import type { Ctx, Staff, System } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { Authenticate } from '../http/staff-api.ts'
import { listReach } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { narrow, permissionsOf } from './access.rules.ts'
import { LONGEST_IDLE_MS, LONGEST_SESSION_MS } from './credentials.ts'
import { listRoles } from './roles.queries.ts'
import { sessionHashOf } from './session-cookie.ts'
import { findSession, markSeen } from './sessions.queries.ts'
import { hashSecret } from './staff-store.ts'
import { findLiveToken, markUsed } from './tokens.queries.ts'

type LiveSession = NonNullable<Awaited<ReturnType<typeof findSession>>>

/** What is in use is written down again at most this often. */
const SEEN_EVERY_MS = 60_000

/** Who is behind a browser's cookie or another system's token. */
export function createAuthenticate(ctx: Ctx<System>): Authenticate {
  return async ({ cookie, authorization }) => {
    const actor = authorization === undefined ? await findBySession(ctx, cookie) : await findByToken(ctx, authorization)
    if (!actor) throw new AppError('staff.not_signed_in')
    return actor
  }
}

/** A session within both of its limits, now in use. */
export async function findLiveSession(ctx: Ctx, cookie: string | undefined) {
  const tokenHash = sessionHashOf(cookie)
  if (tokenHash === undefined) return undefined
  const session = await findSession(ctx.db, {
    tokenHash,
    startedAfter: ago(ctx, LONGEST_SESSION_MS),
    seenAfter: ago(ctx, LONGEST_IDLE_MS),
  })
  if (session && session.lastSeenAt <= ago(ctx, SEEN_EVERY_MS))
    await ctx.write((tx) => markSeen(tx, session.id, ctx.now().toISOString()))
  return session
}

export async function staffBehind(ctx: Ctx, session: LiveSession): Promise<Staff> {
  return {
    kind: 'staff',
    id: session.staffId,
    name: session.name,
    may: await rightsOf(ctx, session.staffId),
    hasSecondFactor: session.hasSecondFactor,
    via: { kind: 'session', sessionId: session.id },
  }
}

async function findBySession(ctx: Ctx, cookie: string | undefined) {
  const session = await findLiveSession(ctx, cookie)
  return session && staffBehind(ctx, session)
}

/** A token does what it was made for, as far as its maker still may. */
async function findByToken(ctx: Ctx, authorization: string): Promise<Staff | undefined> {
  const secret = /^Bearer (cchc_[\w-]{43})$/.exec(authorization)?.[1]
  if (secret === undefined) return undefined
  const token = await findLiveToken(ctx.db, hashSecret(secret), ctx.now().toISOString())
  if (!token) return undefined
  if ((token.lastUsedAt ?? '') <= ago(ctx, SEEN_EVERY_MS))
    await ctx.write((tx) => markUsed(tx, token.id, ctx.now().toISOString()))
  const units = await listReach(ctx.db, [token.unitId], vietnamDate(ctx.now()))
  return {
    kind: 'staff',
    id: token.staffId,
    name: `${token.staffName} (${token.name})`,
    may: narrow(await rightsOf(ctx, token.staffId), JSON.parse(token.permissions), units.get(token.unitId) ?? []),
    hasSecondFactor: true,
    via: { kind: 'token', tokenId: token.id },
  }
}

async function rightsOf(ctx: Ctx, staffId: string) {
  const roles = await listRoles(ctx.db, staffId)
  const unitIds = [...new Set(roles.map(({ unitId }) => unitId))]
  return permissionsOf(roles, await listReach(ctx.db, unitIds, vietnamDate(ctx.now())))
}

function ago(ctx: Ctx, ms: number) {
  return new Date(ctx.now().getTime() - ms).toISOString()
}
