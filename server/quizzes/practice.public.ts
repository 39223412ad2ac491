import { z } from '@hono/zod-openapi'
import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { PracticeSet, PracticeTopics } from './practice.schemas.ts'
import { showPracticeSet, showPracticeTopics } from './practice.usecases.ts'
import { TopicId } from './questions.schemas.ts'

const topics = route('GET /api/quizzes/topics', {
  summary: 'What can be practised',
  access: 'anyone',
  reply: PracticeTopics,
})
const set = route('GET /api/quizzes/topics/{topic}', {
  summary: 'All questions of a topic, with keys and why: practice is marked on the phone',
  access: 'anyone',
  params: z.object({ topic: TopicId }),
  reply: PracticeSet,
  problems: ['quiz_topic.not_found'],
})

export function practiceDoors(api: Api) {
  api.publish(topics, (ctx) => showPracticeTopics(ctx))
  api.publish(set, (ctx, { params }) => showPracticeSet(ctx, params.topic))
}
