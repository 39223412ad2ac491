import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { CAMPAIGN_SENDS_JOB } from '../../server/campaigns/campaigns.schemas.ts'
import { campaignSends } from '../../server/campaigns/campaigns.table.ts'
import { SENDING_JOB } from '../../server/chat/chat.schemas.ts'
import { chatOutgoing } from '../../server/chat/chat.table.ts'
import { readConfig } from '../../server/config.ts'
import { newId } from '../../server/new-id.ts'
import { startService } from '../../server/start.ts'
import { approveSendFor } from './campaign-rows.ts'

/**
 * The service with one sending of a campaign to so many followers of the simulator: goes on with it until it is sent
 * or this process is killed. The file of the database is made at its first start.
 */
const [folder = '', people = '0', aheadMs = '0'] = process.argv.slice(2)
const now = () => new Date(Date.now() + Number(aheadMs))

mkdirSync(folder, { recursive: true })
const none = join(folder, 'none')
const service = await startService({
  config: readConfig({ ...process.env, DATA_DIR: folder, PORT: '0', WEBHOOK_PORT: '0', NODE_ENV: 'test' }),
  log: pino({ level: 'error' }),
  now,
  newId: () => newId(Date.now()),
  version: '0.0.0-chaos',
  contentDir: join(import.meta.dirname, '../../content'),
  webDir: none,
  adminDir: none,
  links: { ask: async () => ({ outcome: 'failed', problem: 'no_such_host' }), pauseMs: 0 },
  say: () => {},
})
const { ctx } = service
const sendId = await approveSendFor(ctx, Number(people))
console.log('ready')
await service.runJob(CAMPAIGN_SENDS_JOB)
await service.runJob(SENDING_JOB)
await service.runJob(CAMPAIGN_SENDS_JOB)
const [send] = await ctx.db.select().from(campaignSends).where(eq(campaignSends.id, sendId))
const unknown = await ctx.db.$count(chatOutgoing, eq(chatOutgoing.state, 'unknown'))
await service.stop()
console.log(send?.state === 'sent' && unknown === 0 ? 'done' : 'not yet')
process.exit(0)
