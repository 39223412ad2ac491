/**
 * Finds known words one letter away (SymSpell with distance one: each word is filed under every form of it that
 * lacks one letter, so a look-up never walks the vocabulary).
 */
export class Spelling {
  #byDeletion = new Map<string, string[]>()
  #known = new Set<string>()

  add(word: string) {
    if (this.#known.has(word) || !/^[a-z]{2,14}$/.test(word)) return
    this.#known.add(word)
    for (const form of [word, ...deletions(word)]) {
      const words = this.#byDeletion.get(form)
      if (words) words.push(word)
      else this.#byDeletion.set(form, [word])
    }
  }

  /** Known words that one missing, extra, changed or swapped letter away from `word` could have been meant. */
  near(word: string): string[] {
    if (!/^[a-z]{2,15}$/.test(word)) return []
    const found = new Set<string>()
    for (const form of [word, ...deletions(word)]) {
      for (const candidate of this.#byDeletion.get(form) ?? []) if (isOneEditAway(word, candidate)) found.add(candidate)
    }
    found.delete(word)
    return [...found]
  }
}

function deletions(word: string) {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

function isOneEditAway(one: string, other: string) {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const restOne = one.slice(start)
  const restOther = other.slice(start)
  const swapped = (restOne[1] ?? '') + (restOne[0] ?? '') + restOne.slice(2)
  return (
    restOne.slice(1) === restOther.slice(1) ||
    restOne.slice(1) === restOther ||
    restOne === restOther.slice(1) ||
    swapped === restOther
  )
}
