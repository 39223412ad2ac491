import type { z } from '@hono/zod-openapi'
import type { Citizen, Ctx } from '../ctx.ts'
import { CHANNEL_OF, listStanding, recordConsent, recordWithdrawal } from './consents.queries.ts'
import type { ConsentPurpose, Consents, NewConsent } from './consents.schemas.ts'

export async function listOwnConsents(ctx: Ctx<Citizen>): Promise<z.input<typeof Consents>> {
  const standing = await listStanding(ctx.db, ctx.actor.id)
  const items = standing.map(({ purpose, row }) => ({
    purpose,
    isGranted: row?.act === 'granted',
    at: row?.at ?? null,
    textVersion: row?.textVersion ?? null,
    isGuardian: row?.isGuardian ?? false,
  }))
  return { items }
}

export async function grantConsent(ctx: Ctx<Citizen>, consent: z.output<typeof NewConsent>) {
  await ctx.write((tx) => recordConsent(tx, ctx, consent))
  return listOwnConsents(ctx)
}

/** What was done while the person agreed stays right; whatever rests on it stops with the same write. */
export async function withdrawConsent(ctx: Ctx<Citizen>, purpose: ConsentPurpose) {
  const channel = CHANNEL_OF[ctx.actor.via]
  const citizenId = ctx.actor.id
  await ctx.write(async (tx) => {
    await recordWithdrawal(tx, ctx, { citizenId, purpose, channel })
    for (const { stop } of ctx.privacy.data) await stop?.(tx, ctx, { citizenId, purpose })
  })
  return listOwnConsents(ctx)
}
