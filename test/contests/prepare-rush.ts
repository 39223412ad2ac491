import { join } from 'node:path'
import { pino } from 'pino'
import { citizenSessions, citizens } from '../../server/citizens/citizens.table.ts'
import { hashToken, makeToken } from '../../server/citizens/sessions.rules.ts'
import { readConfig } from '../../server/config.ts'
import { contestEntries } from '../../server/contests/contests.table.ts'
import { newId } from '../../server/new-id.ts'
import { startService } from '../../server/start.ts'
import { entryOf, type MadeWish, makeContest } from './made-contest.ts'

/** A data folder with a contest that is open now, and so many people who have entered it and are signed in. */
export async function prepareRush(dataDir: string, people: number, wish: MadeWish = {}): Promise<string[]> {
  const service = await startService({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0', NODE_ENV: 'test' }),
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    newId: () => newId(Date.now()),
    version: 'rush',
    contentDir: join(import.meta.dirname, '../../content'),
    webDir: 'none',
    adminDir: 'none',
    say: () => {},
  })
  const at = new Date()
  const hours = (many: number) => new Date(at.getTime() + many * 3_600_000).toISOString()
  const contest = await makeContest(service.ctx, { opensAt: hours(-1), closesAt: hours(3), ...wish })
  const tokens = Array.from({ length: people }, () => makeToken())
  await service.ctx.write(async (tx) => {
    for (const token of tokens) {
      const id = newId(at.getTime())
      const times = { createdAt: at.toISOString(), lastSeenAt: at.toISOString(), expiresAt: hours(48) }
      await tx.insert(citizens).values({ id, kind: 'zalo', createdAt: times.createdAt })
      await tx
        .insert(citizenSessions)
        .values({ id: newId(at.getTime()), citizenId: id, kind: 'zalo', tokenHash: hashToken(token), ...times })
      await tx.insert(contestEntries).values(entryOf(newId(at.getTime()), contest.id, id))
    }
  })
  await service.stop()
  return tokens
}
