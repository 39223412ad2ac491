import useSWR from 'swr'
import type { Asked } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { type Platform, usePlatform } from '../../zalo/platform.ts'
import { type KeptSet, makeRoom } from './kept-sets.rules.ts'

export type PracticeQuestion = components['schemas']['PracticeQuestion']
type Topics = components['schemas']['PracticeTopics']
type PracticeSet = components['schemas']['PracticeSet']
type Anyone = ReturnType<typeof useCitizen>['anyone']
type Storage = Platform['storage']

/** `keptAt` says since when it lies on this phone; nothing where the service has just answered. */
export type Loaded<T> = { value: T; keptAt: string | null }

const TOPICS_KEY = 'practice-topics'
const INDEX_KEY = 'practice-sets'
const setKey = (topic: string) => `practice-set-${topic}`
/** A weak network is not waited for where the phone has the questions. */
const PATIENCE_MS = 4_000

export function useTopics() {
  const { anyone } = useCitizen()
  const { storage } = usePlatform()
  return useLoaded(['practice'], async () =>
    askOrKept<Topics>({
      ask: () => anyone.GET('/api/quizzes/topics'),
      kept: await read<Loaded<Topics>>(storage, TOPICS_KEY),
      keep: (loaded) => storage.set(TOPICS_KEY, JSON.stringify(loaded)),
    }),
  )
}

/** The sets of the given topics; without a network, those that this phone has kept. */
export function useSets(topics: readonly string[]) {
  const { anyone } = useCitizen()
  const { storage } = usePlatform()
  return useLoaded(['practice-sets', ...topics], async () => {
    if (topics.length === 1) return [await loadSet(anyone, storage, topics[0] ?? '')]
    const sets = await Promise.all(topics.map((topic) => loadSet(anyone, storage, topic).catch(() => undefined)))
    return sets.filter((set) => set !== undefined)
  })
}

async function loadSet(anyone: Anyone, storage: Storage, topic: string): Promise<Loaded<PracticeSet>> {
  return askOrKept<PracticeSet>({
    ask: () => anyone.GET('/api/quizzes/topics/{topic}', { params: { path: { topic } } }),
    kept: await read<Loaded<PracticeSet>>(storage, setKey(topic)),
    keep: (loaded) => keepSet(storage, topic, loaded),
  })
}

type Source<T> = {
  ask: () => Promise<{ data?: T; error?: unknown }>
  kept: Loaded<T> | undefined
  keep: (loaded: Loaded<T>) => Promise<void>
}

async function askOrKept<T>({ ask, kept, keep }: Source<T>): Promise<Loaded<T>> {
  const asked = ask().then(({ data, error }) => {
    if (data === undefined) throw error
    void keep({ value: data, keptAt: new Date().toISOString() })
    return { value: data, keptAt: null }
  })
  if (kept === undefined) return asked
  const patience = new Promise<Loaded<T>>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))
  return Promise.race([asked.catch(() => kept), patience])
}

/** One at a time, so that two topics kept together both stand in the index. */
let keeping = Promise.resolve()

function keepSet(storage: Storage, topic: string, loaded: Loaded<PracticeSet>) {
  keeping = keeping.then(async () => {
    const text = JSON.stringify(loaded)
    const index = (await read<KeptSet[]>(storage, INDEX_KEY)) ?? []
    const { kept, dropped } = makeRoom(index, { topic, bytes: text.length, usedAt: loaded.keptAt ?? '' })
    for (const old of dropped) await storage.remove(setKey(old))
    await storage.set(setKey(topic), text)
    await storage.set(INDEX_KEY, JSON.stringify(kept))
  })
  return keeping
}

function useLoaded<T>(key: string[], load: () => Promise<T>): Asked<T> {
  const { data, error, mutate } = useSWR(key, load, { revalidateOnFocus: false, shouldRetryOnError: false })
  return { data, error, refetch: () => void mutate() }
}

/** What this app has written itself, or nothing. */
async function read<T>(storage: Storage, key: string): Promise<T | undefined> {
  const text = await storage.get(key)
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
