import { createIdentifyCitizen } from '../../server/citizens/authenticate.ts'
import { contestAttempts, contestEvents } from '../../server/contests/attempts.table.ts'
import type { Block, ContestSettings, ContestState, EntryStatus } from '../../server/contests/contests.schemas.ts'
import { contestEntries, contestPool, contestRounds, contests } from '../../server/contests/contests.table.ts'
import { CHAIN_START, type ContestEvent, hashLink, writeEvents } from '../../server/contests/event-chain.rules.ts'
import { writePaper, writeSheet } from '../../server/contests/paper.rules.ts'
import type { Ctx } from '../../server/ctx.ts'
import type { openPhone } from '../world/citizens.ts'
import { putQuestion } from './make-questions.ts'

type World = { service: { ctx: Ctx } }
export type Contest = Awaited<ReturnType<typeof makeContest>>

export const QUESTIONS = 10
const MINUTE = 60_000
/** The written place of the right option of the question at a place. */
export const keyAt = (place: number) => place % 4
/** The same for everybody here: options are shown turned by one. */
const TURNED = [1, 2, 3, 0]

export const OFFICIALS: Block = {
  ...{ id: 'can-bo', name: 'Cán bộ, công chức', audience: 'official', needsUnit: true, needsCode: false },
  ...{ blueprint: [{ topic: null, difficulty: null, count: QUESTIONS }], minAge: null, maxAge: null },
  headcount: 'official',
}

const SETTINGS: Omit<ContestSettings, 'rounds'> = {
  ...{ name: 'Hội thi tìm hiểu cải cách hành chính', intro: 'Ai cũng dự được.', sources: [], blocks: [OFFICIALS] },
  ...{ drawsFrom: 'contest', minutes: 20, graceSeconds: 15, attemptsPerRound: 1, counts: 'best' },
  ...{ prediction: 'all_correct', tieBreaks: ['closeness', 'earlier_submission', 'draw'] },
  tells: { afterSubmitting: 'nothing', afterClosing: 'answers' },
  units: { minSize: 2, minParticipation: 0 },
  ...{ complaintDays: 3, names: 'masked' },
}

const ROUND = { opensAt: '2026-11-16T01:00:00.000Z', closesAt: '2026-11-22T14:00:00.000Z' }

/** A contest straight in the tables, its rounds just closed. */
export async function makeContest(
  { service: { ctx } }: World,
  wish: {
    slug?: string
    settings?: Partial<ContestSettings>
    rounds?: number
    state?: ContestState
    authors?: string[]
    unitId?: string
  } = {},
) {
  const id = ctx.newId()
  const { slug = `hoi-thi-${id.slice(-6)}`, state = 'closed', authors = ['somebody', 'somebody-else'] } = wish
  const rounds = Array.from({ length: wish.rounds ?? 1 }, (_, at) => ({
    name: `Tuần ${at + 1}`,
    ...ROUND,
    number: at + 1,
  }))
  const settings = { ...SETTINGS, rounds: rounds.map(({ number: _, ...round }) => round), ...wish.settings }
  const at = ctx.now().toISOString()
  const made = rounds.map((round) => ({ ...round, id: ctx.newId() }))
  const versionIds = Array.from({ length: QUESTIONS }, (_, place) => `${id}-v${place}`)
  await ctx.write(async (tx) => {
    await tx.insert(contests).values({
      ...{ id, slug, unitId: wish.unitId ?? 'so-gddt', state, settings: JSON.stringify(settings), name: settings.name },
      ...{ drawSeed: `seed of ${slug}`, authors: JSON.stringify(authors), createdAt: at, updatedAt: at, version: 1 },
    })
    for (const round of made) await tx.insert(contestRounds).values({ ...round, contestId: id, state, version: 1 })
    for (const [place, versionId] of versionIds.entries()) {
      await putQuestion(tx, {
        ...{ questionId: `q-${versionId}`, versionId, code: versionId.toUpperCase().replace(/[^A-Z0-9]/g, ''), at },
        ...{ kind: 'single', topic: 'cchc', difficulty: 'easy', options: ['A', 'B', 'C', 'D'], key: [keyAt(place)] },
        text: `Câu hỏi số ${place + 1}`,
      })
      for (const round of made)
        for (const { id: blockId } of settings.blocks)
          await tx.insert(contestPool).values({ roundId: round.id, blockId, place, versionId })
    }
  })
  return { id, slug, settings, rounds: made, versionIds }
}

