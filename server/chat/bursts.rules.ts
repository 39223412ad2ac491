import type { EventRow } from './events.queries.ts'

/** The events that are answered together: for now each alone. */
export function joinBurst(waiting: EventRow[]): EventRow[] {
  return waiting.slice(0, 1)
}
