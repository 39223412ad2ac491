import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff, System } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { findRound } from './contests.queries.ts'
import { type Marking, readMarking } from './marking.queries.ts'
import { type MarkedPool, readAnswers } from './marking.rules.ts'
import { openContest } from './officiating.usecases.ts'
import { readPaper, readSheet } from './paper.rules.ts'
import * as queries from './statistics.queries.ts'
import { countAnswer, emptyCount, type ItemCount, looksWrong, statisticsOf } from './statistics.rules.ts'
import type { QuestionStatistics, RoundStatistics } from './statistics.schemas.ts'

const PAGE = 200

/** How each question of a round has fared; for staff alone, whatever the round's state. */
export async function showStatistics(
  ctx: Ctx<Staff>,
  contestId: string,
  number: number,
): Promise<z.input<typeof RoundStatistics>> {
  const contest = await openContest(ctx, contestId, 'contests.read')
  const round = await findRound(ctx.db, contest.id, number)
  if (round === undefined) throw new AppError('round.not_found')
  const { papers, items } = await readStatistics(ctx, round.id)
  return { round: number, papers, items }
}

export async function readStatistics({ db }: Pick<Ctx, 'db'>, roundId: string) {
  const marking = await readMarking(db, roundId)
  const counts = countsFor(marking)
  let papers = 0
  for (let after = ''; ; ) {
    const page = await queries.listFirstPapers(db, roundId, { after, limit: PAGE })
    for (const { blockId, paper, sheet } of page)
      countPaper(counts.get(blockId) ?? [], marking.get(blockId) ?? [], { paper, sheet })
    papers += page.length
    after = page.at(-1)?.entryId ?? after
    if (page.length < PAGE) break
    await nextTurn()
  }
  return { papers, items: describe(marking, counts) }
}

function countsFor(marking: Marking) {
  const counts = new Map<string, (ItemCount | undefined)[]>()
  for (const [blockId, pool] of marking)
    counts.set(
      blockId,
      pool.map(({ options }) => emptyCount(options.length)),
    )
  return counts
}

function countPaper(
  counts: readonly (ItemCount | undefined)[],
  pool: MarkedPool,
  { paper, sheet }: { paper: string; sheet: string },
) {
  const answers = readAnswers(readPaper(paper), readSheet(sheet), pool)
  const score = answers.filter(({ isRight }) => isRight).length
  for (const { place, chosen, isRight } of answers) {
    const count = counts[place]
    if (count !== undefined) countAnswer(count, { isRight, rest: score - (isRight ? 1 : 0), chosen })
  }
}

function describe(marking: Marking, counts: Map<string, (ItemCount | undefined)[]>) {
  const items: z.input<typeof QuestionStatistics>[] = []
  for (const [blockId, pool] of marking)
    for (const { place, versionId, topic, kind, text, options, right, isVoid } of pool.filter(Boolean)) {
      const statistics = statisticsOf(counts.get(blockId)?.[place] ?? emptyCount(options.length), right)
      items.push({
        ...{ blockId, versionId, topic, kind, text, isVoid },
        ...statistics,
        options: statistics.options.map((option, at) => ({ text: options[at] ?? '', ...option })),
      })
    }
  return items
}

/** While people still write: questions whose key looks wrong are marked for staff, and nothing else happens. */
export async function doubtKeys(ctx: Ctx<System>, stopping: AbortSignal) {
  for (const round of await queries.listOpenRounds(ctx.db)) {
    if (stopping.aborted) return
    const { items } = await readStatistics(ctx, round.id)
    const doubted = items.filter((item) => !item.isVoid && looksWrong(item)).map(({ versionId }) => versionId)
    if (doubted.length === 0) continue
    await ctx.write(async (tx) => {
      for (const { id, unitId } of await queries.doubtKeys(tx, doubted))
        await recordAudit(tx, ctx, { action: 'question.doubt_key', subject: { kind: 'question', id }, unitId })
    })
  }
}
