import {
  DIFFICULTIES,
  type Difficulty,
  QUESTION_KINDS,
  QUIZ_AUDIENCES,
  type QuestionKind,
  type QuizAudience,
} from '../quizzes/questions.schemas.ts'
import { fold } from '../search/vietnamese-text.ts'

export const DIFFICULTY_NAMES: Record<Difficulty, string> = { easy: 'Dễ', medium: 'Vừa', hard: 'Khó' }
export const AUDIENCE_NAMES: Record<QuizAudience, string> = {
  citizen: 'Người dân',
  student: 'Học sinh',
  official: 'Cán bộ',
}
export const KIND_NAMES: Record<QuestionKind, string> = {
  single: 'Chọn một',
  multiple: 'Chọn nhiều',
  true_false: 'Đúng hay sai',
  ordering: 'Xếp thứ tự',
}

/** As words are compared in a file somebody filled in: marks, case, spaces and dashes do not count. */
export const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What teachers write for the same. */
const ALSO: Record<string, string[]> = {
  easy: ['Nhận biết'],
  medium: ['Trung bình', 'Thông hiểu'],
  hard: ['Vận dụng', 'Vận dụng cao'],
  single: ['Một đáp án'],
  multiple: ['Nhiều đáp án'],
  true_false: ['Đúng sai', 'Đúng - Sai'],
  ordering: ['Sắp xếp'],
}

const finder =
  <T extends string>(values: readonly T[], names: Record<T, string>) =>
  (text: string): T | undefined =>
    values.find((value) => [names[value], value, ...(ALSO[value] ?? [])].some((name) => plain(name) === plain(text)))

export const difficultyFrom = finder(DIFFICULTIES, DIFFICULTY_NAMES)
export const audienceFrom = finder(QUIZ_AUDIENCES, AUDIENCE_NAMES)
export const kindFrom = finder(QUESTION_KINDS, KIND_NAMES)
