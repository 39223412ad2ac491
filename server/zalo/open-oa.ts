import { join } from 'node:path'
import type { Channel } from '../chat/channel.ts'
import type { Config } from '../config.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Sealing } from '../sealing/sealed.ts'
import { createBotChannel } from './bot-channel.ts'
import { createOaClient } from './oa-api.ts'
import { createOaChannel } from './oa-channel.ts'
import { createOaCall } from './oa-client.ts'
import { createOaGrant } from './oa-grant.ts'
import { openTokenJournal } from './oa-token-journal.ts'
import { createOaTokens } from './oa-tokens.ts'
import { createThrottle } from './throttle.ts'

type Surroundings = {
  config: Config
  db: Db
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  now: () => Date
  sealing: Sealing
  chance: () => number
  nextMorning: (now: Date, chance: number) => Date
  alert: (problem: string) => void
  /** Calls under way give up. */
  stopping: AbortSignal
}

/** Where the staff web reads what Zalo's page for grants sends back. */
const CALLBACK = '/admin/kenh-zalo'

/** Everything that goes out to an Official Account; nothing where none is set. */
export function openOa({ config, stopping, nextMorning, chance, ...rest }: Surroundings) {
  const { oa } = config
  if (oa === undefined) return undefined
  const { now } = rest
  const journal = openTokenJournal(join(config.dataDir, 'oa-token.journal'), rest.sealing)
  const throttle = createThrottle({ perMinute: config.callsPerMinute })
  const tokens = createOaTokens({ ...rest, oa, journal, stopping })
  const client = createOaClient(createOaCall({ oa, tokens, throttle, now, stopping }))
  const callback = `${config.publicUrl}${CALLBACK}`
  return {
    client,
    tokens,
    grant: createOaGrant({ oa, tokens, callback, now, onGranted: throttle.resume }),
    channel: createOaChannel({ oa: client, throttle, now, chance, nextMorning }),
  }
}

export function openBot({
  config,
  now,
  chance,
  stopping,
}: Pick<Surroundings, 'config' | 'now' | 'chance' | 'stopping'>): Channel | undefined {
  const throttle = createThrottle({ perMinute: config.callsPerMinute })
  return config.bot && createBotChannel({ bot: config.bot, throttle, now, chance, stopping })
}
