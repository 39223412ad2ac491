import type { Db, Tx } from './db/database.ts'
import type { SearchClient } from './search/search-client.ts'
import type { MissCounter } from './search/search-misses.rules.ts'

export type Anyone = { kind: 'anyone' }
export type System = { kind: 'system' }
export type Actor = Anyone | System

/** What a use case is given: who asks, how to read, how to change, and the clock. */
export type Ctx<A extends Actor = Actor> = {
  actor: A
  db: Db
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  now: () => Date
  newId: () => string
  search: SearchClient
  misses: MissCounter
  app: { version: string; publicUrl: string; miniAppId: string | null; externalLinks: 'browser' | 'all' }
}
