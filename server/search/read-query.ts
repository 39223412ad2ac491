import type { Spelling } from './spelling.ts'
import { isFoldedStopWord, isStopWord } from './stop-words.ts'
import { fold, telexReadings, type Word, words } from './vietnamese-text.ts'
import type { WordIndex } from './word-index.ts'

export type Abbreviation = { abbr: string; expands: string[]; ambiguous: boolean }

/** A word of the index that a typed word may mean, and how sure that is (1: the very word). */
type Choice = { word: string; likeness: number }
/** One way to read a typed word: the words it stands for, each with its choices. */
export type Reading = { words: { folded: string; written: string; choices: Choice[] }[]; isExpansion: boolean }
/** A typed word with every way to read it; `weight` says how telling it is. */
export type Term = { typed: Word; readings: Reading[]; weight: number; isUnknown: boolean }
export type ReadQuery = {
  /** Every word as it was typed, folded. */
  said: string[]
  terms: Term[]
  /** The query with its misspelt words put right; `undefined` when there were none. */
  corrected: string | undefined
  /** An abbreviation that alone decides what is asked. */
  ambiguous: Abbreviation | undefined
}

const MOST_TERMS = 16
const STOP_WORD_WEIGHT = 0.12
const STOPPED_WEIGHT = 0.3
const TELEX_LIKENESS = 0.9
const SPELLING_LIKENESS = 0.75
const PREFIX_LIKENESS = 0.85
const MOST_PREFIX_WORDS = 40
const MOST_NEAR_WORDS = 6

export class AbbreviationList {
  #byText = new Map<string, Abbreviation>()
  #longest = 1

  constructor(abbreviations: Abbreviation[]) {
    for (const each of abbreviations) {
      const folded = words(each.abbr).map((word) => word.folded)
      this.#byText.set(folded.join(' '), each)
      this.#longest = Math.max(this.#longest, folded.length)
    }
  }

