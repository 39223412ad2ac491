import { useQueryClient } from '@tanstack/react-query'
import type { Question } from './words.ts'

const LIST = '/admin/api/questions'
const ONE = '/admin/api/questions/{id}'

/** Lists and counts are asked for again; a question that came back with the answer is shown as it came. */
export function useRefreshBank() {
  const cache = useQueryClient()
  return async (changed?: Question) => {
    if (changed) {
      const queryKey = ['get', ONE, { params: { path: { id: changed.id } } }]
      // What was asked before the change would put the old one back.
      await cache.cancelQueries({ queryKey })
      cache.setQueryData(queryKey, changed)
    } else await cache.invalidateQueries({ queryKey: ['get', ONE] })
    await cache.invalidateQueries({ queryKey: ['get', LIST] })
    await cache.invalidateQueries({ queryKey: ['get', '/admin/api/quiz-topics'] })
  }
}
