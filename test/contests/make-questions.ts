import type { Ctx } from '../../server/ctx.ts'
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
    await tx.insert(quizQuestions).values(
      made.map(({ questionId: id }) => ({
        ...{ id, code: `Q-${id.replaceAll('-', '').slice(-20).toUpperCase()}`, unitId, flag: null },
        ...{ createdAt: at, retiredAt: null, version: 1 },
      })),
    )
    await tx.insert(questionVersions).values(
      made.map(({ questionId, versionId: id }, place) => ({
        ...{ id, questionId, number: 1, state: 'published' as const, kind, topic, difficulty, pool },
        ...{ audiences: JSON.stringify(audiences), text: `Câu hỏi số ${place + 1} về ${topic}?` },
        ...{ options: JSON.stringify(OPTIONS[kind]), legalSource: null, documentNumber: null, related: '[]' },
        sources: JSON.stringify([{ title: 'Nghị quyết 76/NQ-CP', url: null }]),
        ...{ checkedOn: '2026-11-01', reviewBy: '2027-11-01', unverified: '[]', folded: '', authors: '[]' },
        ...{ origin: 'staff' as const, createdAt: at, updatedAt: at, publishedAt: at, publishedBy: null },
      })),
    )
    await tx.insert(questionKeys).values(
      made.map(({ versionId }) => ({
        ...{ versionId, number: 1, key: JSON.stringify(KEYS[kind]), explanation: 'Theo văn bản gốc.' },
        ...{ by: null, at, reason: null },
      })),
    )
  })
  return made.map(({ versionId }) => versionId)
}
