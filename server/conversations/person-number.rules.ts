const MOST = 1_000_000

/** What staff call somebody: six digits that tell nothing, from the chance part of our own id. */
export function personNumber(id: string): string {
  const chance = Number.parseInt(id.replace(/-/g, '').slice(-10), 16)
  return String((Number.isNaN(chance) ? 0 : chance) % MOST).padStart(6, '0')
}
