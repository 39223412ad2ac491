import type { Reading, Term } from './read-query.ts'
import type { WordIndex } from './word-index.ts'

/** What a word of the body counts for beside one of the names. */
export const BODY_SHARE = 0.3

export type Covered = { slot: number; weight: number }

/**
 * Numbers by slot, emptied in the time of what was written. A query over 10,000 records touches most of them, so
 * these loops read typed arrays within their bounds and say so with `as number`.
 */
class Tally {
  values = new Float64Array(0)
  touched = new Int32Array(0)
  count = 0

  /** Empty, whatever the last query left, and with room for `size` slots. */
  makeReady(size: number) {
    this.clear()
    if (this.values.length >= size) return
    this.values = new Float64Array(size * 2)
    this.touched = new Int32Array(size * 2)
  }

  /** Adds a word's weight to every slot that holds it; `entries` as in `WordIndex`. */
  addWord(entries: number[], inNames: number) {
    const { values, touched } = this
    const inBody = inNames * BODY_SHARE
    let count = this.count
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] as number
      const slot = entry >> 1
      const before = values[slot] as number
      if (before === 0) touched[count++] = slot
      values[slot] = before + ((entry & 1) === 1 ? inNames : inBody)
    }
    this.count = count
  }

  /** The same for one of several likely words: a slot counts the best of them. */
  raiseWord(entries: number[], inNames: number) {
    const { values, touched } = this
    const inBody = inNames * BODY_SHARE
    let count = this.count
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] as number
      const slot = entry >> 1
      const before = values[slot] as number
      const value = (entry & 1) === 1 ? inNames : inBody
      if (before === 0) touched[count++] = slot
      if (value > before) values[slot] = value
    }
    this.count = count
  }

  /** Takes over everything another tally holds, and empties it. */
  addAll(other: Tally) {
    for (let at = 0; at < other.count; at += 1) {
      const slot = other.touched[at] as number
      const before = this.values[slot] as number
      if (before === 0) this.touched[this.count++] = slot
      this.values[slot] = before + (other.values[slot] as number)
    }
    other.clear()
  }

  raiseAll(other: Tally) {
    for (let at = 0; at < other.count; at += 1) {
      const slot = other.touched[at] as number
      const before = this.values[slot] as number
      if (before === 0) this.touched[this.count++] = slot
      this.values[slot] = Math.max(before, other.values[slot] as number)
    }
    other.clear()
  }

  clear() {
    for (let at = 0; at < this.count; at += 1) this.values[this.touched[at] as number] = 0
    this.count = 0
  }
}

// One query at a time runs in the search thread, so the tallies are made once.
const total = new Tally()
const byTerm = new Tally()
const byReading = new Tally()
const byWord = new Tally()

/** The `most` slots that hold the greatest weight of the terms; `discount` is what a slot loses for what it is. */
export function coverTerms(
  terms: Term[],
  index: WordIndex,
  most: number,
  discount: (slot: number) => number | undefined,
): Covered[] {
  for (const tally of [total, byTerm, byReading, byWord]) tally.makeReady(index.documents.length)
  for (const term of terms) {
    const [reading] = term.readings
    if (term.readings.length === 1 && reading) {
      addReading(reading, index, total, term.weight)
      continue
    }
    for (const each of term.readings) {
      addReading(each, index, byReading, term.weight)
      byTerm.raiseAll(byReading)
    }
    total.addAll(byTerm)
  }
  return pickBest(most, discount)
}

function addReading({ words }: Reading, index: WordIndex, into: Tally, weight: number) {
  for (const { choices } of words) {
    const share = weight / words.length
    const [only] = choices
    if (choices.length === 1 && only) {
      into.addWord(index.postings(only.word), only.likeness * share)
      continue
    }
    for (const { word, likeness } of choices) byWord.raiseWord(index.postings(word), likeness * share)
    into.addAll(byWord)
  }
}

/** A short list kept in order while all are looked at once: cheaper than sorting thousands. */
function pickBest(most: number, discount: (slot: number) => number | undefined): Covered[] {
  const best: Covered[] = []
  for (let at = 0; at < total.count; at += 1) {
    const slot = total.touched[at] as number
    const covered = total.values[slot] as number
    const least = best.length < most ? Number.NEGATIVE_INFINITY : (best[most - 1]?.weight ?? 0)
    if (covered <= least) continue
    const lost = discount(slot)
    if (lost === undefined || covered - lost <= least) continue
    insert(best, { slot, weight: covered - lost }, most)
  }
  return best
}

function insert(best: Covered[], covered: Covered, most: number) {
  let at = best.length
  while (at > 0 && (best[at - 1]?.weight ?? 0) < covered.weight) at -= 1
  best.splice(at, 0, covered)
  if (best.length > most) best.pop()
}
