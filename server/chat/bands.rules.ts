import { looksLikeCode } from '../procedures/procedures.rules.ts'
import type { SearchAnswer, SearchHit } from '../search/search.schemas.ts'
import { words } from '../search/vietnamese-text.ts'
import type { Option } from './intent.ts'
import { isOfAnotherProvince, type OutOfScope, readOutOfScope } from './scope.rules.ts'

/** What is done with a question: answered by one page, given a short list to choose from, or not known. */
export type Band =
  | { band: 'answer'; hit: SearchHit; others: SearchHit[] }
  | { band: 'menu'; options: Option[]; hits: SearchHit[]; why: 'unsure' | 'another_province' | { word: string } }
  | { band: 'fallback'; topic: OutOfScope | null }

export const LONGEST_MENU = 4
const OTHERS_SHOWN = 2
const LEAST_SHARE_OF_OTHERS = 0.8
/** Below this the likeliest page is as likely to be nonsense. */
const LEAST_MENU_SCORE = 0.36
/** So near to the best that one of them alone would be a guess. */
const NEARLY_AS_GOOD = 0.93
const SHORT_QUESTION = 3
/** From here on a page is named by the question: whoever published it has made the matter ours. */
const NAMED_SCORE = 0.9
/** "ờ" and "???" are no questions; a number may be a code. */
const SAYS_SOMETHING = /[\p{L}\p{M}]{2}|\d{6}/u

export function readBand(text: string, { items, confidence, ambiguous }: SearchAnswer): Band {
  if (!SAYS_SOMETHING.test(text)) return { band: 'fallback', topic: null }
  const [best] = items
  const topic = readOutOfScope(text)
  const isNamed = confidence === 'high' && (best?.score ?? 0) >= NAMED_SCORE
  if (topic !== undefined && !isNamed) return { band: 'fallback', topic }
  if (ambiguous && ambiguous.choices.length > 1) {
    const options = ambiguous.choices
      .slice(0, LONGEST_MENU)
      .map(({ meaning, query }) => ({ label: meaning, payload: query }))
    return { band: 'menu', options, hits: [], why: { word: ambiguous.word } }
  }
  if (!best || confidence === 'low') return { band: 'fallback', topic: null }
  if (confidence === 'high') {
    if (isOfAnotherProvince(text)) return menuOf(items, 'another_province')
    const near = items.filter((hit) => isPage(hit, 'procedure') && hit.score >= best.score * NEARLY_AS_GOOD)
    if (words(text).length <= SHORT_QUESTION && near.length > 2 && isPage(best, 'procedure'))
      return menuOf(items, 'unsure')
    return { band: 'answer', hit: best, others: othersBeside(best, items) }
  }
  if (best.score < LEAST_MENU_SCORE) return { band: 'fallback', topic: null }
  return menuOf(items, isOfAnotherProvince(text) ? 'another_province' : 'unsure')
}

const isPage = (hit: SearchHit, type: SearchHit['type']) => hit.type === type && hit.redirectedFrom === undefined

/** Only what is as likely nearly, and of the same sort: a list of papers is no explanation of a law. */
function othersBeside(best: SearchHit, items: SearchHit[]) {
  const isAlike = DOABLE.has(best.type)
    ? (hit: SearchHit) => DOABLE.has(hit.type)
    : (hit: SearchHit) => hit.type === best.type
  return items
    .filter((hit) => hit !== best && isAlike(hit) && hit.score >= best.score * LEAST_SHARE_OF_OTHERS)
    .slice(0, OTHERS_SHOWN)
}
const DOABLE = new Set(['procedure', 'situation'])

function menuOf(items: SearchHit[], why: 'unsure' | 'another_province'): Band {
  const hits = items.slice(0, LONGEST_MENU)
  return { band: 'menu', options: hits.map((hit) => ({ label: hit.title, payload: payloadOf(hit) })), hits, why }
}

type Named = Pick<SearchHit, 'type' | 'slug' | 'code' | 'redirectedFrom'>

/** What a tap on a page's line sends back: it reads well, and its chat door knows it in any conversation. */
export function payloadOf({ type, slug, code, redirectedFrom }: Named): string {
  // Asked for by an old code, it says first what became of that.
  if (redirectedFrom !== undefined) return `Thủ tục ${redirectedFrom}`
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
export function nameOf({ type, slug, code }: Named): string {
  if (type === 'procedure' || type === 'catalogue') return `procedure:${code ?? slug}`
  return `${type}:${slug}`
}
