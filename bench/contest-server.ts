import { pino } from 'pino'
import { readConfig } from '../server/config.ts'
import { newId } from '../server/new-id.ts'
import { startService } from '../server/start.ts'
import { standIns } from './contest-control.ts'

/** The service in a process of its own, with the database or (`control`) with a memory in its place. */
const [kind = '', dataDir = ''] = process.argv.slice(2)

const service = await startService({
  config: readConfig({
    ...process.env,
    DATA_DIR: dataDir,
    PORT: '0',
    WEBHOOK_PORT: '0',
    NODE_ENV: 'test',
    TRUST_PROXY: 'yes',
  }),
  log: pino({ level: 'info' }),
  now: () => new Date(),
  newId: () => newId(Date.now()),
  version: 'bench',
  contentDir: new URL('../content', import.meta.url).pathname,
  webDir: 'none',
  adminDir: 'none',
  webhook: 'process',
  ...(kind === 'control' ? { standIns: await standIns(dataDir) } : {}),
  say: () => {},
})

process.on('message', (message) => {
  if (message === 'cost') process.send?.({ cost: process.cpuUsage(), rss: process.memoryUsage.rss() })
  if (message === 'stop') void service.stop().then(() => process.exit(0))
})
process.send?.({ port: service.port, webhookPort: service.webhook?.port })
