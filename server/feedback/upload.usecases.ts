import type { z } from '@hono/zod-openapi'
import { newAttachmentName } from '../attachments/attachments.ts'
import { checkPdf } from '../attachments/pdf-file.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { createFloodLimit } from '../http/flood-limit.ts'
import { reencodeImage } from '../images/image-file.ts'
import { MOST_FILES } from './feedback.schemas.ts'
import * as queries from './report-files.queries.ts'
import type { DroppedFile, UploadedFile } from './report-files.schemas.ts'

/** Decoding takes memory: whoever comes after these is asked to try again. */
const MOST_AT_ONCE = 8
const HOUR_MS = 60 * 60 * 1000
const MOST_AN_HOUR = 20

type Sent = { bytes: Buffer; contentType: string }
type Made = Pick<queries.FileRow, 'kind' | 'width' | 'height'> & { content: Buffer }

let underWay = 0
const limits = new WeakMap<Db, ReturnType<typeof createFloodLimit>>()

/**
 * Keeps a photo or a PDF until its report is sent. The file is there before its row: a crash in between leaves a file
 * that nothing names, which the clock takes away; never a row without its file.
 */
export async function keepFile(ctx: Ctx<Citizen>, sent: Sent): Promise<z.input<typeof UploadedFile>> {
  const citizenId = ctx.actor.id
  await refuseMore(ctx, ctx.db)
  refuseFlood(ctx)
  const { content, ...about } = await inTurn(() => makeSafe(sent))
  const [id, at] = [newAttachmentName(), ctx.now()]
  await ctx.attachments.put(id, content, at)
  const file = { ...about, id, bytes: content.length, citizenId, createdAt: at.toISOString() }
  try {
    await ctx.write(async (tx) => {
      await refuseMore(ctx, tx)
      await queries.insertFile(tx, { ...file, reportId: null, redactedName: null })
    })
  } catch (error) {
    await ctx.attachments.remove(id)
    throw error
  }
  return { id, kind: file.kind, bytes: file.bytes }
}

/** Takes back one that was not sent yet. */
export async function dropFile(ctx: Ctx<Citizen>, id: string): Promise<z.input<typeof DroppedFile>> {
  const isDropped = await ctx.write((tx) => queries.deleteWaiting(tx, { id, citizenId: ctx.actor.id }))
  if (!isDropped) throw new AppError('file.not_found')
  await ctx.attachments.remove(id)
  return { id }
}

/** Lets go of what was uploaded for a report that was given up: all that waits but these. */
export async function dropOtherWaiting(ctx: Ctx<Citizen>, keptIds: readonly string[]) {
  const waiting = await queries.listWaitingNames(ctx.db, ctx.actor.id)
  for (const id of waiting) if (!keptIds.includes(id)) await dropFile(ctx, id)
}

async function refuseMore(ctx: Ctx<Citizen>, db: Db) {
  const waiting = await queries.countWaiting(db, ctx.actor.id)
  if (waiting >= MOST_FILES) throw new AppError('feedback.too_many_waiting_files', { most: MOST_FILES })
}

function refuseFlood(ctx: Ctx<Citizen>) {
  const limit = limits.get(ctx.db) ?? createFloodLimit({ most: MOST_AN_HOUR, windowMs: HOUR_MS })
  limits.set(ctx.db, limit)
  const retryAfterSeconds = limit.take(ctx.actor.id, ctx.now().getTime())
  if (retryAfterSeconds > 0) throw new AppError('feedback.too_many_uploads', { retryAfterSeconds })
}

async function makeSafe({ bytes, contentType }: Sent): Promise<Made> {
  if (contentType === 'application/pdf') {
    await checkPdf(bytes)
    return { kind: 'pdf', width: null, height: null, content: bytes }
  }
  const { bytes: content, width, height } = await reencodeImage(bytes, contentType)
  return { kind: 'image', width, height, content }
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (underWay >= MOST_AT_ONCE) throw new AppError('storage.busy')
  underWay += 1
  return work().finally(() => {
    underWay -= 1
  })
}
