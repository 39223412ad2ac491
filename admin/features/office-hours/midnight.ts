import type { Hours, Opening } from './words.ts'

/** A clock shows `00:00` where a day's hours end at midnight; the service says `24:00`. */
export function midnightShown(hours: Hours) {
  return mapCloses(hours, (closes) => (closes === '24:00' ? '00:00' : closes))
}

export function midnightEnds(hours: Hours) {
  return mapCloses(hours, (closes) => (closes === '00:00' ? '24:00' : closes))
}

function mapCloses(hours: Hours, change: (closes: string) => string): Hours {
  const day = (openings: Opening[] = []) => openings.map(({ opens, closes }) => ({ opens, closes: change(closes) }))
  const { monday, tuesday, wednesday, thursday, friday, saturday, sunday, makeUpDay } = hours
  return {
    ...{ monday: day(monday), tuesday: day(tuesday), wednesday: day(wednesday), thursday: day(thursday) },
    ...{ friday: day(friday), saturday: day(saturday), sunday: day(sunday), makeUpDay: day(makeUpDay) },
  }
}
