import { BODY_SHARE, coverTerms } from './coverage.ts'
import { type Reading, type ReadQuery, type Term, wordWeight } from './read-query.ts'
import { fold } from './vietnamese-text.ts'
import type { IndexedDocument, Name, WordIndex } from './word-index.ts'

export type Ranked = {
  document: IndexedDocument
  score: number
  coverage: number
  closeness: number
  /** A whole wording of it stands in a long question, word after word. */
  isNamed: boolean
  matched: Set<string>
}

const MOST_COMPARED = 60
/** The writer's marks contradict ours ("lái" for "lại"): likely another word. */
const OTHER_MARKS = 0.45
/** From this many words on a question is a story: most of it is not about what is asked, and nobody tells one to find a decree. */
const STORY_WORDS = 11
/** What a story gains for saying a whole wording of two words, and for each word more. */
const NAMED = { base: 0.22, perWord: 0.06, most: 5 }
/** What explains comes before what it rests on; what says more before what is only a name. */
const PENALTY = { answer: 0.05, listed: 0.05, catalogue: 0.1, situation: 0.12, document: 0.14, index: 0.12 }

/**
 * Documents by how well they answer: the share of the query's telling words they hold (names count whole, body
 * a part), then how closely one of their names says the same thing in the same order.
 */
export function rank(query: ReadQuery, index: WordIndex, limitTo?: string): Ranked[] {
  const total = query.terms.reduce((sum, term) => sum + term.weight, 0)
  if (total === 0) return []
  const candidates = coverTerms(query.terms, index, MOST_COMPARED, (slot) => {
    const document = index.documents[slot]
    if (!document || document.removed || (limitTo !== undefined && document.type !== limitTo)) return undefined
    return penaltyOf(document) * 0.5 * total
  })
  return candidates
    .map(({ slot }) => compare(query, slot, index, total))
    .filter((ranked) => ranked !== undefined)
    .sort((a, b) => b.score - a.score || a.document.title.length - b.document.title.length)
}

type Placed = { words: { word: string; strength: number }[]; weight: number }

function compare(query: ReadQuery, slot: number, index: WordIndex, total: number): Ranked | undefined {
  const document = index.documents[slot]
  if (!document) return undefined
  const placed = query.terms.map((term) => place(term, { document, slot }, index))
  const coverage =
    placed.reduce((sum, { words, weight }) => sum + weight * mean(words.map(({ strength }) => strength)), 0) / total
  const asked = placed.flatMap(({ words, weight }) =>
    words.map(({ word, strength }) => ({ word, strength, weight: weight / words.length })),
  )
  const closeness = Math.max(0, ...document.names.map((name) => closenessOf(asked, name, index, total)))
  const isStory = query.said.length >= STORY_WORDS && document.type !== 'document'
  const spoken = isStory ? longestSpoken(query.said, document) : 0
  const named = spoken < 2 ? 0 : NAMED.base + NAMED.perWord * Math.min(spoken, NAMED.most)
  const score = 0.55 * coverage + 0.45 * closeness + named - penaltyOf(document)
  const matched = new Set(asked.filter(({ strength }) => strength > 0).map(({ word }) => word))
  return { document, score, coverage, closeness, isNamed: named > 0, matched }
}

type Candidate = { document: IndexedDocument; slot: number }

/** How a term is best read for this very document. */
function place(term: Term, candidate: Candidate, index: WordIndex): Placed {
  let best: Placed['words'] = [{ word: term.typed.folded, strength: 0 }]
  let most = -1
  for (const reading of term.readings) {
    const words = reading.words.map((word) => bestChoice(word, candidate, index))
    const strength = mean(words.map((each) => each.strength))
    if (strength > most) {
      best = words
      most = strength
    }
  }
  return { words: best, weight: term.weight }
}

/** The likeliest words come first, so that nothing after a match at least as strong needs to be looked at. */
function bestChoice(
  { folded, written, choices }: Reading['words'][number],
  candidate: Candidate,
  index: WordIndex,
): { word: string; strength: number } {
  let best = { word: folded, strength: 0 }
  for (const { word, likeness } of choices) {
    if (likeness <= best.strength) continue
    const strength = likeness * strengthIn(candidate, index, word, written)
    if (strength > best.strength) best = { word, strength }
  }
  return best
}

function strengthIn({ document, slot }: Candidate, index: WordIndex, word: string, written: string) {
  const spellings = document.spellings.get(word)
  if (!spellings) return index.holds(word, slot) ? BODY_SHARE : 0
  const isMarked = written !== fold(written)
  if (!isMarked || spellings.has(written) || fold(written) !== word) return 1
  const marked = [...spellings].filter((spelling) => spelling !== word)
  return marked.length === 0 || marked.length < spellings.size ? 0.9 : OTHER_MARKS
}

function closenessOf(
  asked: { word: string; strength: number; weight: number }[],
  name: Name,
  index: WordIndex,
  total: number,
) {
  let shared = 0
  let pairs = 0
  let adjacent = 0
  const used = new Set<string>()
  asked.forEach(({ word, strength, weight }, at) => {
    const next = asked[at + 1]
    if (next) pairs += weight + next.weight
    if (!name.folded.includes(word)) return
    shared += weight * Math.min(1, strength)
    used.add(word)
    if (next && follows(name.folded, word, next.word)) adjacent += weight + next.weight
  })
  if (shared === 0) return 0
  const weights = name.folded.map((word) => wordWeight(index, word))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const said = name.folded.reduce((sum, word, at) => sum + (used.has(word) ? (weights[at] ?? 0) : 0), 0)
  const recall = shared / total
  const precision = whole === 0 ? 0 : said / whole
  const order = pairs === 0 ? recall : adjacent / pairs
  return recall * (0.45 + 0.3 * precision + 0.25 * order)
}

function follows(sequence: string[], first: string, second: string) {
  return sequence.some((word, at) => word === first && sequence[at + 1] === second)
}

/** Words of the longest wording that stands whole in what was said; 0 when none does. */
function longestSpoken(said: string[], { names }: IndexedDocument) {
  const text = ` ${said.join(' ')} `
  const spoken = names.filter((name) => text.includes(` ${name.folded.join(' ')} `))
  return Math.max(0, ...spoken.map((name) => name.folded.length))
}

function penaltyOf(document: IndexedDocument) {
  const { type } = document
  if (type !== 'procedure' && type !== 'article') return PENALTY[type]
  return document.listedOnly ? PENALTY.listed : 0
}

function mean(values: number[]) {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
