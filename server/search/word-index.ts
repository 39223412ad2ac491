import type { SearchType } from './search.schemas.ts'
import { fold, type Word, words } from './vietnamese-text.ts'

/** One wording of a thing: its words, folded, and as it was written. */
export type Name = { folded: string[]; written: string }

export type IndexedDocument = {
  type: SearchType
  slug: string
  code: string | null
  title: string
  summary: string
  listedOnly: boolean
  codes: string[]
  names: Name[]
  /** How each folded word of the names is written there: "lai" → lại, lái. */
  spellings: Map<string, Set<string>>
  removed: boolean
}

/** Slots that hold a word, in growing order, each as `slot * 2`, plus 1 when the word stands in a name. */
type Postings = number[]
const NONE: Postings = []

/** Beyond this share of removed documents the postings are made anew. */
const MOST_REMOVED_SHARE = 0.25

/**
 * Words → documents, in memory. Vietnamese folds to few syllables, so posting lists are short arrays and a query
 * is a few thousand additions; measured against FTS5 in docs/decisions/004-search-in-memory.md.
 */
export class WordIndex {
  documents: IndexedDocument[] = []
  #postings = new Map<string, Postings>()
  #slots = new Map<string, number>()
  #byCode = new Map<string, Set<number>>()
  #nameFrequency = new Map<string, number>()
  #sortedWords: string[] | undefined
  #newWords: string[] = []
  #weights = new Map<string, number>()
  #removed = 0

  get size() {
    return this.documents.length - this.#removed
  }

  put(document: Omit<IndexedDocument, 'names' | 'spellings' | 'removed'> & { names: string[]; body: string }) {
    this.remove(document)
    const slot = this.documents.length
    const named = document.names.map((name) => ({ name, words: words(name) }))
    const nameWords = new Set(named.flatMap(({ words: each }) => each.map((word) => word.folded)))
    this.documents.push({
      ...document,
      names: named.map(({ name, words: each }) => ({ folded: each.map((word) => word.folded), written: name })),
      spellings: spellingsOf(named.flatMap(({ words: each }) => each)),
      removed: false,
    })
    this.#slots.set(keyOf(document), slot)
    for (const word of nameWords) {
      this.#post(word, slot, true)
      this.#nameFrequency.set(word, (this.#nameFrequency.get(word) ?? 0) + 1)
    }
    for (const word of document.body.split(' ')) if (word !== '' && !nameWords.has(word)) this.#post(word, slot, false)
    for (const code of document.codes) this.#postCode(code, slot)
    this.#weights.clear()
  }

  remove(document: { type: SearchType; slug: string }) {
    const slot = this.#slots.get(keyOf(document))
    const known = slot === undefined ? undefined : this.documents[slot]
    if (!known) return
    known.removed = true
    this.#slots.delete(keyOf(document))
    this.#removed += 1
    this.#weights.clear()
    for (const word of known.spellings.keys()) this.#nameFrequency.set(word, (this.#nameFrequency.get(word) ?? 1) - 1)
  }

  /** Whether enough has gone that a fresh index would be smaller. */
  get isWorn() {
    return this.#removed > 64 && this.#removed > this.documents.length * MOST_REMOVED_SHARE
  }

  has(word: string) {
    return this.#postings.has(word)
  }

  /** In how many documents' names a word stands. */
  frequency(word: string) {
    return this.#nameFrequency.get(word) ?? 0
  }

  spread(word: string) {
    return this.#postings.get(word)?.length ?? 0
  }

  /** Whether the document in a slot says a word anywhere. */
  holds(word: string, slot: number): boolean {
    const entries = this.#postings.get(word) ?? []
    let low = 0
    let high = entries.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = (entries[middle] ?? 0) >> 1
      if (found === slot) return true
      if (found < slot) low = middle + 1
      else high = middle - 1
    }
    return false
  }

  postings(word: string): Postings {
    return this.#postings.get(word) ?? NONE
  }

  /** Words met for the first time since the last call. */
  takeNewWords(): string[] {
    return this.#newWords.splice(0)
  }

  /** What is remembered about a word's weight until the documents change. */
  remember(word: string, work: () => number): number {
    const known = this.#weights.get(word)
    if (known !== undefined) return known
    const weight = work()
    this.#weights.set(word, weight)
    return weight
  }

  /** Words that begin so, the shortest first: what a person who is still typing may mean. */
  startingWith(prefix: string, most: number): string[] {
    this.#sortedWords ??= [...this.#postings.keys()].sort()
    const sorted = this.#sortedWords
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? '') < prefix) low = middle + 1
      else high = middle
    }
    const found: string[] = []
    for (let at = low; at < sorted.length && found.length < most; at += 1) {
      const word = sorted[at] ?? ''
      if (!word.startsWith(prefix)) break
      found.push(word)
    }
    return found
  }

  /** Documents a number leads to: the whole number, or the start of one that goes on after a slash. */
  byCode(code: string): number[] {
    return [...(this.#byCode.get(fold(code)) ?? [])].filter((slot) => this.documents[slot]?.removed === false)
  }

  #post(word: string, slot: number, inNames: boolean) {
    const entry = slot * 2 + (inNames ? 1 : 0)
    const postings = this.#postings.get(word)
    if (postings) postings.push(entry)
    else {
      this.#postings.set(word, [entry])
      this.#newWords.push(word)
      this.#sortedWords = undefined
    }
  }

  #postCode(code: string, slot: number) {
    const folded = fold(code)
    const parts = folded.split('/')
    const starts = parts.map((_, at) => parts.slice(0, at + 1).join('/'))
    for (const start of starts.length > 1 ? starts.slice(1) : starts) {
      const slots = this.#byCode.get(start) ?? new Set<number>()
      slots.add(slot)
      this.#byCode.set(start, slots)
    }
  }
}

function keyOf({ type, slug }: { type: SearchType; slug: string }) {
  return `${type}:${slug}`
}

function spellingsOf(all: Word[]) {
  const spellings = new Map<string, Set<string>>()
  for (const { folded, written } of all) {
    const known = spellings.get(folded) ?? new Set<string>()
    known.add(written)
    spellings.set(folded, known)
  }
  return spellings
}