export type PaperTaken = {
  round?: number
  number?: number
  /** So many of the first questions right; or what was chosen of each, as written. */
  right?: number
  chosen?: (number | null)[]
  prediction?: number | null
  /** Minutes after the opening. */
  begun?: number
  took?: number
  state?: 'submitted' | 'auto_submitted' | 'expired_empty' | 'in_progress'
}
export type Person = {
  publicName: string
  wholeName?: string
  citizenId?: string
  blockId?: string
  unitId?: string | null
  status?: EntryStatus
  ageBand?: 'under_16' | 'under_18' | 'adult'
  papers: PaperTaken[]
}

/** People with their papers, and the chain of what they did. */
export async function takePart({ service: { ctx } }: World, contest: Contest, people: Person[]) {
  const entries = people.map((person) => ({ ...person, id: ctx.newId() }))
  await ctx.write(async (tx) => {
    const last = (await tx.select().from(contestEvents)).at(-1)
    let prevHash = last?.hash ?? CHAIN_START
    for (const { id, papers, ...person } of entries) {
      await tx.insert(contestEntries).values({
        ...{ id, contestId: contest.id, citizenId: person.citizenId ?? null, blockId: person.blockId ?? OFFICIALS.id },
        ...{ unitId: person.unitId ?? null, status: person.status ?? 'counted', ageBand: person.ageBand ?? 'adult' },
        nameSealed: person.wholeName
          ? ctx.sealing.seal({ table: 'contest_entries', column: 'name_sealed', rowId: id }, person.wholeName)
          : null,
        ...{ publicName: person.publicName, createdAt: ctx.now().toISOString() },
      })
      for (const paper of papers) {
        const { attempt, events } = sit(ctx, contest, id, paper)
        await tx.insert(contestAttempts).values(attempt)
        for (const event of events) {
          const link = { prevHash, atMs: event.at, events: writeEvents([event]) }
          await tx.insert(contestEvents).values({ ...link, hash: hashLink(link) })
          prevHash = hashLink(link)
        }
      }
    }
  })
  return entries
}

function sit(ctx: Ctx, { rounds }: Contest, entryId: string, taken: PaperTaken) {
  const { round: number = 1, right = 0, prediction = null, begun = 0, took = 10, state = 'submitted' } = taken
  const round = rounds.find((each) => each.number === number)
  if (round === undefined) throw new Error(`there is no round ${number}`)
  const places = Array.from({ length: QUESTIONS }, (_, at) => (at + begun) % QUESTIONS)
  const paper = writePaper(places.map((place) => ({ place, order: TURNED })))
  const wrong = (place: number) => (keyAt(place) + 1) % 4
  const chosen = places.map((place, at) => {
    if (taken.chosen !== undefined) return taken.chosen[place] ?? null
    if (state === 'expired_empty') return null
    return at < right ? keyAt(place) : wrong(place)
  })
  const sheet = writeSheet(chosen.map((written) => (written === null ? [] : [TURNED.indexOf(written)])))
  const score = chosen.filter((written, at) => written === keyAt(places[at] ?? -1)).length
  const [id, startedMs] = [ctx.newId(), Date.parse(round.opensAt) + begun * MINUTE]
  const [deadlineMs, submittedMs] = [startedMs + 20 * MINUTE, startedMs + took * MINUTE]
  const [isOver, savedMs] = [state !== 'in_progress', submittedMs - 1]
  const events: ContestEvent[] = [
    {
      is: 'started',
      attempt: id,
      entry: entryId,
      round: round.id,
      number: taken.number ?? 1,
      at: startedMs,
      deadline: deadlineMs,
      paper,
    },
    { is: 'saved', attempt: id, seq: 1, sheet, prediction, at: savedMs },
  ]
  if (state !== 'in_progress') events.push({ is: state, attempt: id, at: submittedMs })
  return {
    attempt: {
      ...{ id, roundId: round.id, entryId, number: taken.number ?? 1, state, startedMs, deadlineMs, paper, sheet },
      ...{ sheetSeq: 1, prediction, savedMs, submittedMs: isOver ? submittedMs : null, score: isOver ? score : null },
    },
    events,
  }
}

/** Who is on the phone, as the service knows them. */
export async function citizenOf({ service: { ctx } }: World, phone: ReturnType<typeof openPhone>) {
  const citizen = await createIdentifyCitizen(ctx)(`Bearer ${phone.token}`)
  if (citizen === undefined) throw new Error('nobody has signed in on this phone')
  return citizen.id
}
