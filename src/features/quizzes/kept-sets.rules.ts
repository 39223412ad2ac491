export type KeptSet = { topic: string; bytes: number; usedAt: string }

/** Zalo keeps 5 MB for the whole app and drops the oldest by itself; practice stays well below. */
export const MOST_BYTES = 1_500_000

/** The newest use first; those for which there is no room any more are `dropped`. */
export function makeRoom(index: readonly KeptSet[], added: KeptSet): { kept: KeptSet[]; dropped: string[] } {
  const inOrder = [added, ...index.filter(({ topic }) => topic !== added.topic)].sort((one, other) =>
    other.usedAt.localeCompare(one.usedAt),
  )
  let bytes = 0
  const fits = inOrder.map((set) => {
    bytes += set.bytes
    return bytes <= MOST_BYTES || set.topic === added.topic
  })
  return {
    kept: inOrder.filter((_, at) => fits[at]),
    dropped: inOrder.filter((_, at) => !fits[at]).map(({ topic }) => topic),
  }
}
