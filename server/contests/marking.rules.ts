import { type AnswerSheet, type DrawnQuestion, isRight, markPaper, type RightAnswer } from './paper.rules.ts'

type Question = { right: RightAnswer; isVoid: boolean }
/** By place in the pool of one block. */
export type MarkedPool = readonly (Question | undefined)[]

const UNKNOWN: RightAnswer = { kind: 'single', key: [-1] }

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