  /** The abbreviation that begins at `at`, and how many words it is made of. */
  find(all: Word[], at: number): { abbreviation: Abbreviation; length: number } | undefined {
    for (let length = Math.min(this.#longest, all.length - at); length >= 1; length -= 1) {
      const run = all.slice(at, at + length)
      // đc and dc fold alike but are different habits; the written form decides first.
      const found = this.#byText.get(run.map((word) => word.folded).join(' '))
      if (found && !isMarkedOtherwise(run, found)) return { abbreviation: found, length }
    }
    return undefined
  }
}

/** "tớ" is not the abbreviation "to": marks make it a word. */
function isMarkedOtherwise(run: Word[], { abbr }: Abbreviation) {
  const written = run.map((word) => word.written).join(' ')
  return written !== fold(written) && written !== abbr.toLowerCase().normalize('NFC')
}

/** Reads a query against an index: abbreviations, leftovers of the keyboard, typing errors, an unfinished last word. */
export function readQuery(
  query: string,
  index: WordIndex,
  spelling: Spelling,
  abbreviations: AbbreviationList,
): ReadQuery {
  const all = words(query)
  const isUnfinished = /[\p{L}\p{N}\p{M}]$/u.test(query)
  const terms: Term[] = []
  const expanded = new Map<Term, Abbreviation>()
  for (let at = 0; at < all.length; ) {
    const found = abbreviations.find(all, at)
    const length = found?.length ?? 1
    const run = all.slice(at, at + length)
    const typed = {
      folded: run.map((word) => word.folded).join(' '),
      written: run.map((word) => word.written).join(' '),
    }
    const isLast = isUnfinished && at + length === all.length
    const term = readTerm(typed, run, found?.abbreviation, { index, spelling, isLast })
    if (found) expanded.set(term, found.abbreviation)
    terms.push(term)
    at += length
  }
  return {
    said: all.map((word) => word.folded),
    terms: mostTelling(terms),
    corrected: correctedText(terms),
    ambiguous: decidingAbbreviation(terms, expanded),
  }
}

function readTerm(
  typed: Word,
  run: Word[],
  abbreviation: Abbreviation | undefined,
  { index, spelling, isLast }: { index: WordIndex; spelling: Spelling; isLast: boolean },
): Term {
  const literal: Reading = { words: run.map((word) => chooseWords(word, index, spelling, isLast)), isExpansion: false }
  const expansions = (abbreviation?.expands ?? []).map(
    (text): Reading => ({
      words: words(text).map((word) => chooseWords(word, index, spelling, false)),
      isExpansion: true,
    }),
  )
  const readings = [literal, ...expansions].filter((reading) => reading.words.some((word) => word.choices.length > 0))
  const isMarked = run.some((word) => word.written !== word.folded)
  const weights = readings.map((reading) => weightOf(reading, index, isMarked && !reading.isExpansion))
  const stopped = abbreviation === undefined ? run.every(isStopWord) : abbreviation.expands.some(isAllStopWords)
  const isUnknown = readings.length === 0
  const weight = isUnknown ? unknownWeight(index) : Math.max(...weights)
  return { typed, readings, weight: stopped ? Math.min(weight, STOPPED_WEIGHT) : weight, isUnknown }
}

/** "dc" may be "được": then it most likely is. */
function isAllStopWords(text: string) {
  return words(text).every(isStopWord)
}

/** Rare words tell more: log(1 + documents / documents that have it in a name). */
function rareness(index: WordIndex, word: string) {
  return index.remember(word, () => Math.log(1 + index.size / (1 + index.frequency(word))))
}

export function wordWeight(index: WordIndex, word: string) {
  const weight = rareness(index, word)
  return isFoldedStopWord(word) ? weight * STOP_WORD_WEIGHT : weight
}

function unknownWeight(index: WordIndex) {
  return Math.log(1 + index.size) * 0.8
}

function weightOf(reading: Reading, index: WordIndex, isMarked: boolean) {
  const weigh = isMarked ? rareness : wordWeight
  return Math.max(...reading.words.flatMap(({ choices }) => choices.map(({ word }) => weigh(index, word))))
}

function chooseWords(word: Word, index: WordIndex, spelling: Spelling, isLast: boolean) {
  const choices: Choice[] = index.has(word.folded) ? [{ word: word.folded, likeness: 1 }] : []
  // "lớp 1" is whole: it is not the beginning of "lớp 10".
  if (isLast && !/^\d{1,2}$/.test(word.folded)) {
    const longer = index.startingWith(word.folded, MOST_PREFIX_WORDS).filter((each) => each !== word.folded)
    choices.push(
      ...longer.map((each) => ({ word: each, likeness: choices.length > 0 ? PREFIX_LIKENESS * 0.6 : PREFIX_LIKENESS })),
    )
  }
  if (choices.length === 0) choices.push(...misspelt(word.folded, index, spelling))
  return { ...word, choices }
}

function misspelt(folded: string, index: WordIndex, spelling: Spelling): Choice[] {
  const telex = telexReadings(folded).filter((reading) => index.has(reading))
  if (telex.length > 0) return telex.map((word) => ({ word, likeness: TELEX_LIKENESS }))
  if (folded.length < 3) return []
  return spelling
    .near(folded)
    .sort((a, b) => index.spread(b) - index.spread(a))
    .slice(0, MOST_NEAR_WORDS)
    .map((word) => ({ word, likeness: SPELLING_LIKENESS }))
}

function mostTelling(terms: Term[]) {
  if (terms.length <= MOST_TERMS) return terms
  const kept = new Set([...terms].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS))
  return terms.filter((term) => kept.has(term))
}

function correctedText(terms: Term[]): string | undefined {
  let changed = false
  const text = terms.map((term) => {
    const [reading] = term.readings
    const [best] = reading?.words[0]?.choices ?? []
    if (
      reading?.isExpansion !== false ||
      !best ||
      (best.likeness >= PREFIX_LIKENESS && best.likeness !== TELEX_LIKENESS)
    )
      return term.typed.written
    changed ||= best.word !== term.typed.folded
    return best.word
  })
  return changed ? text.join(' ') : undefined
}

/** Asked with nothing but courtesy around it, an abbreviation of several meanings is a question back. */
function decidingAbbreviation(terms: Term[], expanded: Map<Term, Abbreviation>) {
  const telling = terms.filter((term) => !isStopWord(term.typed) || expanded.get(term)?.ambiguous)
  const [only] = telling
  const abbreviation = only && telling.length === 1 ? expanded.get(only) : undefined
  return abbreviation?.ambiguous ? abbreviation : undefined
}
