import { type DraftText, differingFields, textOf } from './drafts.ts'
import type { Edition } from './entry.ts'

/** What was typed and what it was typed over, so that it can still be merged with what came later. */
export type Kept = { base: DraftText; mine: DraftText }

const keptUnder = (editionId: string) => `draft:${editionId}`

/** Outlives a failed save and a reload, in this tab alone. */
export function keepTyped(edition: Edition, mine: DraftText) {
  const kept: Kept = { base: textOf(edition), mine }
  try {
    sessionStorage.setItem(keptUnder(edition.id), JSON.stringify(kept))
  } catch {
    // A full or forbidden store: the text on the screen is then all there is.
  }
}

export function forgetKept(editionId: string) {
  sessionStorage.removeItem(keptUnder(editionId))
}

/** What was typed here before and never reached the service. */
export function readKept(edition: Edition): Kept | undefined {
  const stored = sessionStorage.getItem(keptUnder(edition.id))
  if (stored === null) return undefined
  const kept: Kept = JSON.parse(stored)
  return differingFields(kept.mine, textOf(edition)).length === 0 ? undefined : kept
}
