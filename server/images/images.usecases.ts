import { createHash } from 'node:crypto'
import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { reencodeImage } from './image-file.ts'
import * as queries from './images.queries.ts'
import type { Image } from './images.schemas.ts'

const HASH_DIGITS = 32
/** Decoding takes memory: whoever comes after these is asked to try again. */
const MOST_AT_ONCE = 8
let underWay = 0

/** Keeps a picture, made anew from its pixels: what else its file carried is gone. */
export async function keepImage(
  ctx: Ctx<Staff>,
  { bytes, contentType, unitId }: { bytes: Buffer; contentType: string; unitId: string },
): Promise<z.input<typeof Image>> {
  requirePermission(ctx, 'content.write', unitId)
  if (underWay >= MOST_AT_ONCE) throw new AppError('storage.busy')
  underWay += 1
  const made = await reencodeImage(bytes, contentType).finally(() => {
    underWay -= 1
  })
  const hash = createHash('sha256').update(made.bytes).digest('hex').slice(0, HASH_DIGITS)
  const { width, height } = made
  await ctx.write(async (tx) => {
    const createdAt = ctx.now().toISOString()
    await queries.insertImage(tx, {
      ...{ hash, width, height, unitId, createdAt },
      bytes: made.bytes,
      createdBy: ctx.actor.id,
    })
    await recordAudit(tx, ctx, {
      action: 'image.keep',
      subject: { kind: 'image', id: hash },
      unitId,
      after: { width, height, bytes: made.bytes.length },
    })
  })
  return { address: `/images/${hash}.webp`, width, height, bytes: made.bytes.length }
}

export async function readImage(ctx: Ctx, name: string): Promise<Buffer> {
  const hash = /^([0-9a-f]{32})\.webp$/.exec(name)?.[1]
  const bytes = hash === undefined ? undefined : await queries.findImage(ctx.db, hash)
  if (bytes === undefined) throw new AppError('image.not_found')
  return bytes
}
