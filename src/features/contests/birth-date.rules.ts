const OLDEST = 110

/** `5/3/2010`, `05-03-2010`, `5.3.2010` or `05032010` → `2010-03-05`; nothing for a day that does not exist. */
export function readBirthDate(typed: string, today: string): string | undefined {
  const text = typed.trim()
  const match = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (!match) return undefined
  const [, day = '', month = '', year = ''] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const isReal = new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date
  return isReal && date <= today && ageOn(date, today) <= OLDEST ? date : undefined
}

/** Whole years. */
export function ageOn(bornOn: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years
}

export function birthDateWords(bornOn: string): string {
  const [year, month, day] = bornOn.split('-').map(Number)
  return `ngày ${day} tháng ${month} năm ${year}`
}
