import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { LocalConnection } from '../server/db/local-connection.ts'
import { startSimulator } from '../simulator/start.ts'
import { auditAnswers } from './webhook-audit.ts'

/**
 * `npm run bench:webhook`: so many of Zalo's events a second on fresh connections, while a backup, an export and a rush
 * of people on the public API run; then, when all is quiet, whether every event was answered exactly once and each
 * person in order, by what the pretended Zalo has on its phones. `-- --seconds 10 --rate 100` tries it quickly.
 */
const LIMITS = { p99Ms: 200, maxMs: 1_000 }
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '500' },
    people: { type: 'string', default: '2000' },
    chatters: { type: 'string', default: '3000' },
    'drain-minutes': { type: 'string', default: '15' },
  },
})
const wish = { rate: Number(values.rate), seconds: Number(values.seconds), chatters: Number(values.chatters) }
export type Load = typeof wish & { port: number; account: { appId: string; oaId: string; secretKey: string } }
type Left = { events: number; heard: number; messages: number; backups: number; exports: number }

const NO_LIMIT = 10_000_000
const LOOK_EVERY_MS = 2_000
const WITH_TSX = ['--import', import.meta.resolve('tsx')]
const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

let isBroken = false
const folder = mkdtempSync(join(tmpdir(), 'cchc-webhook-'))
const zalo = await startSimulator({
  port: 0,
  apps: [{ id: '1000', secret: 'the secret of the Zalo App' }],
  account: { echoes: false, receipts: false, freeReplies: null, callsPerMinute: NO_LIMIT },
})
const { appId, oaId, secretKey } = zalo.oa.settings
for (let at = 0; at < wish.chatters; at += 1) meet(at)

const service = await startTheService()
const load = { ...wish, port: service.webhookPort, account: { appId, oaId, secretKey } }
service.process.send('busy')
const people = run('./webhook-people.ts', [String(service.port), values.people, String(wish.seconds)])
const sending = run('./webhook-load.ts', [JSON.stringify(load)])
const sent = await sending.told<{ timesMs: number[]; otherwise: Record<string, number>; seconds: number }>()
const visited = await people.told<{ outcomes: Record<string, number> }>()
service.process.send('calm')

const total = wish.rate * wish.seconds
const sorted = sent.timesMs.sort((one, other) => one - other)
const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
say(
  `${total} events in ${sent.seconds.toFixed(1)} s, not 200: ${JSON.stringify(sent.otherwise)}`,
  isEmpty(sent.otherwise),
)
say(`p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (under ${LIMITS.p99Ms})`, at(0.99) < LIMITS.p99Ms)
say(`slowest ${at(1)} ms (under ${LIMITS.maxMs})`, at(1) < LIMITS.maxMs)
const busy = await askLeft()
say(`meanwhile ${busy.backups} backups, ${busy.exports} exports`, busy.backups > 0 && busy.exports > 0)
console.log(`       ${values.people} people meanwhile: ${JSON.stringify(visited.outcomes)}`)

const drainedIn = await untilQuiet()
say(`all answered ${drainedIn.toFixed(0)} s after the last event`, Number.isFinite(drainedIn))
service.process.send('stop')
await service.ended
const database = new LocalConnection(join(folder, 'cchc.db'), 'read')
const audit = auditAnswers({ database, lines: zalo.oa.lines(), chatters: wish.chatters, total })
database.close()
say(
  `events never answered: ${audit.unanswered}, answers that are nowhere on a phone: ${audit.missing}`,
  audit.unanswered + audit.missing === 0,
)
say(`answers twice on a phone: ${audit.twice}, of nobody’s asking: ${audit.strange}`, audit.twice + audit.strange === 0)
say(`people answered in another order: ${audit.disordered}`, audit.disordered === 0)
await zalo.stop()
rmSync(folder, { recursive: true, force: true })
process.exitCode = isBroken ? 1 : 0

function meet(chatter: number) {
  const oaUserId = String(7_000_000_000_000 + chatter)
  const phone = `849${String(chatter).padStart(8, '0')}`
  zalo.state.addPerson({ id: String(4_000_000_000_000 + chatter), name: `Người ${chatter}`, phone, oaUserId })
  const person = zalo.oa.find(oaUserId)
  if (person) zalo.oa.interact(person)
}

async function startTheService() {
  const pair = zalo.tokens.issue()
  const env = {
    ...{ DATA_DIR: folder, ZALO_APP_ID: appId, ZALO_APP_SECRET: zalo.oa.settings.appSecret },
    ...{ ZALO_OA_ID: oaId, ZALO_OA_SECRET_KEY: secretKey, ZALO_OA_URL: zalo.url, ZALO_OAUTH_URL: zalo.url },
    ...{ ZALO_OA_ACCESS_TOKEN: pair.access_token, ZALO_OA_REFRESH_TOKEN: pair.refresh_token },
    ...{ ZALO_OA_RATE: String(NO_LIMIT), ZALO_GRAPH_URL: zalo.url },
  }
  const child = run('./webhook-service.ts', [], env)
  const { port, webhookPort } = await child.told<{ port: number; webhookPort: number }>()
  return { ...child, port, webhookPort }
}

/** How long it took, s; endless when something was still waiting at the end of our patience. */
async function untilQuiet() {
  const startedAt = performance.now()
  const patienceMs = Number(values['drain-minutes']) * 60_000
  while (performance.now() - startedAt < patienceMs) {
    const { events, heard, messages } = await askLeft()
    if (heard >= total && events === 0 && messages === 0) return (performance.now() - startedAt) / 1_000
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  console.log(`       still waiting: ${JSON.stringify(await askLeft())}`)
  return Number.POSITIVE_INFINITY
}

function askLeft() {
  service.process.send('left')
  return service.told<Left>()
}

function run(file: string, args: string[], env: Record<string, string> = {}) {
  const child: ChildProcess = fork(pathOf(file), args, { execArgv: WITH_TSX, env: { ...process.env, ...env } })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const broken = ended.then(() => Promise.reject(new Error(`${file} ended early`)))
  broken.catch(() => {})
  const next = <T>() => new Promise<T>((resolve) => child.once('message', (message) => resolve(message as T)))
  const told = <T>(): Promise<T> => Promise.race([next<T>(), broken])
  return { process: child, ended, told }
}

function isEmpty(counts: Record<string, number>) {
  return Object.keys(counts).length === 0
}

function say(line: string, holds: boolean) {
  isBroken ||= !holds
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${line}`)
}
