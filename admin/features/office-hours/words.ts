import type { components } from '../../api/schema.gen.ts'
import { formatDay } from '../units/words.ts'

export type OfficeHoursList = components['schemas']['OfficeHoursList']
export type HoursRow = OfficeHoursList['items'][number]
export type Hours = OfficeHoursList['today']
export type Opening = Hours['monday'][number]
export type Day = keyof Hours

export const DAY_WORDS: Record<Day, string> = {
  monday: 'Thứ Hai',
  tuesday: 'Thứ Ba',
  wednesday: 'Thứ Tư',
  thursday: 'Thứ Năm',
  friday: 'Thứ Sáu',
  saturday: 'Thứ Bảy',
  sunday: 'Chủ nhật',
  makeUpDay: 'Ngày làm bù',
}
// The keys of a record of words are the values they stand for.
export const DAYS = Object.keys(DAY_WORDS) as Day[]
export const AFTER_MONDAY = ['tuesday', 'wednesday', 'thursday', 'friday'] as const

/** `07:30 – 11:30, 13:30 – 17:00`; a day without hours is a day off. */
export function openingsText(openings: Opening[]) {
  return openings.length === 0 ? 'Nghỉ' : openings.map(({ opens, closes }) => `${opens} – ${closes}`).join(', ')
}

/** Days that follow each other with the same hours, together: `Thứ Hai – Thứ Sáu`. */
export function groupDays(hours: Hours): { days: string; openings: string }[] {
  const groups: { first: Day; last: Day; openings: string }[] = []
  for (const day of DAYS) {
    const openings = openingsText(hours[day])
    const before = groups.at(-1)
    if (before?.openings === openings && day !== 'makeUpDay') before.last = day
    else groups.push({ first: day, last: day, openings })
  }
  return groups.map(({ first, last, openings }) => ({
    days: first === last ? DAY_WORDS[first] : `${DAY_WORDS[first]} – ${DAY_WORDS[last]}`,
    openings,
  }))
}

export function hoursText(hours: Hours) {
  return groupDays(hours)
    .map(({ days, openings }) => `${days}: ${openings}`)
    .join('; ')
}

/** Whose hours hold today, as the unit's head would say it. */
export function sourceText({ todayFrom }: OfficeHoursList, unitId: string) {
  if (todayFrom === null) return 'Chưa đơn vị nào đặt giờ riêng: đang theo giờ hành chính thường dùng.'
  const since = `từ ngày ${formatDay(todayFrom.validFrom)}`
  return todayFrom.unitId === unitId
    ? `Giờ riêng của đơn vị, ${since}.`
    : `Đơn vị chưa có giờ riêng: đang theo giờ của ${todayFrom.unitName}, ${since}.`
}

export type Standing = 'coming' | 'present' | 'past'
export const STANDING_WORDS: Record<Standing, string> = {
  coming: 'Sắp áp dụng',
  present: 'Đang áp dụng',
  past: 'Đã thay',
}

/** Where one change stands among all of its unit, of which the newest come first. */
export function standingOf(row: HoursRow, { items, on }: OfficeHoursList): Standing {
  if (row.validFrom > on) return 'coming'
  const present = items.find(({ unitId, validFrom }) => unitId === row.unitId && validFrom <= on)
  return present?.validFrom === row.validFrom ? 'present' : 'past'
}
