import type { Ctx } from '../ctx.ts'
import type { IdentifyCitizen } from '../http/api.ts'
import { findLiveSession, markSeen } from './citizens.queries.ts'
import { hashToken, readBearer, seenAgain } from './sessions.rules.ts'

export function createIdentifyCitizen(ctx: Ctx): IdentifyCitizen {
  return async (authorization) => {
    const token = readBearer(authorization)
    if (token === undefined) return undefined
    const session = await findLiveSession(ctx.db, hashToken(token), ctx.now().toISOString())
    if (session === undefined) return undefined
    const seen = seenAgain(session, ctx.now())
    if (seen) await ctx.write((tx) => markSeen(tx, session.id, seen))
    return { kind: 'citizen', id: session.citizenId, via: session.kind, sessionId: session.id }
  }
}
