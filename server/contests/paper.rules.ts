import type { QuestionKind } from '../quizzes/questions.schemas.ts'

/** A question of somebody's paper: its place in the round's pool, and which written option stands at each shown place. */
export type DrawnQuestion = { place: number; order: number[] }
/** By the paper's questions: places of the options as shown; empty where nothing was chosen. */
export type AnswerSheet = number[][]
export type RightAnswer = { kind: QuestionKind /** Places as written. */; key: number[] }

/** `12:2031;5:10` — the place in the pool, then each shown option's place as written. */
export function writePaper(paper: readonly DrawnQuestion[]): string {
  return paper.map(({ place, order }) => `${place}:${order.join('')}`).join(';')
}

export function readPaper(text: string): DrawnQuestion[] {
  return text.split(';').map((part) => {
    const [place = '', order = ''] = part.split(':')
    return { place: Number(place), order: [...order].map(Number) }
  })
}

/** `0,,13,2031`: options have one digit, so a question's choices need no separator. */
export function writeSheet(sheet: AnswerSheet): string {
  return sheet.map((choices) => choices.join('')).join(',')
}

export function readSheet(text: string): AnswerSheet {
  return text.split(',').map((choices) => [...choices].map(Number))
}

/** One mark for each question that is exactly right, and one for each that was taken out of the marking. */
export function markPaper(
  paper: readonly DrawnQuestion[],
  sheet: AnswerSheet,
  { rightOf, isVoid }: { rightOf: (place: number) => RightAnswer; isVoid: (place: number) => boolean },
): number {
  return paper.filter(({ place, order }, at) => {
    if (isVoid(place)) return true
    const chosen = (sheet[at] ?? []).map((shown) => order[shown] ?? -1)
    return isRight(rightOf(place), chosen)
  }).length
}

/** `chosen` are places as written. A set is right when it is the very set; an ordering when it is the very order. */
export function isRight({ kind, key }: RightAnswer, chosen: readonly number[]): boolean {
  if (chosen.length !== key.length) return false
  if (kind === 'ordering') return key.every((place, at) => chosen[at] === place)
  return new Set(chosen).size === key.length && key.every((place) => chosen.includes(place))
}
