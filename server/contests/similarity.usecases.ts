import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { findRound } from './contests.queries.ts'
import { type Marking, readMarking } from './marking.queries.ts'
import { readAnswers } from './marking.rules.ts'
import { openContest } from './officiating.usecases.ts'
import { readPaper, readSheet } from './paper.rules.ts'
import { keptPublicName } from './public-name.ts'
import { namesOf } from './results.usecases.ts'
import {
  ALPHA,
  type AnswerRow,
  abilityOf,
  calibrate,
  compare,
  type Known,
  powerOf,
  seeded,
} from './similarity.rules.ts'
import * as queries from './statistics.queries.ts'
import type { SimilarPapers } from './statistics.schemas.ts'

type Paper = AnswerRow & { blockId: string; publicName: string }

/** Two thousand make two million pairs, which is seconds. */
const MOST_PAPERS = 2_000
/** Enough to tell how hard each question is. */
const CALIBRATED_ON = 3_000
const POWER_TRIES = 200
const [WHOLE, MOSTLY] = [1, 0.7]

/**
 * Papers of one unit that agree more than chance would have it. For people to look at: nothing follows from it by
 * itself, and the power beside it says how little an empty list proves.
 */
export async function showSimilarPapers(
  ctx: Ctx<Staff>,
  { contestId, number, unitId }: { contestId: string; number: number; unitId: string },
): Promise<z.input<typeof SimilarPapers>> {
  const contest = await openContest(ctx, contestId, 'contests.review')
  const round = await findRound(ctx.db, contest.id, number)
  if (round === undefined) throw new AppError('round.not_found')
  const marking = await readMarking(ctx.db, round.id)
  const all = await readPapers(ctx.db, marking, { roundId: round.id, unitId, most: Number.POSITIVE_INFINITY })
  const papers = all.slice(0, MOST_PAPERS)
  const sample = await readPapers(ctx.db, marking, { roundId: round.id, most: CALIBRATED_ON })
  const pairs = await countPairs(ctx.db, round.id)
  const found = await findSimilar(papers, sample, pairs)
  const names = await namesOf(ctx, [{ unitId }])
  await ctx.write((tx) =>
    recordAudit(tx, ctx, {
      action: 'contest.compare_papers',
      subject: { kind: 'contest', id: contest.id },
      unitId: contest.unitId,
      after: { round: number, unitId, papers: papers.length, named: found.items.length },
    }),
  )
  return {
    ...{ round: number, unitName: names.get(unitId) ?? unitId, pairs, alpha: ALPHA },
    ...{ papers: papers.length, leftOut: all.length - papers.length },
    ...found,
  }
}

async function readPapers(
  db: Db,
  marking: Marking,
  { roundId, unitId, most }: { roundId: string; unitId?: string; most: number },
): Promise<Paper[]> {
  const papers: Paper[] = []
  for (let after = ''; papers.length < most; ) {
    const page = await queries.listFirstPapers(db, roundId, { after, unitId, limit: 200 })
    for (const { entryId, blockId, publicName, paper, sheet } of page) {
      const answers = readAnswers(readPaper(paper), readSheet(sheet), marking.get(blockId) ?? [])
      papers.push({ id: entryId, blockId, publicName, answers: answers.map(toGiven).toSorted(byItem) })
    }
    after = page.at(-1)?.entryId ?? after
    if (page.length === 0) break
    await nextTurn()
  }
  return papers
}

const byItem = (one: { item: number }, other: { item: number }) => one.item - other.item

function toGiven({ place, chosen, isRight }: { place: number; chosen: number[]; isRight: boolean }) {
  return { item: place, choice: chosen.join(''), isRight }
}

/** Of all units of the round, so that looking at one after another does not lower the bar. */
async function countPairs(db: Db, roundId: string) {
  const counts = await queries.countByUnit(db, roundId)
  return counts.reduce((sum, [, , many]) => sum + (many * (many - 1)) / 2, 0)
}

async function findSimilar(papers: Paper[], sample: Paper[], pairs: number) {
  const items: z.input<typeof SimilarPapers>['items'] = []
  const powers: { whole: number | null; mostly: number | null }[] = []
  for (const blockId of new Set(papers.map((paper) => paper.blockId))) {
    const model = calibrate(sample.filter((paper) => paper.blockId === blockId))
    const known = papers
      .filter((paper) => paper.blockId === blockId)
      .map((paper): Known & Paper => ({ ...paper, ability: abilityOf(paper, model) }))
    for (const [at, one] of known.entries()) {
      for (const other of known.slice(at + 1)) {
        const similar = compare(one, other, model, pairs)
        if (similar === undefined) continue
        const who = { one: keptPublicName(one.publicName), other: keptPublicName(other.publicName) }
        items.push({ ...similar, ...who, blockId })
      }
      await nextTurn()
    }
    const tried = { pairs, tries: POWER_TRIES }
    powers.push({
      whole: powerOf(known, model, { ...tried, share: WHOLE, random: seeded(1) }),
      mostly: powerOf(known, model, { ...tried, share: MOSTLY, random: seeded(2) }),
    })
  }
  const [power = { whole: null, mostly: null }] = powers.sort((one, other) => (one.whole ?? 0) - (other.whole ?? 0))
  return { items: items.sort((one, other) => one.chance - other.chance), power }
}
