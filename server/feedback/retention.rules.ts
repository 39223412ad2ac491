/** The same day and hour so many months earlier; the last day of that month where it is shorter. */
export function monthsBefore(now: Date, months: number): string {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const day = Math.min(now.getUTCDate(), lastDay)
  return new Date(
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), day) + (now.getTime() % (24 * 60 * 60_000)),
  ).toISOString()
}
