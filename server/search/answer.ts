import { type Ranked, rank } from './rank.ts'
import { type AbbreviationList, type ReadQuery, readQuery } from './read-query.ts'
import type { SearchAnswer, SearchHit, SearchType } from './search.schemas.ts'
import type { Spelling } from './spelling.ts'
import { isAskingWord } from './stop-words.ts'
import { fold, foldedWords, words } from './vietnamese-text.ts'
import type { WordIndex } from './word-index.ts'

export type Searched = { q: string; type?: SearchType; limit: number }
export type Knowledge = { index: WordIndex; spelling: Spelling; abbreviations: AbbreviationList }

/**
 * Denouncing and complaining have channels of their own in law (nghị định 20/2008/NĐ-CP, điều 1 keeps them out
 * of feedback), so whoever names them is led there before any procedure.
 */
const LEGAL_CHANNEL = { key: 'ART-KNTC', phrases: ['to cao', 'khieu nai', 'to giac'] }

const HIGH = { coverage: 0.78, closeness: 0.5 }
const MEDIUM = { coverage: 0.5, closeness: 0.22 }
const LEAST_SCORE = 0.12
/** What is this much worse than the best answer is no answer. */
const LEAST_SHARE_OF_BEST = 0.4
const MARK = { start: '\u0002', end: '\u0003' }
const LONGEST_SNIPPET = 160

export function answerQuery({ q, type, limit }: Searched, { index, spelling, abbreviations }: Knowledge): SearchAnswer {
  const read = readQuery(q, index, spelling, abbreviations)
  const all = rank(read, index, type)
  const least = Math.max(LEAST_SCORE, (all[0]?.score ?? 0) * LEAST_SHARE_OF_BEST)
  const ranked = all.filter(({ score }) => score >= least)
  const byCode = hitsByCode(q, index, type)
  const legal = legalChannel(q, index, type)
  // A document's number beside a topic is a way to name the topic: then what explains it comes first.
  const asksForNumber = read.terms.filter((term) => term.weight > 1 && !isNumberWord(term.typed.folded)).length === 0
  const first = [...legal, ...byCode.filter((hit) => hit.type !== 'document' || asksForNumber)]
  const items = [...first, ...ranked.slice(0, 2).map(toHit), ...byCode, ...ranked.slice(2).map(toHit)]
    .filter(isFirstOfItsKind)
    .slice(0, limit)
  const confidence = first.length > 0 ? 'high' : confidenceOf(read, ranked)
  return {
    items,
    confidence,
    suggestions: confidence === 'high' ? [] : suggestionsOf(read, ranked),
    ...(read.ambiguous && first.length === 0 ? { ambiguous: choicesOf(q, read.ambiguous) } : {}),
  }
}

function confidenceOf(read: ReadQuery, ranked: Ranked[]): SearchAnswer['confidence'] {
  const [best] = ranked
  if (!best) return 'low'
  if (read.ambiguous) return 'medium'
  if (best.coverage >= HIGH.coverage && best.closeness >= HIGH.closeness) return 'high'
  if (best.isNamed) return 'medium'
  if (best.coverage >= MEDIUM.coverage && best.closeness >= MEDIUM.closeness) return 'medium'
  return 'low'
}

const KINDS_OF_DOCUMENT = new Set([
  'nghi',
  'dinh',
  'nd',
  'thong',
  'tu',
  'tt',
  'quyet',
  'qd',
  'nghi quyet',
  'nq',
  'ke',
  'hoach',
  'kh',
  'luat',
  'so',
  'ma',
  'thu',
  'tuc',
  'tthc',
  'con',
  'hieu',
  'luc',
  'cong',
  'van',
  'cv',
])

function isNumberWord(folded: string) {
  return /\d/.test(folded) || KINDS_OF_DOCUMENT.has(folded)
}

const CODE = /(?<![\d/])(\d)[. ]?(\d{6}(?:\d{3})?)(?!\d)|[\p{L}\d]+(?:[/_-][\p{L}\d]+)+/gu

/** Numbers in the query that something is known by; dots may be missing. */
function hitsByCode(q: string, index: WordIndex, type: SearchType | undefined): SearchHit[] {
  return [...q.matchAll(CODE)].flatMap(([whole, digit, rest]) => {
    const code = digit !== undefined && rest !== undefined ? `${digit}.${rest}` : whole
    return index.byCode(code).flatMap((slot) => {
      const document = index.documents[slot]
      if (!document || (type !== undefined && document.type !== type)) return []
      const isReplaced = document.type === 'procedure' && document.code !== null && fold(document.code) !== fold(code)
      const hit = toHit({ document, score: 1, coverage: 1, closeness: 1, isNamed: false, matched: new Set() })
      return [isReplaced ? { ...hit, redirectedFrom: code } : hit]
    })
  })
}

function legalChannel(q: string, index: WordIndex, type: SearchType | undefined): SearchHit[] {
  const asked = ` ${foldedWords(q).join(' ')} `
  if (!LEGAL_CHANNEL.phrases.some((phrase) => asked.includes(` ${phrase} `))) return []
  return index.byCode(LEGAL_CHANNEL.key).flatMap((slot) => {
    const document = index.documents[slot]
    if (!document || (type !== undefined && document.type !== type)) return []
    return [toHit({ document, score: 1, coverage: 1, closeness: 1, isNamed: false, matched: new Set(foldedWords(q)) })]
  })
}

function toHit({ document, score, matched }: Ranked): SearchHit {
  const { type, slug, code, title, summary } = document
  return {
    type,
    slug,
    ...(code === null ? {} : { code }),
    title,
    snippet: markMatches(shorten(summary), matched),
    score: Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000,
  }
}

function isFirstOfItsKind(hit: SearchHit, at: number, all: SearchHit[]) {
  return all.findIndex((other) => other.type === hit.type && other.slug === hit.slug) === at
}

function shorten(text: string) {
  if (text.length <= LONGEST_SNIPPET) return text
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_SNIPPET))}…`
}

function markMatches(text: string, matched: Set<string>) {
  return text.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) =>
    matched.has(fold(word)) ? `${MARK.start}${word}${MARK.end}` : word,
  )
}

function suggestionsOf(read: ReadQuery, ranked: Ranked[]): string[] {
  const titles = ranked.slice(0, 3).map(({ document }) => document.names[0]?.written ?? document.title)
  return [...new Set([...(read.corrected === undefined ? [] : [read.corrected]), ...titles])]
}

function choicesOf(q: string, { abbr, expands }: { abbr: string; expands: string[] }) {
  const typed = new RegExp(`(?<![\\p{L}\\p{N}])${abbr}(?![\\p{L}\\p{N}])`, 'iu')
  const meanings = expands.filter((text) => !words(text).every(isAskingWord))
  return { word: abbr, choices: meanings.map((meaning) => ({ meaning, query: q.replace(typed, meaning) })) }
}
