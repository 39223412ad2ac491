import type { components } from '../../api/schema.gen.ts'
import { type Me, mayAt } from '../account/session.ts'
import type { Contest } from './words.ts'

type Schemas = components['schemas']
export type RoundResult = Schemas['RoundResultState']
export type ResultHead = Schemas['ResultHead']
export type Person = Schemas['ResultRow']
export type Unit = Schemas['ResultUnit']
export type Complaint = Schemas['ContestComplaint']
export type Statistics = Schemas['QuestionStatistics']
export type Similar = Schemas['SimilarPapers']

const OVER: ReadonlySet<Contest['state']> = new Set(['closed', 'provisional', 'complaints', 'official', 'archived'])
/** Rounds whose papers have all been handed in. */
export const endedRounds = ({ rounds }: Contest) => rounds.filter(({ state }) => OVER.has(state))

export const mayFor = (contest: Contest, me: Me, permission: Parameters<typeof mayAt>[1]) =>
  mayAt(me, permission, contest.unitId)

export const VERSION_STATES: Record<ResultHead['versions'][number]['state'], string> = {
  provisional: 'tạm thời',
  official: 'chính thức',
  replaced: 'đã thay bằng bản sau',
}

export const APART_WORDS: Record<NonNullable<Unit['apart']>, string> = {
  too_small: 'Xếp riêng: dưới quy mô tối thiểu',
  too_few: 'Xếp riêng: quá ít người dự thi',
  no_headcount: 'Xếp riêng: chưa có số người',
}

export const COMPLAINT_STATES: Record<Complaint['state'], string> = {
  waiting: 'Chờ trả lời',
  upheld: 'Chấp nhận',
  rejected: 'Không chấp nhận',
}

/** What a teacher makes of each sign; the worst first. */
export const FLAG_WORDS: Record<Statistics['flags'][number], { name: string; tells: string }> = {
  key_chosen_less: {
    name: 'Đáp án ít người chọn hơn',
    tells: 'Có phương án sai được chọn nhiều hơn đáp án. Xem lại đáp án trước tiên.',
  },
  negative_discrimination: {
    name: 'Người giỏi sai nhiều hơn',
    tells: 'Ai làm tốt các câu khác lại hay sai câu này. Đáp án hoặc cách hỏi có thể sai.',
  },
  low_efficiency: {
    name: 'Ít phân biệt được',
    tells: 'Đúng hay sai câu này gần như không liên quan đến cả bài. Lời hỏi có thể chưa rõ.',
  },
  unused_distractor: {
    name: 'Có phương án không ai chọn',
    tells: 'Phương án đó không đánh lừa được ai, nên câu dễ hơn mong muốn.',
  },
}
export const FLAGS = Object.keys(FLAG_WORDS) as Statistics['flags']

/** Where the whole table of figures is explained, once. */
export const FIGURE_WORDS = [
  ['Độ khó', 'Bao nhiêu phần trăm làm đúng. Càng cao càng dễ.'],
  ['Độ phân biệt', 'Câu này có đi cùng cả bài không: 100 là người giỏi luôn đúng, dưới 0 là người giỏi lại sai.'],
  ['Hiệu quả', 'Câu phân biệt được bao nhiêu so với mức cao nhất mà độ khó của nó cho phép.'],
] as const

export const formatPercent = (value: number | null) =>
  value === null ? 'chưa tính được' : `${value.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} %`

/** 754000 → “12 phút 34 giây”. */
export function formatSpan(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return minutes === 0 ? `${rest} giây` : `${minutes} phút${rest === 0 ? '' : ` ${rest} giây`}`
}

/** A chance as people say it: “1 trên 20.000”. */
export function formatChance(chance: number): string {
  if (chance <= 0) return 'gần như không thể'
  const against = Math.round(1 / chance)
  if (against >= 1_000_000_000_000) return 'dưới 1 trên 1.000 tỷ'
  return `1 trên ${against.toLocaleString('vi-VN')}`
}

/** What the search for likeness can see at all, so that silence is not taken for proof. */
export function powerWords({ whole, mostly }: Similar['power']): string {
  if (whole === null || mostly === null)
    return 'Quá ít bài để biết cách so này thấy được bao nhiêu. Không thấy cặp nào cũng không chứng minh được gì.'
  if (whole * 100 < 1)
    return 'Với đề ngắn hoặc ít bài như vòng này, cách so hầu như không chỉ ra được ai, kể cả người chép cả bài.'
  return `Trong 100 người chép cả bài, cách so này chỉ ra được khoảng ${Math.round(whole * 100)} người; chép bảy phần mười thì khoảng ${Math.round(mostly * 100)} người. Không bị chỉ ra không có nghĩa là không chép.`
}
