import type { z } from '@hono/zod-openapi'
import type { Citizen, Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { findEntry } from './entries.queries.ts'
import { readMarking } from './marking.queries.ts'
import { countedMarks, readAnswers } from './marking.rules.ts'
import { listAttemptsOf } from './own-answers.queries.ts'
import { readPaper, readSheet } from './paper.rules.ts'
import { isHandedIn } from './ranking.rules.ts'
import { findRowOf } from './results.queries.ts'
import type { OwnAnswers } from './results.schemas.ts'
import { openResult } from './results.usecases.ts'

/** My papers with their keys and why: once the result is there, where the contest tells answers. */
export async function showOwnAnswers(
  ctx: Ctx<Citizen>,
  slug: string,
  number: number,
): Promise<z.input<typeof OwnAnswers>> {
  const { contest, settings, round, result } = await openResult(ctx.db, slug, number)
  if (round === null || settings.tells.afterClosing !== 'answers') throw new AppError('answers.not_told')
  const entry = await findEntry(ctx.db, contest.id, ctx.actor.id)
  if (entry === undefined) throw new AppError('contest.entry_missing')
  const pool = (await readMarking(ctx.db, round.id)).get(entry.blockId) ?? []
  const counted = await findRowOf(ctx.db, result.id, entry.id)
  const attempts = (await listAttemptsOf(ctx.db, round.id, entry.id)).filter(({ state }) => isHandedIn(state))
  return {
    attempts: attempts.map(({ id, number, paper, sheet }) => {
      const [questions, answers] = [readPaper(paper), readSheet(sheet)]
      const read = readAnswers(questions, answers, pool)
      return {
        ...{ number, isCounted: counted?.attemptId === id, outOf: questions.length },
        score: countedMarks(questions, answers, pool),
        questions: questions.flatMap(({ place, order }, at) => {
          const question = pool[place]
          if (question === undefined) return []
          const { kind, text, options, right, isVoid, explanation } = question
          return {
            ...{ kind, text, isVoid, explanation, chosen: answers[at] ?? [], isRight: read[at]?.isRight ?? false },
            options: order.map((written) => options[written] ?? ''),
            key: right.key.map((written) => order.indexOf(written)),
          }
        }),
      }
    }),
  }
}
