import { join } from 'node:path'
import { pino } from 'pino'
import type { Channel } from '../../server/chat/channel.ts'
import { SENDING_JOB } from '../../server/chat/chat.schemas.ts'
import { sendingJobs } from '../../server/chat/sending.jobs.ts'
import { nextMorning } from '../../server/chat/windows.rules.ts'
import type { Ctx, System } from '../../server/ctx.ts'
import { openDatabase } from '../../server/db/database.ts'
import { newId } from '../../server/new-id.ts'
import { createClock } from '../../server/scheduler/scheduler.ts'
import { createSealing } from '../../server/sealing/sealed.ts'
import { createOaClient } from '../../server/zalo/oa-api.ts'
import { createOaChannel } from '../../server/zalo/oa-channel.ts'
import { createOaCall } from '../../server/zalo/oa-client.ts'
import { openTokenJournal } from '../../server/zalo/oa-token-journal.ts'
import { createOaTokens } from '../../server/zalo/oa-tokens.ts'
import { createThrottle } from '../../server/zalo/throttle.ts'
import { accountOf, CHAOS_KEY, type SenderWish } from './sender-process.ts'

/** The part of the service that sends, in a process of its own that can be killed; nothing else is pretended. */
const { folder, url, mutant, dieAt } = JSON.parse(process.argv[2] ?? '{}') as SenderWish
const now = () => new Date()
const sealing = createSealing([CHAOS_KEY])
const database = await openDatabase({ file: join(folder, 'cchc.db'), backupDir: folder, now })
const die = (point: SenderWish['dieAt']) => {
  if (dieAt === point) process.kill(process.pid, 'SIGKILL')
}

const journal = openTokenJournal(join(folder, 'oa-token.journal'), sealing)
const oa = accountOf(url)
const throttle = createThrottle({ perMinute: 100_000 })
const tokens = createOaTokens({
  ...{ db: database.db, now, sealing, oa, retryAfterMs: 300 },
  async write(work) {
    const result = await database.write(work)
    die('marked')
    return result
  },
  journal: {
    ...journal,
    keep(pair) {
      die('answered')
      journal.keep(pair)
      die('kept')
    },
  },
  alert: (problem) => console.log(`alert ${problem}`),
})
const call = createOaCall({ oa, tokens, throttle, now })
const real = createOaChannel({ oa: createOaClient(call), throttle, now, chance: Math.random, nextMorning })
const ctx = {
  ...{ actor: { kind: 'system' }, db: database.db, write: database.write, now, newId: () => newId(Date.now()) },
  ...{ sealing, channels: { oa: withMistake(real) }, trail: { rows: 0 }, clock: () => clock },
} as unknown as Ctx<System>
const clock: ReturnType<typeof createClock> = createClock(
  sendingJobs({ chance: () => Math.random() / 10, settleAfterMs: 800 }),
  { makeCtx: () => ctx, log: pino({ level: 'silent' }) },
)
setInterval(() => {
  void tokens.keepFresh().then(() => clock.start(SENDING_JOB))
}, 100)
console.log('ready')

/** Mistakes that the checks have to notice. */
function withMistake(channel: Channel): Channel {
  if (mutant === 'believes') {
    const send: Channel['send'] = async (...message) => {
      const sent = await channel.send(...message)
      return sent.outcome === 'unknown' ? { outcome: 'sent', messageId: '', remainingQuota: null } : sent
    }
    return { ...channel, send }
  }
  if (mutant === 'does-not-look') return { ...channel, findSent: async () => [] }
  if (mutant === 'never-gives-up') {
    const send: Channel['send'] = async (...message) => {
      const sent = await channel.send(...message)
      return sent.outcome === 'refused' ? { outcome: 'later', why: sent.why, afterMs: 50, everything: true } : sent
    }
    return { ...channel, send }
  }
  return channel
}
