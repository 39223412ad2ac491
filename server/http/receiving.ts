import { AppError } from '../errors.ts'

/** A body is in memory while it arrives: eight megabytes each, however slowly it is sent. */
const MOST_AT_ONCE = 24
/** One phone sends the five files of a report side by side, and no more. */
const MOST_EACH = 5

/** Lets so many large bodies arrive at once; whoever comes after is asked to try again, before a byte is read. */
export function createReceiving() {
  const arriving = new Map<string, number>()
  return async <T>(who: string, work: () => Promise<T>): Promise<T> => {
    const own = arriving.get(who) ?? 0
    const all = [...arriving.values()].reduce((sum, count) => sum + count, 0)
    if (own >= MOST_EACH || all >= MOST_AT_ONCE) throw new AppError('storage.busy')
    arriving.set(who, own + 1)
    return work().finally(() => {
      const left = (arriving.get(who) ?? 1) - 1
      if (left > 0) arriving.set(who, left)
      else arriving.delete(who)
    })
  }
}
