import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import * as states from './channel-states.queries.ts'
import { findChannelSettings } from './channels.queries.ts'
import type { ChannelSettingsDraft, ChatChannel, ChatChannelList } from './channels.schemas.ts'
import { CHANNELS, type ChannelName, SENDING_JOB } from './chat.schemas.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000

/** How every way of talking is doing. */
export async function listChannels(ctx: Ctx<Staff>): Promise<z.input<typeof ChatChannelList>> {
  requirePermission(ctx, 'chat.configure', ROOT_UNIT_ID)
  const grant = await ctx.zalo.grant?.describe()
  return {
    items: await Promise.all(CHANNELS.map((channel) => describeChannel(ctx, channel))),
    grant: {
      state: grant?.state ?? 'none',
      problem: grant?.problem ?? null,
      accessExpiresAt: grant?.accessExpiresAt ?? null,
      refreshExpiresAt: grant?.refreshExpiresAt ?? null,
    },
  }
}

async function describeChannel(ctx: Ctx<Staff>, channel: ChannelName): Promise<z.input<typeof ChatChannel>> {
  const since = new Date(ctx.now().getTime() - WEEK_MS).toISOString()
  const { isOff, notice, hasButtons, mayPay } = await findChannelSettings(ctx.db, channel)
  return {
    channel,
    isSet: ctx.channels[channel] !== undefined,
    settings: { isOff, notice, hasButtons, mayPay },
    lastEventAt: await states.findLastEvent(ctx.db, channel),
    events: await states.countEvents(ctx.db, { channel, since }),
    outgoing: await states.countOutgoing(ctx.db, { channel, since }),
    failures: await states.countFailures(ctx.db, { channel, since }),
  }
}

/** Switched on again, what waited leaves at once. */
export async function changeChannel(
  ctx: Ctx<Staff>,
  channel: ChannelName,
  draft: z.output<typeof ChannelSettingsDraft>,
): Promise<z.input<typeof ChatChannelList>> {
  requirePermission(ctx, 'chat.configure', ROOT_UNIT_ID)
  await ctx.write(async (tx) => {
    const { isOff, notice, hasButtons, mayPay } = await findChannelSettings(tx, channel)
    await states.keepSettings(tx, { channel, ...draft, changedAt: ctx.now().toISOString() })
    await recordAudit(tx, ctx, {
      ...{ action: 'channel.change', subject: { kind: 'channel', id: channel }, after: draft },
      before: { isOff, notice, hasButtons, mayPay },
    })
  })
  ctx.clock().start(SENDING_JOB)
  return listChannels(ctx)
}
