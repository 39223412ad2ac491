import { z } from '@hono/zod-openapi'
import type { Ctx } from '../ctx.ts'

const Kept = z.strictObject({ name: z.string(), code: z.string() })
export type Person = z.infer<typeof Kept>

const placeOf = (memberId: string) => ({ table: 'contest_members', column: 'sealed', rowId: memberId })

/** Letters in one case and without spaces, so that `gv 012` is found as `GV012`. */
export const tidyCode = (code: string) => code.normalize('NFC').replace(/\s+/g, '').toUpperCase()

const inContest = (contestId: string, code: string) => `${contestId} ${tidyCode(code)}`

/** What a staff or student code is found by within one contest; the code itself is only kept sealed. */
export function codeMark({ sealing }: Pick<Ctx, 'sealing'>, contestId: string, code: string) {
  return sealing.index('contest_code', inContest(contestId, code))
}

/** As every key of ours would have marked it. */
export function codeMarks({ sealing }: Pick<Ctx, 'sealing'>, contestId: string, code: string) {
  return sealing.indexes('contest_code', inContest(contestId, code))
}

export function sealPerson({ sealing }: Pick<Ctx, 'sealing'>, memberId: string, person: Person) {
  return sealing.seal(placeOf(memberId), JSON.stringify(person))
}

export function openPerson({ sealing }: Pick<Ctx, 'sealing'>, { id, sealed }: { id: string; sealed: string }): Person {
  return Kept.parse(JSON.parse(sealing.open(placeOf(id), sealed)))
}
