import type { Block, BlueprintPart, ContestSettings } from '../../server/contests/contests.schemas.ts'
import { type contestEntries, contestPool, contestRounds, contests } from '../../server/contests/contests.table.ts'
import type { Tx } from '../../server/db/database.ts'
import type { Difficulty, QuestionKind } from '../../server/quizzes/questions.schemas.ts'
import { quizTopics } from '../../server/quizzes/questions.table.ts'
import { putQuestion } from './make-questions.ts'

const TOPICS = ['mot-cua', 'dich-vu-cong']
const DIFFICULTIES: Difficulty[] = ['easy', 'medium', 'hard']
const KINDS: QuestionKind[] = ['single', 'multiple', 'true_false', 'ordering']
export const SLUG = 'tim-hieu-cai-cach'
export const SEED = 'seed of a contest in tests'

export type MadeWish = {
  opensAt?: string
  closesAt?: string
  settings?: Partial<ContestSettings>
  pool?: number
  questions?: number
}
export type MadeContest = { id: string; roundId: string; settings: ContestSettings; keys: Map<number, number[]> }

/** A contest with one round, its questions, keys and frozen pool, as if staff had scheduled it. */
export async function makeContest(
  { write, newId }: { write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>; newId: () => string },
  { opensAt = '2026-11-23T02:00:00.000Z', closesAt = '2026-11-23T05:00:00.000Z', ...wish }: MadeWish = {},
): Promise<MadeContest> {
  const { pool = 60, questions = 20 } = wish
  const [id, roundId, at] = [newId(), newId(), '2026-11-20T02:00:00.000Z']
  const settings = { ...settingsOf({ opensAt, closesAt, questions }), ...wish.settings }
  const keys = new Map<number, number[]>()
  await write(async (tx) => {
    for (const [position, topic] of TOPICS.entries())
      await tx.insert(quizTopics).values({ id: topic, name: topic, position }).onConflictDoNothing()
    await tx.insert(contests).values({
      ...{ id, slug: SLUG, unitId: 'so-gddt', state: 'scheduled', settings: JSON.stringify(settings) },
      ...{ name: settings.name, drawSeed: SEED, authors: '[]', createdAt: at, updatedAt: at, version: 1 },
    })
    await tx
      .insert(contestRounds)
      .values({ id: roundId, contestId: id, number: 1, name: 'Vòng 1', opensAt, closesAt, state: 'open', version: 1 })
    for (let place = 0; place < pool; place += 1) {
      const made = makeQuestion(place)
      const [questionId, versionId] = [newId(), newId()]
      keys.set(place, made.key)
      const code = `HT-${id.slice(-6).toUpperCase()}-${place}`
      await putQuestion(tx, { ...made, questionId, versionId, code, at, explanation: `Vì luật nói vậy, câu ${place}.` })
      await tx.insert(contestPool).values({ roundId, blockId: 'can-bo', place, versionId })
    }
  })
  return { id, roundId, settings, keys }
}

function makeQuestion(place: number) {
  const kind = KINDS[place % KINDS.length] ?? 'single'
  const options =
    kind === 'true_false'
      ? ['Đúng', 'Sai']
      : ['A', 'B', 'C', 'D'].map((letter) => `Phương án ${letter} của câu ${place}`)
  const key = { single: [place % 4], multiple: [0, 2], true_false: [place % 2], ordering: [2, 0, 3, 1] }[kind]
  return {
    ...{ kind, options, key, topic: TOPICS[Math.floor(place / 4) % 2] ?? '' },
    difficulty: DIFFICULTIES[Math.floor(place / 8) % 3] ?? 'easy',
    text: `Câu hỏi số ${place} về cải cách hành chính ở cơ quan nhà nước: điều nào sau đây được quy định?`,
  }
}

function blueprintOf(questions: number): BlueprintPart[] {
  const third = Math.floor(questions / 3)
  return [
    { topic: 'mot-cua', difficulty: 'easy', count: third },
    { topic: 'mot-cua', difficulty: null, count: third },
    { topic: null, difficulty: null, count: questions - 2 * third },
  ]
}

/** Officials of any age, from any unit or none. */
export const BLOCK: Block = {
  ...{ id: 'can-bo', name: 'Cán bộ', audience: 'official', minAge: null, maxAge: null },
  ...{ needsUnit: false, needsCode: false, headcount: null, blueprint: blueprintOf(20) },
}

function settingsOf(given: { opensAt: string; closesAt: string; questions: number }): ContestSettings {
  const { opensAt, closesAt, questions } = given
  return {
    ...{ name: 'Hội thi tìm hiểu cải cách hành chính', intro: '', sources: [], drawsFrom: 'contest', minutes: 20 },
    blocks: [{ ...BLOCK, blueprint: blueprintOf(questions) }],
    rounds: [{ name: 'Vòng 1', opensAt, closesAt }],
    ...{
      graceSeconds: 15,
      attemptsPerRound: 1,
      counts: 'best',
      prediction: 'entrants',
      tieBreaks: ['closeness', 'draw'],
    },
    tells: { afterSubmitting: 'nothing', afterClosing: 'score' },
    units: { minSize: 0, minParticipation: 0 },
    ...{ complaintDays: 3, names: 'masked' },
  }
}

/** Somebody who has entered: the row alone, without going through the form. */
export function entryOf(id: string, contestId: string, citizenId: string): typeof contestEntries.$inferInsert {
  return {
    ...{ id, contestId, citizenId, blockId: 'can-bo', status: 'counted', ageBand: 'adult' },
    ...{ publicName: 'N. V. A.', createdAt: '2026-11-22T02:00:00.000Z' },
  }
}
