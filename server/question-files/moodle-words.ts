import type { FileQuestion, WrittenQuestion } from './read-question.ts'
import { AUDIENCE_NAMES, audienceFrom, DIFFICULTY_NAMES, difficultyFrom } from './words.ts'

/** "$course$/top/Dịch vụ công": the category itself; a slash within a name is doubled. */
export function lastOfPath(path: string): string {
  return (path.replaceAll('//', '\u0000').split('/').at(-1) ?? '').replaceAll('\u0000', '/').trim()
}

export const pathOf = (topic: string) => `$course$/top/${topic.replaceAll('/', '//')}`

/** Difficulty and audience travel as tags, which Moodle keeps and knows nothing about. */
export function tagsOf({ difficulty, audiences }: Pick<WrittenQuestion, 'difficulty' | 'audiences'>): string[] {
  return [
    ...(difficulty ? [DIFFICULTY_NAMES[difficulty]] : []),
    ...(audiences ?? []).map((audience) => AUDIENCE_NAMES[audience]),
  ]
}

export function readTags(tags: string[]): Pick<FileQuestion, 'difficulty' | 'audiences'> {
  const difficulty = tags.map(difficultyFrom).find((found) => found !== undefined)
  const audiences = tags.flatMap((tag) => audienceFrom(tag) ?? [])
  return { ...(difficulty ? { difficulty } : {}), ...(audiences.length > 0 ? { audiences } : {}) }
}

/** As many right ones share the whole mark; Moodle knows these shares to five places. */
export function shareOf(right: number): string {
  return String(Number((100 / right).toFixed(5)))
}
