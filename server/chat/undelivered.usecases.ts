import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import type { UndeliveredList } from './channels.schemas.ts'
import { SENDING_JOB } from './chat.schemas.ts'
import { maskPersonal } from './mask.rules.ts'
import * as queries from './undelivered.queries.ts'
import { openSay } from './unknown.usecases.ts'
import { writeOut } from './write-out.ts'

const SHOWN = 100
const SHOWN_LETTERS = 160
type Reply = Promise<z.input<typeof UndeliveredList>>

/** What will not leave by itself any more, newest first, with the reason. */
export async function listUndelivered(ctx: Ctx<Staff>): Reply {
  requirePermission(ctx, 'chat.configure', ROOT_UNIT_ID)
  const rows = await queries.listDead(ctx.db, SHOWN)
  const items = rows.map(({ channel, row }) => {
    const say = openSay(ctx, row)
    const text = say === undefined ? null : maskPersonal(writeOut(say)).slice(0, SHOWN_LETTERS)
    return { channel, text, id: row.id, kind: row.kind, at: row.createdAt, problem: row.problem ?? '' }
  })
  return { total: await queries.countDead(ctx.db), items }
}

/** Tried once more, as if it were new. */
export async function sendUndelivered(ctx: Ctx<Staff>, id: string): Reply {
  requirePermission(ctx, 'chat.configure', ROOT_UNIT_ID)
  await ctx.write(async (tx) => {
    const row = await queries.findDead(tx, id)
    if (row === undefined || row.saySealed === null) throw new AppError('undelivered.not_found')
    await queries.reviveDead(tx, id, ctx.now().toISOString())
    await recordAudit(tx, ctx, {
      ...{ action: 'outgoing.again', subject: { kind: 'outgoing', id }, before: { problem: row.problem } },
    })
  })
  ctx.clock().start(SENDING_JOB)
  return listUndelivered(ctx)
}

/** Looked at, and let be. */
export async function dropUndelivered(ctx: Ctx<Staff>, id: string): Reply {
  requirePermission(ctx, 'chat.configure', ROOT_UNIT_ID)
  await ctx.write(async (tx) => {
    const row = await queries.findDead(tx, id)
    if (row === undefined) throw new AppError('undelivered.not_found')
    await queries.dropDead(tx, id)
    await recordAudit(tx, ctx, {
      ...{ action: 'outgoing.drop', subject: { kind: 'outgoing', id }, before: { problem: row.problem } },
    })
  })
  return listUndelivered(ctx)
}
