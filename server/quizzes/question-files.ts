import { z } from '@hono/zod-openapi'
import { type ContentFolder, readYaml } from '../content/content-folder.ts'
import { keyProblems } from './questions.rules.ts'
import { QuestionBody, QuestionCode, TopicId } from './questions.schemas.ts'

const FOLDER = 'quiz'
const TOPICS = `${FOLDER}/topics.yaml`

const TopicsFile = z.array(z.strictObject({ id: TopicId, name: z.string().min(3) }))
/** `content/quiz/<topic>.yaml`: the questions of one topic. */
const QuestionsFile = z.array(QuestionBody.omit({ topic: true }).extend({ code: QuestionCode }))

export type FileQuestion = { code: string; body: QuestionBody }

/** The bank as its files tell it; what is wrong with them the folder knows afterwards. */
export function readQuestionFiles(folder: ContentFolder) {
  const topics = readYaml(folder, TopicsFile, TOPICS).flatMap(({ value }) => value)
  const files = folder.list(FOLDER, '.yaml').filter((file) => file !== TOPICS)
  const questions = files.flatMap((file) => {
    const topic = file.slice(FOLDER.length + 1, -'.yaml'.length)
    if (!topics.some(({ id }) => id === topic)) folder.problem(file, 1, `${topic} is no topic of ${TOPICS}`)
    return readYaml(folder, QuestionsFile, file).flatMap(({ value, lineOf }) =>
      value.map(({ code, ...rest }, at) => {
        const body = QuestionBody.parse({ ...rest, topic })
        for (const { field, problem } of keyProblems(body))
          folder.problem(file, lineOf([at, field]), `${field}: ${problem}`)
        return { code, body, file, line: lineOf([at]) }
      }),
    )
  })
  const seen = new Set<string>()
  for (const { code, file, line } of questions) {
    if (seen.has(code)) folder.problem(file, line, `${code} is also the code of another question`)
    seen.add(code)
  }
  return { topics, questions }
}
