import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff, System } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { vietnamDate } from '../vietnam-time.ts'
import * as queries from './notices.queries.ts'
import type { NoticeList, NoticeQuery } from './notices.schemas.ts'

const DAYS_AHEAD = 14
const DAY_MS = 24 * 60 * 60 * 1000
const PAGE = 30

/** Tells each owner once of every page and every day it is to be reviewed by. */
export async function remindOfReviews(ctx: Ctx<System>) {
  const until = vietnamDate(new Date(ctx.now().getTime() + DAYS_AHEAD * DAY_MS))
  const due = await queries.listDue(ctx.db, until)
  if (due.length === 0) return
  const at = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    for (const each of due) await queries.insertNotice(tx, { id: ctx.newId(), kind: 'review_due', at, ...each })
  })
}

export async function listNotices(
  ctx: Ctx<Staff>,
  { cursor }: z.output<typeof NoticeQuery>,
): Promise<z.input<typeof NoticeList>> {
  const staffId = ctx.actor.id
  const after = cursor === undefined ? undefined : decodeCursor(cursor)
  const rows = await queries.listNotices(ctx.db, { staffId, after, limit: PAGE + 1 })
  const items = rows.slice(0, PAGE)
  const last = items.at(-1)
  return {
    unread: await queries.countUnread(ctx.db, staffId),
    items,
    nextCursor: rows.length > PAGE && last ? encodeCursor(last.at, last.id) : null,
  }
}

/** Reading it twice is reading it once. */
export async function readNotice(ctx: Ctx<Staff>, id: string): Promise<z.input<typeof NoticeList>> {
  const notice = await queries.findNotice(ctx.db, { id, staffId: ctx.actor.id })
  if (notice === undefined) throw new AppError('notice.not_found')
  if (notice.readAt === null) {
    await ctx.write(async (tx) => {
      await queries.markRead(tx, { id, at: ctx.now().toISOString() })
      await recordAudit(tx, ctx, {
        action: 'notice.read',
        subject: subjectOf(notice),
        unitId: notice.unitId,
      })
    })
  }
  return listNotices(ctx, {})
}

function subjectOf({ entryId, reportId }: { entryId: string | null; reportId: string | null }) {
  return reportId === null ? { kind: 'entry', id: entryId ?? '' } : { kind: 'report', id: reportId }
}
