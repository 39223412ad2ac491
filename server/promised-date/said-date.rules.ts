import { readFolded } from '../chat/understand.rules.ts'
import { addDays } from '../working-time/calendar-days.ts'

const NEAR: Record<string, number> = {
  'hom nay': 0,
  'bua nay': 0,
  'hom qua': -1,
  'hom kia': -2,
  mai: 1,
  'ngay mai': 1,
  'sang mai': 1,
  'chieu mai': 1,
  mot: 2,
  'ngay mot': 2,
  'ngay kia': 2,
}
const WRITTEN = /^(?:ngay |hom |vao ngay )*(\d{1,2})[/.\- ]+(?:thang )?(\d{1,2})(?:[/.\- ]+(?:nam )?(\d{4}))?$/
const HALF_A_YEAR_DAYS = 183

/** A day as people say it; without a year, the nearest one. `today` and the answer are `YYYY-MM-DD`. */
export function readSaidDate(text: string, today: string): string | undefined {
  const folded = readFolded(text)
  const near = NEAR[folded.replace(/^(?:nop|ngay nop|nop vao) /, '')]
  if (near !== undefined) return addDays(today, near)
  const [, day = '', month = '', year] = WRITTEN.exec(folded) ?? []
  if (day === '') return undefined
  if (year !== undefined) return toDate(year, month, day)
  const thisYear = Number(today.slice(0, 4))
  return [thisYear, thisYear - 1, thisYear + 1]
    .map((each) => toDate(String(each), month, day))
    .find((date) => date !== undefined && daysBetween(date, today) <= HALF_A_YEAR_DAYS)
}

function toDate(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : undefined
}

function daysBetween(one: string, other: string) {
  return Math.abs(Date.parse(`${one}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`)) / 86_400_000
}
