import {
  DIFFICULTIES,
  type Difficulty,
  QUESTION_KINDS,
  QUIZ_AUDIENCES,
  type QuestionKind,
  type QuizAudience,
} from '../quizzes/questions.schemas.ts'
import { fold } from '../search/vietnamese-text.ts'

export const DIFFICULTY_NAMES: Record<Difficulty, string> = { easy: 'Dễ', medium: 'Trung bình', hard: 'Khó' }
export const AUDIENCE_NAMES: Record<QuizAudience, string> = {
  citizen: 'Người dân',
  student: 'Học sinh',
  official: 'Cán bộ',
}
export const KIND_NAMES: Record<QuestionKind, string> = {
  single: 'Một đáp án',
  multiple: 'Nhiều đáp án',
  true_false: 'Đúng - Sai',
  ordering: 'Sắp xếp',
}

/** As words are compared in a file somebody filled in: marks, case, spaces and dashes do not count. */
export const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const finder =
  <T extends string>(values: readonly T[], names: Record<T, string>) =>
  (text: string): T | undefined =>
    values.find((value) => plain(names[value]) === plain(text) || value === text.trim())

export const difficultyFrom = finder(DIFFICULTIES, DIFFICULTY_NAMES)
export const audienceFrom = finder(QUIZ_AUDIENCES, AUDIENCE_NAMES)
export const kindFrom = finder(QUESTION_KINDS, KIND_NAMES)
