import type { Attachments } from './attachments/attachments.ts'
import type { Channel } from './chat/channel.ts'
import type { ChannelName } from './chat/chat.schemas.ts'
import type { FetchMedia } from './chat/fetch-media.ts'
import type { Recorder } from './contests/recorder.ts'
import type { SteadyClock } from './contests/steady-clock.ts'
import type { Db, Tx } from './db/database.ts'
import type { ErasureLedger } from './privacy/erasure-ledger.ts'
import type { PersonalData } from './privacy/personal-data.ts'
import type { Clock } from './scheduler/scheduler.ts'
import type { Sealing } from './sealing/sealed.ts'
import type { SearchClient } from './search/search-client.ts'
import type { MissCounter } from './search/search-misses.rules.ts'
import type { Credentials } from './staff/credentials.ts'
import type { Permission } from './staff/permissions.ts'
import type { Zalo } from './zalo/zalo.ts'

export type Anyone = { kind: 'anyone' }
export type System = { kind: 'system' }
export type Staff = {
  kind: 'staff'
  id: string
  name: string
  /** Each permission held, and the units it is held for: the unit of the role and all below it today. */
  may: ReadonlyMap<Permission, ReadonlySet<string>>
  /** Proved in this session by a code; a token's maker proved it when the token was made. */
  hasSecondFactor: boolean
  /** What was shown at the door: a browser's session, or another system's token. */
  via: { kind: 'session'; sessionId: string } | { kind: 'token'; tokenId: string }
}
export type Citizen = {
  kind: 'citizen'
  /** Ours, and tells nothing about who it is. */
  id: string
  /** Known to Zalo, or only as the device that was here before, which may do less; or as somebody we chat with. */
  via: 'zalo' | 'device' | 'chat'
  sessionId: string
}
/** Whoever holds the token of one paper, and may do nothing but write on it and hand it in. */
export type Taker = { kind: 'taker'; attemptId: string; roundId: string; deadlineMs: number; questions: number }
export type Actor = Anyone | System | Staff | Citizen | Taker

/** What a use case is given: who asks, how to read, how to change, and the clock. */
export type Ctx<A extends Actor = Actor> = {
  actor: A
  db: Db
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  now: () => Date
  /** For what is measured in minutes and disputed afterwards: goes on evenly when the wall clock is set. */
  steady: SteadyClock
  newId: () => string
  search: SearchClient
  misses: MissCounter
  /** Passwords, codes and sessions of staff. */
  credentials: Credentials
  zalo: Zalo
  /** The ways of talking with people that are set. */
  channels: Partial<Record<ChannelName, Channel>>
  /** A picture or file somebody sent in a chat, from Zalo's address. */
  fetchMedia: FetchMedia
  /** Seals and opens what citizens tell of themselves. */
  sealing: Sealing
  /** Files citizens send along. */
  attachments: Attachments
  /** Writes down what people do on their papers. */
  recorder: Recorder
  /** How one citizen's data is erased and told, and who has been erased. */
  privacy: { data: PersonalData[]; erasures: ErasureLedger }
  app: { version: string; publicUrl: string; miniAppId: string | null; externalLinks: 'browser' | 'all' }
  /** How many audit rows this request has written: a staff `write` that adds none is refused. */
  trail: { rows: number }
  /** The clock's jobs: how each went last, and starting one by hand. */
  clock: () => Clock
  /** Tells the kept public replies that what they say has changed; after the `write` that changed it. */
  contentChanged: () => void
}
