import type { Db } from '../db/database.ts'
import { MOST_OPTIONS } from '../quizzes/questions.schemas.ts'
import { findRoundById } from './attempts.queries.ts'
import {
  type ContestRow,
  findContest,
  findContestBySlug,
  findRound,
  listPool,
  type PoolQuestion,
  type RoundRow,
} from './contests.queries.ts'
import { type Block, ContestSettings } from './contests.schemas.ts'
import { listKeys } from './keys.queries.ts'
import { markPaper, type RightAnswer, readPaper, readSheet } from './paper.rules.ts'
import type { Mark } from './recorder.ts'

/** A key that was corrected is marked by from then on. */
const KEYS_KEPT_MS = 10_000
const MOST_ROUNDS = 20

export type HeldRound = {
  contest: ContestRow
  settings: ContestSettings
  round: RoundRow
  opensMs: number
  closesMs: number
  graceMs: number
  /** What papers are drawn from; keys are not here. */
  blocks: Map<string, { block: Block; pool: PoolQuestion[]; at: Map<number, PoolQuestion> }>
}

export type RoundMemory = ReturnType<typeof openMemory>

/** Rounds as a rush asks for them. Their pools are frozen, so that what was read stays true. */
function openMemory(db: Db) {
  const rounds = new Map<string, HeldRound>()
  const ids = new Map<string, string>()
  const keys = new Map<string, { readMs: number; mark: Mark }>()

  async function load(contest: ContestRow | undefined, round: RoundRow | undefined) {
    if (contest === undefined || round === undefined) return undefined
    const held = await read(db, contest, round)
    rounds.set(round.id, held)
    ids.set(addressOf(contest.slug, round.number), round.id)
    const [oldest] = rounds.keys()
    if (rounds.size > MOST_ROUNDS && oldest !== undefined) rounds.delete(oldest)
    return held
  }

  return {
    async find(slug: string, number: number): Promise<HeldRound | undefined> {
      const known = rounds.get(ids.get(addressOf(slug, number)) ?? '')
      if (known) return known
      const contest = await findContestBySlug(db, slug)
      return load(contest, contest && (await findRound(db, contest.id, number)))
    },
    async get(roundId: string): Promise<HeldRound | undefined> {
      const known = rounds.get(roundId)
      if (known) return known
      const round = await findRoundById(db, roundId)
      return load(round && (await findContest(db, round.contestId)), round)
    },
    /** What was read of it is older than what is there. */
    forget(roundId: string) {
      rounds.delete(roundId)
      keys.delete(roundId)
    },
    /** Keys are read apart, kept apart, and used for marking alone. */
    async markOf(held: HeldRound, nowMs: number): Promise<Mark> {
      const known = keys.get(held.round.id)
      if (known && Math.abs(nowMs - known.readMs) < KEYS_KEPT_MS) return known.mark
      const mark = await readMark(db, held)
      keys.set(held.round.id, { readMs: nowMs, mark })
      return mark
    },
  }
}

const memories = new WeakMap<Db, RoundMemory>()

export function roundMemoryOf(db: Db): RoundMemory {
  const known = memories.get(db) ?? openMemory(db)
  memories.set(db, known)
  return known
}

async function read(db: Db, contest: ContestRow, round: RoundRow): Promise<HeldRound> {
  const settings = ContestSettings.parse(JSON.parse(contest.settings))
  const pool = await listPool(db, round.id)
  const blocks = settings.blocks.map((block) => {
    const own = pool.filter(({ blockId }) => blockId === block.id)
    return [block.id, { block, pool: own, at: new Map(own.map((question) => [question.place, question])) }] as const
  })
  return {
    ...{ contest, round, settings, blocks: new Map(blocks), graceMs: settings.graceSeconds * 1_000 },
    ...{ opensMs: Date.parse(round.opensAt), closesMs: Date.parse(round.closesAt) },
  }
}

async function readMark(db: Db, { blocks }: HeldRound): Promise<Mark> {
  const pools = [...blocks].map(([blockId, { pool }]) => ({ blockId, pool }))
  const versionIds = [...new Set(pools.flatMap(({ pool }) => pool.map(({ versionId }) => versionId)))]
  const found = new Map((await listKeys(db, versionIds)).map((key) => [key.versionId, key]))
  const right = new Map<string, Map<number, RightAnswer>>()
  for (const { blockId, pool } of pools)
    right.set(
      blockId,
      new Map(
        pool.flatMap(({ place, versionId }) => {
          const key = found.get(versionId)
          return key ? [[place, { kind: key.kind, key: key.key }] as const] : []
        }),
      ),
    )
  return (blockId, paper, sheet) =>
    markPaper(readPaper(paper), readSheet(sheet), {
      rightOf: (place) => right.get(blockId)?.get(place) ?? NEVER_RIGHT,
      isVoid: () => false,
    })
}

/** A question whose key is gone gives nobody a mark until the results are made. */
const NEVER_RIGHT: RightAnswer = { kind: 'single', key: [MOST_OPTIONS] }

function addressOf(slug: string, number: number) {
  return `${slug} ${number}`
}
