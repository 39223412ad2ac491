import { type AnswerSheet, type DrawnQuestion, isRight, markPaper, type RightAnswer } from './paper.rules.ts'

type Question = { right: RightAnswer; isVoid: boolean }
/** By place in the pool of one block. */
export type MarkedPool = readonly (Question | undefined)[]

/** No option stands there, and what is chosen beside the options stands nowhere either. */
const UNKNOWN: RightAnswer = { kind: 'single', key: [8] }

/** Marks as they count: one for each question that is right or was taken out of the marking. */
export function countedMarks(paper: readonly DrawnQuestion[], sheet: AnswerSheet, pool: MarkedPool): number {
  return markPaper(paper, sheet, {
    rightOf: (place) => pool[place]?.right ?? UNKNOWN,
    isVoid: (place) => pool[place]?.isVoid ?? false,
  })
}

export type ReadAnswer = { place: number; chosen: number[]; isRight: boolean }

/** Each question with what was chosen, by the options' places as written, and whether the key says the same. */
export function readAnswers(paper: readonly DrawnQuestion[], sheet: AnswerSheet, pool: MarkedPool): ReadAnswer[] {
  return paper.map(({ place, order }, at) => {
    const chosen = (sheet[at] ?? []).map((shown) => order[shown] ?? -1)
    return { place, chosen, isRight: isRight(pool[place]?.right ?? UNKNOWN, chosen) }
  })
}

const [COLON, SEMICOLON, COMMA, ZERO] = [...':;,0'].map((sign) => sign.charCodeAt(0))

/** The same straight from the texts: over a hundred thousand papers, lists that live for a moment fill the memory. */
export function marksOfTexts(paper: string, sheet: string, pool: MarkedPool): { score: number; outOf: number } {
  let [score, outOf, at, from] = [0, 0, 0, 0]
  while (at < paper.length) {
    let place = 0
    for (; at < paper.length && paper.charCodeAt(at) !== COLON; at += 1) place = place * 10 + digitAt(paper, at)
    const order = at + 1
    const end = endOf(paper, order, SEMICOLON)
    const to = endOf(sheet, from, COMMA)
    const question = pool[place]
    if (question?.isVoid || (question && isRightText(question.right, { paper, order, end, sheet, from, to })))
      score += 1
    outOf += 1
    at = end + 1
    from = to + 1
  }
  return { score, outOf }
}

type Texts = { paper: string; order: number; end: number; sheet: string; from: number; to: number }

function isRightText({ kind, key }: RightAnswer, { paper, order, end, sheet, from, to }: Texts): boolean {
  if (Math.max(0, to - from) !== key.length) return false
  let seen = 0
  for (const [nth, right] of key.entries()) {
    const shown = order + digitAt(sheet, from + nth)
    const written = shown < end ? digitAt(paper, shown) : -1
    if (kind === 'ordering' ? written !== right : !key.includes(written)) return false
    seen |= 1 << written
  }
  return kind === 'ordering' || key.every((right) => (seen & (1 << right)) !== 0)
}

function endOf(text: string, from: number, sign: number | undefined) {
  let at = from
  while (at < text.length && text.charCodeAt(at) !== sign) at += 1
  return at
}

function digitAt(text: string, at: number) {
  return text.charCodeAt(at) - (ZERO ?? 0)
}
