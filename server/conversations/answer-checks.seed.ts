import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { openContentFolder, readYaml } from '../content/content-folder.ts'

const CheckFile = z.array(
  z.strictObject({ ask: z.string().min(2).max(200), expects: z.array(z.string().min(3)).min(1) }),
)

/** Reviewed questions, each with the codes of which one must be among the first three answers. */
export type AnswerQuestions = { mark: string; questions: z.infer<typeof CheckFile> }

/** `content/chat/regression.yaml`. */
export function readAnswerQuestions(contentDir: string): AnswerQuestions {
  const folder = openContentFolder(contentDir)
  const questions = readYaml(folder, CheckFile, 'chat/regression.yaml').flatMap(({ value }) => value)
  folder.throwProblems()
  const mark = createHash('sha256').update(JSON.stringify(questions)).digest('base64url').slice(0, 22)
  return { mark, questions }
}
