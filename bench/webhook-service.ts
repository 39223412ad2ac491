import { pino } from 'pino'
import { readConfig } from '../server/config.ts'
import { newId } from '../server/new-id.ts'
import { startService } from '../server/start.ts'
import { signInStaff } from '../test/world/staff.ts'

/**
 * The service in a process of its own, its webhook in another; told to be busy it makes one backup after another, and
 * exports of a long table.
 */
const EXPORTED = { rows: 5_000, columns: 8 }
const PAUSE_MS = 5_000

const service = await startService({
  config: readConfig({ ...process.env, PORT: '0', WEBHOOK_PORT: '0', NODE_ENV: 'test', TRUST_PROXY: 'yes' }),
  log: pino({ level: 'warn' }),
  now: () => new Date(),
  newId: () => newId(Date.now()),
  version: 'bench',
  contentDir: new URL('../content', import.meta.url).pathname,
  webDir: 'none',
  webhook: 'process',
  say: () => {},
})

let isBusy = true
const done = { backups: 0, exports: 0 }
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))

async function copy() {
  while (isBusy) {
    await service.runJob('backup')
    done.backups += 1
    await pause()
  }
}

async function exportTables() {
  const officer = await signInStaff(service)
  const columns = Array.from({ length: EXPORTED.columns }, (_, at) => `Cột ${at}`)
  const rows = Array.from({ length: EXPORTED.rows }, (_, row) => columns.map((name) => `${name} của dòng ${row}`))
  while (isBusy) {
    const { status } = await officer.post('/admin/api/exports', { name: 'Bảng', fileName: 'bang', columns, rows })
    if (status === 200) done.exports += 1
    await pause()
  }
}

async function countLeft() {
  const count = async (sql: string) => (await service.ctx.db.values<[number]>(sql))[0]?.[0] ?? 0
  return {
    events: await count("SELECT count(*) FROM chat_events WHERE state = 'waiting'"),
    heard: await count('SELECT count(*) FROM chat_events'),
    messages: await count("SELECT count(*) FROM chat_outgoing WHERE state IN ('waiting', 'sending', 'unknown')"),
  }
}

process.on('message', async (message) => {
  if (message === 'busy') void Promise.all([copy(), exportTables()])
  if (message === 'calm') isBusy = false
  if (message === 'left') process.send?.({ ...(await countLeft()), ...done })
  if (message === 'stop') void service.stop().then(() => process.exit(0))
})
process.send?.({ port: service.port, webhookPort: service.webhook?.port })
