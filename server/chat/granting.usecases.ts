import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import type { ChatChannelList, GrantAddress, GrantReturn, TokenPairDraft, ZaloAccount } from './channels.schemas.ts'
import { listChannels } from './channels.usecases.ts'
import { SENDING_JOB } from './chat.schemas.ts'

const SUBJECT = { kind: 'channel', id: 'oa' }
const NOT_TOLD = { name: null, isVerified: null, package: null, packageEnds: null, followers: null }

export async function beginGrant(ctx: Ctx<Staff>): Promise<z.input<typeof GrantAddress>> {
  const grant = openGrant(ctx)
  await ctx.write((tx) => recordAudit(tx, ctx, { action: 'grant.begin', subject: SUBJECT }))
  return { url: grant.begin(ctx.actor.id) }
}

/** Written down before the code is spent: whoever comes after a crash knows that it was tried. */
export async function finishGrant(
  ctx: Ctx<Staff>,
  { state, code, oaId }: z.output<typeof GrantReturn>,
): Promise<z.input<typeof ChatChannelList>> {
  const grant = openGrant(ctx)
  await ctx.write((tx) => recordAudit(tx, ctx, { action: 'grant.return', subject: SUBJECT }))
  const granted = await grant.finish({ staffId: ctx.actor.id, state, code, oaId })
  if (granted.outcome === 'refused') throw new AppError('grant.refused', { code: granted.code })
  if (granted.outcome !== 'granted') throw new AppError(`grant.${granted.outcome}`)
  ctx.clock().start(SENDING_JOB)
  return listChannels(ctx)
}

export async function pasteTokens(
  ctx: Ctx<Staff>,
  pair: z.output<typeof TokenPairDraft>,
): Promise<z.input<typeof ChatChannelList>> {
  const grant = openGrant(ctx)
  await ctx.write((tx) => recordAudit(tx, ctx, { action: 'grant.paste', subject: SUBJECT }))
  await grant.paste(pair)
  ctx.clock().start(SENDING_JOB)
  return listChannels(ctx)
}

/** Asked when somebody looks: a package that ends, or a mark of trust that is gone, stops everything. */
export async function readZaloAccount(ctx: Ctx<Staff>): Promise<z.input<typeof ZaloAccount>> {
  requirePermission(ctx, 'chat.configure', ROOT_UNIT_ID)
  const answer = await ctx.zalo.oa?.readOa()
  if (answer === undefined) return { ...NOT_TOLD, problem: 'not_set' }
  if (answer.outcome !== 'done')
    return { ...NOT_TOLD, problem: answer.outcome === 'failed' ? answer.why : answer.outcome }
  const { name, is_verified, package_name, package_valid_through_date, num_follower } = answer.data
  return {
    ...{ problem: null, name, isVerified: is_verified, followers: Math.trunc(num_follower) },
    ...{ package: package_name || null, packageEnds: package_valid_through_date || null },
  }
}

function openGrant(ctx: Ctx<Staff>) {
  requirePermission(ctx, 'chat.configure', ROOT_UNIT_ID)
  if (ctx.zalo.grant === undefined) throw new AppError('channel.not_set')
  return ctx.zalo.grant
}
