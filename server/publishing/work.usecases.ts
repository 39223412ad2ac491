import type { z } from '@hono/zod-openapi'
import { listEntries as listAuditEntries } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import type { Permission } from '../staff/permissions.ts'
import { vietnamDate } from '../vietnam-time.ts'
import * as queries from './editions.queries.ts'
import { toEntryRows } from './entries.usecases.ts'
import { WRITTEN_KINDS } from './publishing.schemas.ts'
import type { JobList, WORK_LISTS, Work } from './work.schemas.ts'

const SHOWN = 5
const HELD_BACK_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

type WorkList = (typeof WORK_LISTS)[number]
type Wish = Pick<queries.ListWish, 'state' | 'dueOn' | 'needsSecondLook' | 'authorId' | 'notAuthorId'>

/** What waits for the person who asks, in their own units. */
export async function showWork(ctx: Ctx<Staff>): Promise<z.input<typeof Work>> {
  requirePermission(ctx, 'content.read')
  const me = ctx.actor.id
  const wishes: [WorkList, Permission, Wish][] = [
    ['to_review', 'content.review', { state: 'submitted', notAuthorId: me }],
    ['to_publish', 'content.publish', { state: 'approved', notAuthorId: me }],
    ['returned_to_me', 'content.write', { state: 'returned', authorId: me }],
    ['my_drafts', 'content.write', { state: 'draft', authorId: me }],
    ['scheduled', 'content.publish', { state: 'scheduled' }],
    ['due', 'content.write', { dueOn: vietnamDate(ctx.now()) }],
    ['second_look', 'content.review', { needsSecondLook: true, notAuthorId: me }],
  ]
  const lists = []
  for (const [list, permission, wish] of wishes) {
    if (!holds(ctx.actor, permission)) continue
    const rows = await queries.listEntries(ctx.db, {
      ...wish,
      unitIds: unitsFor(ctx.actor, permission),
      kinds: WRITTEN_KINDS,
      words: [],
      limit: SHOWN + 1,
    })
    lists.push({ list, items: await toEntryRows(ctx, rows.slice(0, SHOWN)), hasMore: rows.length > SHOWN })
  }
  return { lists, heldBack: await listHeldBack(ctx) }
}

async function listHeldBack(ctx: Ctx<Staff>) {
  const since = new Date(ctx.now().getTime() - HELD_BACK_DAYS * DAY_MS).toISOString()
  const unitIds = unitsFor(ctx.actor, 'content.publish')
  const rows = await listAuditEntries(ctx.db, { unitIds, action: 'edition.hold_back', limit: SHOWN })
  return rows.filter(({ at }) => at >= since).map(({ subjectId, at }) => ({ entryId: subjectId, at }))
}

/** The clock's jobs, and how each went the last time. */
export async function listJobs(ctx: Ctx<Staff>): Promise<z.input<typeof JobList>> {
  requirePermission(ctx, 'audit.read')
  return { items: ctx.clock().list() }
}
