import { done, type QuestionReply, wholeQuestion } from '../quizzes/writing-questions.ts'
import type { Call, Example, Office } from './staff-example.ts'

async function written({ boss, unitId, canary }: Office) {
  const body = wholeQuestion({ text: `${canary} khi nào?` })
  return done(await boss.post<QuestionReply>('/admin/api/questions', { unitId, body }))
}

const versioned = ({ version }: QuestionReply) => ({ 'if-match': `"${version}"` })
const stepOn = (question: QuestionReply, step: string, body?: object): Call => ({
  path: `/admin/api/questions/${question.id}/${step}`,
  ...(body === undefined ? {} : { body }),
  headers: versioned(question),
})

/** Written in the office, and published by somebody above it. */
async function published(office: Office) {
  const { path, headers } = stepOn(await written(office), 'publish')
  return done(await office.rootBoss.post<QuestionReply>(path, undefined, headers))
}

async function retired(office: Office) {
  const { path, body, headers } = stepOn(await published(office), 'retire', { reason: 'Không dùng nữa.' })
  return done(await office.rootBoss.post<QuestionReply>(path, body, headers))
}

export const QUIZ_EXAMPLES: Example[] = [
  {
    line: 'GET /admin/api/quiz-topics',
    needs: 'quizzes.read',
    scope: 'own',
    call: () => ({ path: '/admin/api/quiz-topics' }),
  },
  {
    line: 'GET /admin/api/questions',
    needs: 'quizzes.read',
    scope: 'list',
    call: async (office) => {
      await published(office)
      return { path: '/admin/api/questions' }
    },
  },
  {
    line: 'POST /admin/api/questions',
    needs: 'quizzes.write',
    scope: 'object',
    call: ({ unitId, canary }) => ({
      path: '/admin/api/questions',
      body: { unitId, body: wholeQuestion({ text: `${canary} khi nào?` }) },
    }),
  },
  {
    line: 'POST /admin/api/questions/publish',
    needs: 'quizzes.publish',
    scope: 'own',
    call: async (office) => {
      const { id, version } = await written(office)
      return { path: '/admin/api/questions/publish', body: { questions: [{ id, version }] } }
    },
  },
  {
    line: 'GET /admin/api/questions/{id}',
    needs: 'quizzes.read',
    scope: 'object',
    call: async (office) => ({ path: `/admin/api/questions/${(await written(office)).id}` }),
  },
  {
    line: 'PUT /admin/api/questions/{id}/draft',
    needs: 'quizzes.write',
    scope: 'object',
    call: async (office) => stepOn(await written(office), 'draft', { body: wholeQuestion() }),
  },
  {
    line: 'POST /admin/api/questions/{id}/discard',
    needs: 'quizzes.write',
    scope: 'object',
    call: async (office) => stepOn(await written(office), 'discard'),
  },
  {
    line: 'POST /admin/api/questions/{id}/publish',
    needs: 'quizzes.publish',
    scope: 'object',
    call: async (office) => stepOn(await written(office), 'publish'),
  },
  {
    line: 'POST /admin/api/questions/{id}/key',
    needs: 'quizzes.publish',
    scope: 'object',
    call: async (office) =>
      stepOn(await published(office), 'key', { key: [0], explanation: 'Đáp án đúng.', reason: 'Đáp án cũ sai.' }),
  },
  {
    line: 'POST /admin/api/questions/{id}/retire',
    needs: 'quizzes.publish',
    scope: 'object',
    call: async (office) => stepOn(await published(office), 'retire', { reason: 'Không dùng nữa.' }),
  },
  {
    line: 'POST /admin/api/questions/{id}/bring-back',
    needs: 'quizzes.publish',
    scope: 'object',
    call: async (office) => stepOn(await retired(office), 'bring-back'),
  },
  {
    line: 'POST /admin/api/questions/{id}/pool',
    needs: 'quizzes.publish',
    scope: 'object',
    call: async (office) => stepOn(await published(office), 'pool', { pool: 'contest' }),
  },
  ...['question-imports/template', 'questions.xlsx', 'questions.xml', 'questions.gift'].map(
    (name): Example => ({
      line: `GET /admin/api/${name}`,
      needs: 'quizzes.read',
      scope: 'own',
      call: () => ({ path: `/admin/api/${name}` }),
    }),
  ),
]
