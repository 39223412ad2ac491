import type { z } from '@hono/zod-openapi'
import type { Ctx } from '../ctx.ts'
import { findAsked, listAskedCodes } from './practice.queries.ts'
import { PracticeSet, PracticeTopics } from './practice.schemas.ts'
import { showPracticeSet, showPracticeTopics } from './practice.usecases.ts'
import { isRightAnswer, shownOrder } from './practice-round.rules.ts'

export type PracticeQuestion = z.output<typeof PracticeSet>['questions'][number]
/** As it is asked: without its key. */
export type Asked = {
  code: string
  number: number
  topic: string
  kind: PracticeQuestion['kind']
  text: string
  /** In the order they are shown. */
  lines: string[]
}
export type Answered =
  | { outcome: 'answered'; isRight: boolean; rightLines: number[]; question: PracticeQuestion }
  /** Corrected or taken out since it was asked. */
  | { outcome: 'gone' }

export async function listPracticeTopics(ctx: Ctx) {
  return PracticeTopics.parse(JSON.parse(await showPracticeTopics(ctx))).items
}

export function listPracticeCodes(ctx: Ctx, topic: string): Promise<string[]> {
  return listAskedCodes(ctx.db, topic)
}

export async function askPracticeQuestion(ctx: Ctx, code: string): Promise<Asked | undefined> {
  const row = await findAsked(ctx.db, code)
  if (row === undefined) return undefined
  const options: string[] = JSON.parse(row.options)
  const lines = shownOrder({ ...row, options }).map((place) => options[place] ?? '')
  const { number, topic, kind, text } = row
  return { code, number, topic, kind, text, lines }
}

/** `chosen`: places of the shown lines. Only here the key is read. */
export async function answerPracticeQuestion(
  ctx: Ctx,
  { code, number }: Asked,
  chosen: readonly number[],
): Promise<Answered> {
  const row = await findAsked(ctx.db, code)
  if (row === undefined || row.number !== number) return { outcome: 'gone' }
  const set = PracticeSet.parse(JSON.parse(await showPracticeSet(ctx, row.topic)))
  const question = set.questions.find((each) => each.code === code)
  if (question === undefined) return { outcome: 'gone' }
  const order = shownOrder(question)
  const written = chosen.map((line) => order[line] ?? -1)
  const rightLines = question.key.map((place) => order.indexOf(place))
  return { outcome: 'answered', isRight: isRightAnswer(question, written), rightLines, question }
}
