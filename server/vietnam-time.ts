const OFFSET_MS = 7 * 60 * 60 * 1000

/** The calendar day in Vietnam (UTC+7, no summer time), `YYYY-MM-DD`. */
export function vietnamDate(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10)
}
