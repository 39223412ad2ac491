import type { Ctx } from '../ctx.ts'
import type { PersonalData } from '../privacy/personal-data.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { listAttemptsOf } from './attempts.queries.ts'
import { changeEntry, type EntryRow, listEntriesOf, listWithEntries, wipeComplaints } from './entries.queries.ts'
import { NOBODY, publicNameOf } from './public-name.ts'

/** What tells who somebody is. */
const WITHOUT_NAME = {
  ...{ nameSealed: null, codeMark: null, publicName: NOBODY, guardianTokenHash: null, guardianExpiresAt: null },
}

/** The papers stay, since others are ranked beside them: they are nobody's. */
export const contestsPersonalData: PersonalData = {
  name: 'contests',
  async eraseOf(tx, _ctx, { citizenId }) {
    for (const { entry } of await listEntriesOf(tx, citizenId)) {
      await wipeComplaints(tx, entry.id)
      await changeEntry(tx, entry.id, { ...WITHOUT_NAME, citizenId: null, consentId: null, guardianAgreedAt: null })
    }
  },
  async stop(tx, ctx, { citizenId, purpose }) {
    if (purpose !== 'contest.taking' && purpose !== 'contest.naming') return
    for (const { entry, contest } of await listEntriesOf(tx, citizenId)) {
      if (purpose === 'contest.naming') {
        await changeEntry(tx, entry.id, { publicName: await masked(ctx, entry) })
        continue
      }
      const isDecided = contest.state === 'official' || contest.state === 'archived'
      await changeEntry(tx, entry.id, { ...WITHOUT_NAME, status: isDecided ? entry.status : 'removed' })
    }
  },
  knows: listWithEntries,
  async exportOf({ db, sealing }, citizenId) {
    const entries = await listEntriesOf(db, citizenId)
    return Promise.all(
      entries.map(async ({ entry, contest }) => {
        const { blockId, unitId, status, ageBand, publicName, guardianAgreedAt, createdAt } = entry
        return {
          ...{ contest: contest.name, blockId, unitId, status, ageBand, publicName, guardianAgreedAt, createdAt },
          name: nameOf({ sealing }, entry),
          attempts: (await listAttemptsOf(db, entry.id)).map(
            ({ number, state, startedMs, submittedMs, sheet, prediction }) => ({
              ...{ number, state, startedMs, submittedMs, sheet, prediction },
            }),
          ),
        }
      }),
    )
  },
}

async function masked(ctx: Pick<Ctx, 'db' | 'now' | 'sealing'>, entry: EntryRow) {
  const name = nameOf(ctx, entry)
  if (name === null) return NOBODY
  const { unitId } = entry
  const names = unitId === null ? undefined : await listUnitNames(ctx.db, [unitId], vietnamDate(ctx.now()))
  return publicNameOf({ ageBand: 'adult', showsName: false }, { name, unitName: names?.get(unitId ?? '') ?? null })
}

function nameOf({ sealing }: Pick<Ctx, 'sealing'>, { id, nameSealed }: EntryRow) {
  if (nameSealed === null) return null
  return sealing.open({ table: 'contest_entries', column: 'name_sealed', rowId: id }, nameSealed)
}
