import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { isAtLeast } from './contest.rules.ts'
import { openOwnContest } from './contests.usecases.ts'
import * as queries from './held.queries.ts'
import type { HeldDecision, HeldList } from './held.schemas.ts'
import { openPerson } from './member.ts'
import { findMembers } from './members.queries.ts'

/** Second entries with a code that somebody has entered with, beside who did and whose code it is. */
export async function listHeld(ctx: Ctx<Staff>, id: string): Promise<z.input<typeof HeldList>> {
  await openOwnContest(ctx, id, 'contests.officiate')
  const held = await queries.listHeld(ctx.db, id)
  const marks = [...new Set(held.flatMap(({ entry }) => entry.codeMark ?? []))]
  const same = await queries.listWithCodes(ctx.db, id, marks)
  const members = new Map(
    (await findMembers(ctx.db, id, marks)).map((row) => [row.codeMark, openPerson(ctx, row).name]),
  )
  const unitIds = [...new Set([...held, ...same].flatMap(({ entry }) => entry.unitId ?? []))]
  const units = await listUnitNames(ctx.db, unitIds, vietnamDate(ctx.now()))
  const show = ({ entry, papers }: (typeof held)[number]) => ({
    ...{ id: entry.id, name: openName(ctx, entry), publicName: entry.publicName, blockId: entry.blockId, papers },
    ...{ ageBand: entry.ageBand, status: entry.status, enteredAt: entry.createdAt },
    unitName: entry.unitId && (units.get(entry.unitId) ?? entry.unitId),
  })
  return {
    items: held.map((each) => ({
      ...show(each),
      listedName: members.get(each.entry.codeMark ?? '') ?? null,
      others: same
        .filter(({ entry }) => entry.id !== each.entry.id && entry.codeMark === each.entry.codeMark)
        .map(show),
    })),
  }
}

function openName({ sealing }: Pick<Ctx, 'sealing'>, { id, nameSealed }: queries.EntryRow) {
  if (nameSealed === null) return null
  return sealing.open({ table: 'contest_entries', column: 'name_sealed', rowId: id }, nameSealed)
}

/** Who it was is not written down in the log: the entry has it. */
export async function decideHeld(
  ctx: Ctx<Staff>,
  { id, entryId }: { id: string; entryId: string },
  { decision, reason }: z.output<typeof HeldDecision>,
): Promise<z.input<typeof HeldList>> {
  const { contest } = await openOwnContest(ctx, id, 'contests.officiate')
  // What is official only changes by a new version of the result.
  if (isAtLeast(contest.state, 'official')) throw new AppError('contest.wrong_state', { state: contest.state })
  if ((await queries.findEntryById(ctx.db, id, entryId)) === undefined) throw new AppError('contest.entry_not_found')
  await ctx.write(async (tx) => {
    const decided = await queries.decideHeld(tx, entryId, decision === 'remove' ? 'removed' : 'counted')
    if (decided === undefined) throw new AppError('contest.entry_decided')
    const others = decision === 'count_instead' ? await queries.removeOthers(tx, decided) : 0
    await recordAudit(tx, ctx, {
      action: 'contest.entry_decide',
      subject: { kind: 'contest', id },
      unitId: contest.unitId,
      before: { entry: entryId, status: 'held' },
      after: { entry: entryId, status: decided.status, othersRemoved: others },
      remark: reason,
    })
  })
  return listHeld(ctx, id)
}
