import { setTimeout as wait } from 'node:timers/promises'
import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import { findNamed } from '../content/live.queries.ts'
import type { Ctx, Staff, System } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import * as editions from '../publishing/editions.queries.ts'
import { referencedNames, type WrittenKind } from '../publishing/requirements.rules.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { AskAddress, LinkAnswer } from './ask-address.ts'
import * as queries from './links.queries.ts'
import { addressesIn, groupByHost, judge } from './links.rules.ts'
import type { EntryLinks, LinkCheckList, LinkCheckQuery, LinkCheckStarted } from './links.schemas.ts'

export const LINKS_JOB = 'upkeep.check-links'
const AT_ONCE = 4
const PAGE = 50
const PAGES_SHOWN = 10

export type LinkSettings = {
  ask: AskAddress
  /** Between two questions to the same server. */
  pauseMs: number
}

/** Asks for every address that people read or are about to, four servers at once and each of them gently. */
export async function checkLinks(ctx: Ctx<System>, settings: LinkSettings, stopping: AbortSignal) {
  const uses = await collectUses(ctx)
  const answers = await askAll([...new Set(uses.map(({ address }) => address))], settings, stopping)
  const deadNames = await queries.listDeadNames(ctx.db)
  const before = new Map((await queries.listChecks(ctx.db)).map((row) => [row.address, row]))
  const isOnline = [...answers.values()].some(({ outcome }) => outcome === 'answered')
  const seen = { today: vietnamDate(ctx.now()), isOnline }
  const checkedAt = ctx.now().toISOString()
  const asked = [...answers].map(([address, answer]) => ({
    address,
    checkedAt,
    ...judge(before.get(address), answer, seen),
  }))
  const nothing = { status: null, movedTo: null, failedNights: 0, failedOn: null }
  const dead = deadNames.map(({ address }) => ({
    ...nothing,
    address,
    checkedAt,
    state: 'dead' as const,
    problem: 'leads_nowhere' as const,
  }))
  await ctx.write(async (tx) => {
    await queries.keepChecks(tx, [...asked, ...dead])
    await queries.replaceUses(tx, [...uses, ...deadNames])
  })
}

async function collectUses(ctx: Ctx<System>): Promise<queries.LinkUse[]> {
  const uses: queries.LinkUse[] = []
  for (let after = ''; ; ) {
    const bodies = await queries.listBodies(ctx.db, after)
    for (const { id, entryId, body } of bodies)
      for (const [address, field] of addressesIn(JSON.parse(body)))
        uses.push({ address, field, entryId, editionId: id })
    const last = bodies.at(-1)
    if (last === undefined) return uses
    after = last.id
  }
}

async function askAll(addresses: string[], { ask, pauseMs }: LinkSettings, stopping: AbortSignal) {
  const answers = new Map<string, LinkAnswer>()
  const hosts = groupByHost(addresses)
  async function askHost(group: string[]) {
    for (const [position, address] of group.entries()) {
      if (position > 0) await wait(pauseMs, undefined, { signal: stopping }).catch(() => {})
      if (stopping.aborted) return
      const answer = await ask(address, stopping)
      // What was cut off by the stop says nothing of the address.
      if (!stopping.aborted) answers.set(address, answer)
    }
  }
  async function takeHosts() {
    for (let group = hosts.shift(); group !== undefined; group = hosts.shift()) await askHost(group)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeHosts))
  return answers
}

/** Begins a check by hand; whoever asks while one is under way is told so. */
export async function startLinkCheck(ctx: Ctx<Staff>): Promise<z.input<typeof LinkCheckStarted>> {
  requirePermission(ctx, 'content.write')
  if (ctx.clock().isRunning(LINKS_JOB)) return { started: false }
  await ctx.write((tx) => recordAudit(tx, ctx, { action: 'links.check', subject: { kind: 'job', id: LINKS_JOB } }))
  return { started: ctx.clock().start(LINKS_JOB) }
}

/** What the addresses of the reader's units answered, the worst first. */
export async function listLinkChecks(
  ctx: Ctx<Staff>,
  query: z.output<typeof LinkCheckQuery>,
): Promise<z.input<typeof LinkCheckList>> {
  requirePermission(ctx, 'content.read')
  const mine = unitsFor(ctx.actor, 'content.read')
  const unitIds = query.unitId === undefined ? mine : mine.filter((id) => id === query.unitId)
  const cursor = query.cursor === undefined ? undefined : decodeCursor(query.cursor)
  const rows = await queries.listShown(ctx.db, {
    unitIds,
    state: query.state,
    after: cursor && { rank: Number(cursor.sortKey), address: cursor.id },
    limit: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const addresses = shown.map(({ check }) => check.address)
  const uses = await queries.listUses(ctx.db, { addresses, unitIds, shown: PAGES_SHOWN })
  const last = shown.at(-1)
  const counted = await queries.countShown(ctx.db, unitIds)
  const countOf = (state: string) => counted.find((each) => each.state === state)?.count ?? 0
  return {
    isRunning: ctx.clock().isRunning(LINKS_JOB),
    lastCheckedAt: await queries.findLastCheck(ctx.db),
    counts: { ok: countOf('ok'), moved: countOf('moved'), unreachable: countOf('unreachable'), dead: countOf('dead') },
    items: shown.map(({ check: { failedOn: _, ...check } }) => {
      const own = uses.filter(({ address }) => address === check.address)
      return {
        ...check,
        uses: own[0]?.uses ?? 0,
        entries: own.map(({ id, kind, title, unitId, field }) => ({ id, kind, title, unitId, field })),
      }
    }),
    nextCursor: rows.length > PAGE && last ? encodeCursor(String(last.rank), last.check.address) : null,
  }
}

/** The addresses of what is being written, or else of what people read, for a warning beside the form. */
export async function readEntryLinks(ctx: Ctx<Staff>, entryId: string): Promise<z.input<typeof EntryLinks>> {
  const entry = await editions.findEntry(ctx.db, entryId)
  if (entry === undefined || !holds(ctx.actor, 'content.read', entry.unitId)) throw new AppError('entry.not_found')
  const edition =
    (await editions.findEditionIn(ctx.db, entryId, editions.OPEN)) ??
    (await editions.findEditionIn(ctx.db, entryId, editions.LIVE))
  if (edition === undefined) return { items: [] }
  const body: Record<string, unknown> = JSON.parse(edition.body)
  const fields = addressesIn(body)
  const checks = new Map((await queries.findChecks(ctx.db, [...fields.keys()])).map((row) => [row.address, row]))
  const outside = [...fields].map(([address, field]) => ({ field, address, check: toCheck(checks.get(address)) }))
  return { items: [...outside, ...(await findDeadNames(ctx, entry.kind as WrittenKind, body))] }
}

async function findDeadNames(ctx: Ctx<Staff>, kind: WrittenKind, body: Record<string, unknown>) {
  const names = [...new Set(referencedNames(kind, body))]
  const known = await findNamed(ctx.db, names)
  const alive = new Set(known.flatMap((each) => [`${each.kind}:${each.slug}`, `${each.kind}:${each.code}`]))
  const check = { state: 'dead' as const, problem: 'leads_nowhere' as const, status: null, movedTo: null }
  const checkedAt = ctx.now().toISOString()
  return names
    .filter((name) => !alive.has(name))
    .map((address) => ({ field: '', address, check: { ...check, failedNights: 0, checkedAt } }))
}

function toCheck(row: queries.LinkRow | undefined) {
  if (row === undefined) return null
  const { state, status, problem, movedTo, failedNights, checkedAt } = row
  return { state, status, problem, movedTo, failedNights, checkedAt }
}
