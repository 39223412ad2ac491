import type { components } from '../../api/schema.gen.ts'
import { ageOn, readBirthDate } from './birth-date.rules.ts'

type Contest = components['schemas']['ContestHome']
type NewEntry = components['schemas']['NewContestEntry']
export type Block = Contest['blocks'][number]

const ADULT_AGE = 18

/** What somebody has filled in so far, on this phone alone. */
export type EntryDraft = {
  slug: string
  blockId: string | null
  name: string
  /** As typed. */
  born: string
  unit: { id: string; name: string } | null
  code: string
  agreedTo: number | null
  showsName: boolean
}

export const ENTRY_DRAFT_KEY = 'contest-entry-draft'
export const EMPTY_ENTRY: EntryDraft = {
  ...{ slug: '', blockId: null, name: '', born: '', unit: null, code: '', agreedTo: null, showsName: false },
}

export const STEPS = ['khoi', 'ban', 'don-vi', 'dong-y'] as const
export type Step = (typeof STEPS)[number]
export type Problem = { step: Step; field: string; text: string }

/** Nobody is asked for a unit or a code where the block wants none. */
export function stepsOf(block: Block | undefined): Step[] {
  return STEPS.filter((step) => step !== 'don-vi' || block === undefined || block.needsUnit || block.needsCode)
}

export const blockOf = (contest: Contest, { blockId }: EntryDraft) => contest.blocks.find(({ id }) => id === blockId)

/** What still stands in the way, by the step where it is mended. */
export function findProblems(contest: Contest, draft: EntryDraft, today: string): Problem[] {
  const block = blockOf(contest, draft)
  const bornOn = readBirthDate(draft.born, today)
  const problems: (Problem | false)[] = [
    block === undefined && { step: 'khoi', field: `khoi-${contest.blocks[0]?.id ?? ''}`, text: 'Chọn khối bạn dự thi' },
    draft.name.trim().length < 2 && { step: 'ban', field: 'ho-ten', text: 'Ghi họ và tên' },
    bornOn === undefined && {
      ...{ step: 'ban', field: 'ngay-sinh', text: 'Ghi ngày sinh có thật, ví dụ 5/3/2010' },
    },
    bornOn !== undefined && block !== undefined && ageProblem(block, ageOn(bornOn, today)),
    block?.needsUnit === true &&
      draft.unit === null && {
        ...{ step: 'don-vi', field: 'don-vi', text: 'Chọn trường hoặc đơn vị của bạn' },
      },
    block?.needsCode === true &&
      draft.code.trim() === '' && {
        ...{ step: 'don-vi', field: 'ma-so', text: 'Ghi mã do đơn vị cấp cho bạn' },
      },
    draft.agreedTo === null && { step: 'dong-y', field: 'dong-y', text: 'Đánh dấu đồng ý thì mới ghi tên được' },
  ]
  return problems.filter((problem) => problem !== false)
}

function ageProblem({ name, minAge, maxAge }: Block, age: number): Problem | false {
  const isOutside = (minAge !== null && age < minAge) || (maxAge !== null && age > maxAge)
  return isOutside && { step: 'ban', field: 'ngay-sinh', text: `Bạn ${age} tuổi, không thuộc tuổi của ${name}` }
}

/** Only an adult may choose a whole name, and only where the contest shows names. */
export function mayShowName(contest: Contest, draft: EntryDraft, today: string): boolean {
  const bornOn = readBirthDate(draft.born, today)
  return contest.names === 'whole' && bornOn !== undefined && ageOn(bornOn, today) >= ADULT_AGE
}

/** Only for a draft without problems. */
export function toEntry(contest: Contest, draft: EntryDraft, today: string): NewEntry {
  const block = blockOf(contest, draft)
  const bornOn = readBirthDate(draft.born, today)
  if (block === undefined || bornOn === undefined || draft.agreedTo === null)
    throw new Error('an entry is sent once findProblems has none')
  return {
    ...{ blockId: block.id, name: draft.name.trim(), bornOn, consentVersion: draft.agreedTo },
    unitId: block.needsUnit ? (draft.unit?.id ?? null) : null,
    code: block.needsCode ? draft.code.trim() : null,
    showsName: draft.showsName && mayShowName(contest, draft, today),
  }
}
