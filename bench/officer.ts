import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../server/config.ts'
import { newId } from '../server/new-id.ts'
import { startService } from '../server/start.ts'
import { makeStaff } from '../test/world/staff.ts'

/** Fills a new data folder and puts one officer in it, who signs in with the password of tests. */
export async function makeOfficer(dataDir: string) {
  const service = await startService({
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
  const officer = await makeStaff(service, { role: 'feedback_officer', secondFactor: false })
  await service.stop()
  return officer
}
