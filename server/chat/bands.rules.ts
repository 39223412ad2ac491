import { looksLikeCode } from '../procedures/procedures.rules.ts'
import type { SearchAnswer, SearchHit } from '../search/search.schemas.ts'
import { words } from '../search/vietnamese-text.ts'
import type { Option } from './intent.ts'
import { isOfAnotherProvince, type OutOfScope, readOutOfScope } from './scope.rules.ts'

/** What is done with a question: answered by one page, given a short list to choose from, or not known. */
export type Band =
  | { band: 'answer'; hit: SearchHit; others: SearchHit[] }
  | { band: 'menu'; options: Option[]; why: 'unsure' | 'another_province' | { word: string } }
  | { band: 'fallback'; topic: OutOfScope | null }

export const LONGEST_MENU = 4
const OTHERS_SHOWN = 2
const LEAST_SHARE_OF_OTHERS = 0.55
/** Below this the likeliest page is as likely to be nonsense. */
const LEAST_MENU_SCORE = 0.36
/** So near to the best that one of them alone would be a guess. */
const NEARLY_AS_GOOD = 0.93
const SHORT_QUESTION = 3
/** "ờ" and "???" are no questions; a number may be a code. */
const SAYS_SOMETHING = /[\p{L}\p{M}]{2}|\d{6}/u

export function readBand(text: string, { items, confidence, ambiguous }: SearchAnswer): Band {
  if (!SAYS_SOMETHING.test(text)) return { band: 'fallback', topic: null }
  const topic = readOutOfScope(text)
  if (topic !== undefined) return { band: 'fallback', topic }
  if (ambiguous && ambiguous.choices.length > 1) {
    const options = ambiguous.choices
      .slice(0, LONGEST_MENU)
      .map(({ meaning, query }) => ({ label: meaning, payload: query }))
    return { band: 'menu', options, why: { word: ambiguous.word } }
  }
  const [best] = items
  if (!best || confidence === 'low') return { band: 'fallback', topic: null }
  if (confidence === 'high') {
    if (isOfAnotherProvince(text)) return { band: 'menu', options: toOptions(items), why: 'another_province' }
    const near = items.filter((hit) => isPage(hit, 'procedure') && hit.score >= best.score * NEARLY_AS_GOOD)
    if (words(text).length <= SHORT_QUESTION && near.length > 2 && isPage(best, 'procedure'))
      return { band: 'menu', options: toOptions(items), why: 'unsure' }
    return { band: 'answer', hit: best, others: othersBeside(best, items) }
  }
  if (best.score < LEAST_MENU_SCORE) return { band: 'fallback', topic: null }
  return { band: 'menu', options: toOptions(items), why: isOfAnotherProvince(text) ? 'another_province' : 'unsure' }
}

const isPage = (hit: SearchHit, type: SearchHit['type']) => hit.type === type && hit.redirectedFrom === undefined

function othersBeside(best: SearchHit, items: SearchHit[]) {
  return items.filter((hit) => hit !== best && hit.score >= best.score * LEAST_SHARE_OF_OTHERS).slice(0, OTHERS_SHOWN)
}

function toOptions(items: SearchHit[]): Option[] {
  return items.slice(0, LONGEST_MENU).map((hit) => ({ label: hit.title, payload: payloadOf(hit) }))
}

/** What a tap on a page's line sends back: it reads well, and its chat door knows it in any conversation. */
export function payloadOf({ type, slug, code }: Pick<SearchHit, 'type' | 'slug' | 'code'>): string {
  if (type === 'procedure' || type === 'catalogue')
    return `Thủ tục ${code !== undefined && looksLikeCode(code) ? code : `#${slug}`}`
  return `${PAGE_WORDS[type]} #${slug}`
}

const PAGE_WORDS = {
  situation: 'Tình huống',
  article: 'Bài',
  answer: 'Hỏi đáp',
  document: 'Văn bản',
  index: 'Chỉ số',
} as const

/** What was answered with, as it is kept beside the question: `procedure:2.002854`. */
export function nameOf({ type, slug, code }: Pick<SearchHit, 'type' | 'slug' | 'code'>): string {
  if (type === 'procedure' || type === 'catalogue') return `procedure:${code ?? slug}`
  return `${type}:${slug}`
}
