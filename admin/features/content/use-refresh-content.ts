import { useQueryClient } from '@tanstack/react-query'

const ABOUT_CONTENT = /^\/admin\/api\/(entries|editions|work)/

/** Asks again for everything about entries, after a change of one. */
export function useRefreshContent() {
  const cache = useQueryClient()
  return () =>
    cache.invalidateQueries({
      predicate: ({ queryKey: [, path] }) => typeof path === 'string' && ABOUT_CONTENT.test(path),
    })
}
