import { contestAttempts } from '../../server/contests/attempts.table.ts'
import type { EntryStatus } from '../../server/contests/contests.schemas.ts'
import { contestEntries } from '../../server/contests/contests.table.ts'
import { codeMark } from '../../server/contests/member.ts'
import type { Ctx } from '../../server/ctx.ts'

type Service = { ctx: Pick<Ctx, 'write' | 'newId' | 'now' | 'sealing'> }
type Wish = {
  contestId: string
  blockId?: string
  unitId: string | null
  name?: string
  code?: string
  status?: EntryStatus
  /** The rounds in which a paper was begun. */
  roundIds?: string[]
}

/** Somebody who has entered and begun a paper, as rows; the id of the entry. */
export async function makeEntry({ ctx }: Service, wish: Wish): Promise<string> {
  const { contestId, unitId, code, blockId = 'can-bo', status = 'counted', roundIds = [] } = wish
  const id = ctx.newId()
  const at = ctx.now()
  const place = { table: 'contest_entries', column: 'name_sealed', rowId: id }
  await ctx.write(async (tx) => {
    await tx.insert(contestEntries).values({
      ...{ id, contestId, citizenId: null, blockId, unitId, status, ageBand: 'adult', publicName: 'N. V. A.' },
      ...{ guardianAgreedAt: null, guardianTokenHash: null, guardianExpiresAt: null, consentId: null },
      nameSealed: wish.name === undefined ? null : ctx.sealing.seal(place, wish.name),
      codeMark: code === undefined ? null : codeMark(ctx, contestId, code),
      createdAt: at.toISOString(),
    })
    for (const roundId of roundIds)
      await tx.insert(contestAttempts).values({
        ...{ id: ctx.newId(), roundId, entryId: id, number: 1, state: 'in_progress', paper: '0:0123', sheet: '' },
        ...{ startedMs: at.getTime(), deadlineMs: at.getTime() + 1_200_000, sheetSeq: 0, prediction: null },
        ...{ savedMs: null, submittedMs: null, score: null },
      })
  })
  return id
}
