import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { holds, requirePermission, unitsFor } from './access.rules.ts'
import { newToken } from './new-token.ts'
import { hashSecret } from './staff-store.ts'
import * as queries from './tokens.queries.ts'
import type { MadeToken, NewToken, TokenList, TokenQuery } from './tokens.schemas.ts'

const PAGE = 50
const DAY_MS = 24 * 60 * 60_000

/** A key for another system, with what its maker may for the unit or less; the key itself is told once. */
export async function makeToken(
  ctx: Ctx<Staff>,
  { name, permissions, unitId, expiresInDays }: z.output<typeof NewToken>,
): Promise<z.input<typeof MadeToken>> {
  requirePermission(ctx, 'tokens.manage', unitId)
  // A stolen key cannot make others that outlive it.
  if (ctx.actor.via.kind !== 'session') throw new AppError('staff.forbidden', { permission: 'tokens.manage' })
  for (const permission of permissions) {
    if (!holds(ctx.actor, permission, unitId)) throw new AppError('staff.forbidden', { permission })
  }
  const id = ctx.newId()
  const token = newToken()
  const now = ctx.now()
  const expiresAt = new Date(now.getTime() + expiresInDays * DAY_MS).toISOString()
  await ctx.write(async (tx) => {
    await queries.insertToken(tx, {
      id,
      name,
      staffId: ctx.actor.id,
      tokenHash: hashSecret(token),
      permissions: JSON.stringify([...new Set(permissions)]),
      unitId,
      expiresAt,
      createdAt: now.toISOString(),
    })
    const after = { name, permissions, expiresAt }
    await recordAudit(tx, ctx, { action: 'token.create', subject: { kind: 'token', id }, unitId, after })
  })
  return { id, token, expiresAt }
}

export async function listTokens(
  ctx: Ctx<Staff>,
  { cursor }: z.output<typeof TokenQuery>,
): Promise<z.input<typeof TokenList>> {
  requirePermission(ctx, 'tokens.manage')
  const unitIds = unitsFor(ctx.actor, 'tokens.manage')
  const rows = await queries.listTokens(ctx.db, { unitIds, cursor, limit: PAGE + 1 })
  const names = await listUnitNames(ctx.db, [...new Set(rows.map(({ unitId }) => unitId))], vietnamDate(ctx.now()))
  const items = rows.slice(0, PAGE).map((row) => ({
    ...row,
    unitName: names.get(row.unitId) ?? row.unitId,
    permissions: JSON.parse(row.permissions),
  }))
  return { items, nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

export async function revokeToken(ctx: Ctx<Staff>, id: string) {
  requirePermission(ctx, 'tokens.manage')
  const unitIds = unitsFor(ctx.actor, 'tokens.manage')
  await ctx.write(async (tx) => {
    const revoked = await queries.revokeToken(tx, { id, unitIds, at: ctx.now().toISOString() })
    if (!revoked) throw new AppError('token.not_found')
    const before = { name: revoked.name }
    await recordAudit(tx, ctx, {
      action: 'token.revoke',
      subject: { kind: 'token', id },
      unitId: revoked.unitId,
      before,
    })
  })
  return { done: true as const }
}
