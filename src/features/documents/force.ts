import { todayInVietnam } from '../../ui/dates.ts'

type Dated = { effectiveFrom: string | null; effectiveTo: string | null; isReplaced: boolean }
type Force = { words: string; tone: 'good' | 'warn' | 'bad' | '' }

/** Whether a document still counts today, as far as its source says. */
export function forceOf({ effectiveFrom, effectiveTo, isReplaced }: Dated, today = todayInVietnam()): Force {
  if (effectiveTo !== null && effectiveTo < today)
    return { words: isReplaced ? 'Đã được thay thế' : 'Hết hiệu lực', tone: 'bad' }
  if (isReplaced) return { words: 'Đã được thay thế', tone: 'bad' }
  if (effectiveFrom === null) return { words: 'Chưa rõ hiệu lực', tone: 'warn' }
  if (effectiveFrom > today) return { words: 'Chưa có hiệu lực', tone: 'warn' }
  return { words: 'Còn hiệu lực', tone: 'good' }
}
