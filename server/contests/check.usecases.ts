import type { z } from '@hono/zod-openapi'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { listReach, sumHeadcounts } from '../units/units.queries.ts'
import type { Audience } from '../units/units.schemas.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { ContestCheck, PaperPreview, PreviewQuery } from './builder.schemas.ts'
import { countBank, listCandidates } from './building.queries.ts'
import { checkSettings } from './check.rules.ts'
import type { Block, ContestSettings, HEADCOUNTS } from './contests.schemas.ts'
import { openOwnContest } from './contests.usecases.ts'
import { drawPaper } from './draw.rules.ts'
import { splitPool } from './pool.rules.ts'

export type BlockCandidates = Map<string, Awaited<ReturnType<typeof listCandidates>>>

/** What would keep the contest from being scheduled, and how much two people's papers would have in common. */
export async function checkContest(ctx: Ctx<Staff>, id: string): Promise<z.input<typeof ContestCheck>> {
  const { contest, settings } = await openOwnContest(ctx, id, 'contests.read')
  const { unitId } = contest
  const { problems, pools } = await lookAt(ctx, unitId, settings)
  const { drawsFrom } = settings
  const bank = await countBank(ctx.db, { drawsFrom, unitIds: await unitsOfBank(ctx, unitId) })
  return { problems, pools, bank }
}

/** The check, with the questions it counted. */
export async function lookAt(ctx: Pick<Ctx, 'db' | 'now'>, unitId: string, settings: ContestSettings) {
  const candidates = await candidatesOf(ctx, unitId, settings)
  const blocksWithoutHeadcount = await findUncounted(ctx, unitId, settings.blocks)
  return { ...checkSettings(settings, { now: ctx.now(), candidates, blocksWithoutHeadcount }), candidates }
}

/** Secret questions are drawn from the contest's own unit and those below it. */
async function unitsOfBank({ db, now }: Pick<Ctx, 'db' | 'now'>, unitId: string) {
  const reach = await listReach(db, [unitId], vietnamDate(now()))
  return reach.get(unitId) ?? [unitId]
}

async function candidatesOf({ db, now }: Pick<Ctx, 'db' | 'now'>, unitId: string, settings: ContestSettings) {
  const unitIds = await unitsOfBank({ db, now }, unitId)
  const { drawsFrom } = settings
  const found: BlockCandidates = new Map()
  for (const { id, audience } of settings.blocks)
    found.set(id, await listCandidates(db, { audience, drawsFrom, unitIds }))
  return found
}

export const AUDIENCES_OF: Record<(typeof HEADCOUNTS)[number], readonly Audience[]> = {
  official: ['official'],
  teacher: ['teacher'],
  student: ['student'],
  official_and_teacher: ['official', 'teacher'],
}

async function findUncounted({ db, now }: Pick<Ctx, 'db' | 'now'>, unitId: string, blocks: readonly Block[]) {
  const { sums } = await sumHeadcounts(db, unitId, vietnamDate(now()))
  const told = new Set(sums.map(({ audience }) => audience))
  const isUncounted = ({ headcount }: Block) =>
    headcount !== null && !AUDIENCES_OF[headcount].some((audience) => told.has(audience))
  return new Set(blocks.filter(isUncounted).map(({ id }) => id))
}

/** A paper as somebody of the block would get it, without keys; each `draw` gives another. */
export async function previewPaper(
  ctx: Ctx<Staff>,
  id: string,
  { blockId, draw }: z.output<typeof PreviewQuery>,
): Promise<z.input<typeof PaperPreview>> {
  const { contest, settings } = await openOwnContest(ctx, id, 'quizzes.read')
  const block = settings.blocks.find((each) => each.id === blockId)
  if (block === undefined) throw new AppError('request.invalid', { fields: [{ field: 'blockId', problem: 'unknown' }] })
  const { problems, candidates } = await lookAt(ctx, contest.unitId, settings)
  const isLacking = problems.some(
    (each) => each.blockId === blockId && (each.problem === 'part_lacks' || each.problem === 'parts_cross'),
  )
  if (isLacking)
    throw new AppError('contest.not_ready', { problems: problems.filter((each) => each.blockId === blockId) })
  const [pool = []] = splitPool(settings, block.blueprint, candidates.get(blockId) ?? []).pools
  return { blockId, questions: questionsOf(pool, block, { seed: `preview ${contest.id}`, attemptId: String(draw) }) }
}

function questionsOf(pool: PoolOf, { blueprint }: Block, chance: { seed: string; attemptId: string }) {
  const placed = pool.map((question, place) => ({ ...question, place }))
  return drawPaper({ pool: placed, blueprint, ...chance }).flatMap(({ place, order }) => {
    const question = placed[place]
    if (question === undefined) return []
    const { kind, topic, difficulty, text } = question
    return { kind, topic, difficulty, text, options: order.map((written) => question.options[written] ?? '') }
  })
}
type PoolOf = Awaited<ReturnType<typeof listCandidates>>
