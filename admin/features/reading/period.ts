import { today } from '../units/words.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const USUAL_DAYS = 30

/** The days asked for by the address, the last thirty otherwise. */
export function periodOf({ from, to }: { from: string | undefined; to: string | undefined }) {
  const last = to ?? today()
  const first = new Date(Date.parse(last) - (USUAL_DAYS - 1) * DAY_MS).toISOString().slice(0, 10)
  return { from: from ?? first, to: last }
}
