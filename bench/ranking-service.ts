import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../server/config.ts'
import { newId } from '../server/new-id.ts'
import { startService } from '../server/start.ts'

/** The service by itself, without the apps, on a folder of data. */
export function startForRanking(dataDir: string) {
  return startService({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0', NODE_ENV: 'test' }),
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    newId: () => newId(Date.now()),
    version: 'bench',
    contentDir: join(import.meta.dirname, '../content'),
    webDir: 'none',
    adminDir: 'none',
    say: () => {},
  })
}
