import type { z } from '@hono/zod-openapi'
import type { Source } from '../content/provenance.schemas.ts'
import type { Difficulty, QuestionKind, QuizAudience } from '../quizzes/questions.schemas.ts'
import type { FileProblem } from './question-files.schemas.ts'

/** What a file can say of a question; the rest is told when it is taken in. */
export type FileQuestion = {
  kind: QuestionKind
  text: string
  options: string[]
  key: number[]
  explanation: string
  legalSource: string | null
  documentNumber: string | null
  sources: z.output<typeof Source>[]
  difficulty?: Difficulty
  audiences?: QuizAudience[]
  /** The topic by id or name, where the writer meant one of ours. */
  topic?: string
  /** What it stands under in the file, which may or may not be one of our topics. */
  heading?: string
}
/** `number`: as the file counts, from 1. */
export type ReadQuestion = FileQuestion & { number: number }

/** `number` is nothing for what concerns the file as a whole. */
export type ReadProblem = { number: number | null; code: FileProblem; detail?: string }
export type ReadFile = { questions: ReadQuestion[]; problems: ReadProblem[] }

/** A question on its way into a file. */
export type WrittenQuestion = Omit<FileQuestion, 'heading' | 'topic'> & { code: string; topic: string }

export const TRUE_FALSE = ['Đúng', 'Sai']
export const MOST_QUESTIONS = 1_000
