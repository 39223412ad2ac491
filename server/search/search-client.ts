import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { AppError } from '../errors.ts'
import type { Searched } from './answer.ts'
import type { Abbreviation } from './read-query.ts'
import type { SearchAnswer } from './search.schemas.ts'
import type { Answered, Asked } from './search-worker.ts'

export type SearchClient = {
  search: (query: Searched) => Promise<SearchAnswer>
  close: () => Promise<void>
}

type Waiting = { resolve: (answer: SearchAnswer) => void; reject: (error: unknown) => void }

/** More questions than this at once means that people no longer wait for the answers. */
const MOST_WAITING = 2_000

/**
 * Search in a thread of its own, on its own connection, so that no question holds up another request. The
 * thread is always asked to end, never terminated: ending it inside a query would abort the whole process.
 */
export function openSearch(settings: { databaseFile: string; abbreviations: Abbreviation[] }): SearchClient {
  const worker = new Worker(new URL('./search-thread.mjs', import.meta.url), { workerData: settings })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let ended = false

  worker.on('message', (message: Answered) => {
    if ('ready' in message) return
    const caller = waiting.get(message.id)
    waiting.delete(message.id)
    if ('answer' in message) caller?.resolve(message.answer)
    else caller?.reject(new AppError('search.unavailable'))
  })
  worker.on('error', () => endAll())
  worker.on('exit', () => endAll())
  function endAll() {
    ended = true
    for (const { reject } of waiting.values()) reject(new AppError('search.unavailable'))
    waiting.clear()
  }

  return {
    search(query) {
      if (ended || waiting.size >= MOST_WAITING) return Promise.reject(new AppError('search.unavailable'))
      asked += 1
      const id = asked
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, query } satisfies Asked)
      })
    },
    async close() {
      if (ended) return
      const exit = once(worker, 'exit')
      worker.postMessage({ close: true } satisfies Asked)
      await exit
    },
  }
}
