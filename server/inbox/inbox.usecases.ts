import type { z } from '@hono/zod-openapi'
import type { Citizen, Ctx } from '../ctx.ts'
import * as queries from './inbox.queries.ts'
import type { InboxMessages } from './inbox.schemas.ts'

const PAGE = 30

export async function listMyMessages(
  ctx: Ctx<Citizen>,
  { cursor }: { cursor?: string },
): Promise<z.input<typeof InboxMessages>> {
  const rows = await queries.listInboxOf(ctx.db, ctx.actor.id, { before: cursor, limit: PAGE + 1 })
  const items = rows.slice(0, PAGE)
  return {
    unread: await queries.countUnread(ctx.db, ctx.actor.id),
    items: items.map(({ id, template, params, at, readAt }) => ({
      ...{ id, template, at },
      params: JSON.parse(params),
      isRead: readAt !== null,
    })),
    nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null,
  }
}

export async function readMyMessages(ctx: Ctx<Citizen>): Promise<z.input<typeof InboxMessages>> {
  await ctx.write((tx) => queries.markAllRead(tx, ctx.actor.id, ctx.now().toISOString()))
  return listMyMessages(ctx, {})
}
