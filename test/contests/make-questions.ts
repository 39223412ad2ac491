import type { Ctx } from '../../server/ctx.ts'
import type { Tx } from '../../server/db/database.ts'
import type { Difficulty, QuestionKind, QuestionPool, QuizAudience } from '../../server/quizzes/questions.schemas.ts'
import { questionKeys, questionVersions, quizQuestions } from '../../server/quizzes/questions.table.ts'

type Wish = {
  count: number
  topic?: string
  difficulty?: Difficulty
  kind?: QuestionKind
  pool?: QuestionPool
  audiences?: QuizAudience[]
  unitId?: string
}
type Service = { ctx: Pick<Ctx, 'write' | 'newId' | 'now'> }

const OPTIONS: Record<QuestionKind, string[]> = {
  single: ['Phương án một', 'Phương án hai', 'Phương án ba', 'Phương án bốn'],
  multiple: ['Phương án một', 'Phương án hai', 'Phương án ba', 'Phương án bốn'],
  true_false: ['Đúng', 'Sai'],
  ordering: ['Bước một', 'Bước hai', 'Bước ba'],
}
const KEYS: Record<QuestionKind, number[]> = { single: [1], multiple: [0, 2], true_false: [0], ordering: [2, 0, 1] }

/** Published questions of the secret pool, as rows; the ids of their versions in the order they were made. */
export async function makeQuestions(service: Service, wish: Wish): Promise<string[]> {
  const { count, topic = 'cchc', difficulty = 'easy', kind = 'single', pool = 'contest' } = wish
  const { audiences = ['official'], unitId = 'so-gddt' } = wish
  const { ctx } = service
  const at = ctx.now().toISOString()
  const made = Array.from({ length: count }, () => ({ questionId: ctx.newId(), versionId: ctx.newId() }))
  await ctx.write(async (tx) => {
    for (const [place, { questionId, versionId }] of made.entries())
      await putQuestion(tx, {
        ...{ questionId, versionId, code: `Q-${questionId.replaceAll('-', '').slice(-20).toUpperCase()}`, unitId, at },
        ...{ kind, topic, difficulty, pool, audiences, options: OPTIONS[kind], key: KEYS[kind] },
        text: `Câu hỏi số ${place + 1} về ${topic}?`,
      })
  })
  return made.map(({ versionId }) => versionId)
}

type Question = {
  questionId: string
  versionId: string
  code: string
  at: string
  kind: QuestionKind
  topic: string
  difficulty: Difficulty
  options: string[]
  key: number[]
  text: string
  explanation?: string
  pool?: QuestionPool
  audiences?: QuizAudience[]
  unitId?: string
}

/** A published question straight in the tables, with its one version and key. */
export async function putQuestion(
  tx: Tx,
  {
    questionId,
    versionId,
    code,
    at,
    unitId = 'so-gddt',
    pool = 'contest',
    audiences = ['official'],
    ...said
  }: Question,
) {
  const { kind, topic, difficulty, options, key, text, explanation = 'Theo văn bản gốc.' } = said
  await tx.insert(quizQuestions).values({ id: questionId, code, unitId, createdAt: at, version: 1 })
  await tx.insert(questionVersions).values({
    ...{ id: versionId, questionId, number: 1, state: 'published', kind, topic, difficulty, pool, text },
    ...{ audiences: JSON.stringify(audiences), options: JSON.stringify(options), related: '[]' },
    sources: JSON.stringify([{ title: 'Nghị quyết 76/NQ-CP', url: null }]),
    ...{ checkedOn: '2026-11-01', reviewBy: '2027-11-01', unverified: '[]', folded: '', authors: '[]' },
    ...{ origin: 'staff', createdAt: at, updatedAt: at, publishedAt: at },
  })
  await tx.insert(questionKeys).values({ versionId, number: 1, key: JSON.stringify(key), explanation, at })
}
