import { type ChildProcess, execFile, fork } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { SLUG } from '../test/contests/made-contest.ts'
import { prepareRush } from '../test/contests/prepare-rush.ts'
import { auditRush, type Promised } from '../test/contests/rush-audit.ts'

/**
 * `npm run bench:contest`: two thousand people who begin a paper in the same minute, keep each of 20 answers and hand
 * it in, while Zalo's events arrive on new connections; then, told without a limit, as many at once and without
 * thinking. Each on our server and on the same one with a memory in the database's place. Server, people and events are processes of their own.
 */
const PEOPLE = 2_000
const QUESTIONS = 20
const RUSH = { windowMs: 20_000, thinkMs: 1_500 }
const ROUNDS = 3
const LIMITS = { p99Ms: 1_000, webhookMs: 1_000, ratio: 0.7 }
const API_KEY = 'signs events in measurements'
const SERVER = fileURLToPath(new URL('./contest-server.ts', import.meta.url))
const LOAD = fileURLToPath(new URL('./contest-load.ts', import.meta.url))
const WEBHOOK = fileURLToPath(new URL('./contest-webhook.ts', import.meta.url))
const WITH_TSX = { execArgv: ['--import', 'tsx'] }

type Spread = { count: number; p50: number; p99: number; worst: number }
type Loaded = {
  seconds: number
  all: Spread
  times: Record<string, Spread>
  refused: Record<string, number>
  differing: number
  told: Promised[]
}
type Server = { process: ChildProcess; port: number; webhookPort: number }

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-contest-'))
const [ours, control] = [join(folder, 'ours'), join(folder, 'control')]
const tokens = await prepareRush(ours, PEOPLE * (ROUNDS + 1))
cpSync(ours, control, { recursive: true })
let isBroken = false

const servers = { ours: await start('ours', ours), control: await start('control', control) }
console.log(`load average ${loadavg()[0]?.toFixed(1)}; ${PEOPLE} people, ${QUESTIONS} answers each`)

const before = await cost(servers.ours)
const events = watchEvents(servers.ours)
const rush = await load(servers.ours, 0, RUSH)
const webhook = await events.stop()
const after = await cost(servers.ours)
const { all, times } = rush
say(
  `in the rush: ${all.count} answers in ${rush.seconds.toFixed(0)} s, p99 ${all.p99} ms (limit ${LIMITS.p99Ms}), half within ${all.p50}, the slowest ${all.worst}`,
  all.p99 <= LIMITS.p99Ms,
)
for (const [kind, spread] of Object.entries(times)) console.log(`       ${kind}: ${JSON.stringify(spread)}`)
say(
  `events of Zalo meanwhile: ${webhook.count} on new connections, the slowest ${webhook.worst} ms (limit ${LIMITS.webhookMs}), p99 ${webhook.p99}, ${webhook.failed} failed`,
  webhook.failed === 0 && webhook.count > 100 && webhook.worst < LIMITS.webhookMs,
)
const controlBefore = await cost(servers.control)
const controlRush = await load(servers.control, 0, RUSH)
const controlAfter = await cost(servers.control)
const perSecond = (spent: number) => PEOPLE / spent
const inRush = (controlAfter.seconds - controlBefore.seconds) / (after.seconds - before.seconds)
say(
  `attempts per CPU-second in the rush: ${perSecond(after.seconds - before.seconds).toFixed(0)}, without a database ${perSecond(controlAfter.seconds - controlBefore.seconds).toFixed(0)}: ${inRush.toFixed(2)} (at least ${LIMITS.ratio})`,
  inRush >= LIMITS.ratio,
)

const costs = { ours: [] as number[], control: [] as number[] }
const told = [...rush.told]
const saturated: Loaded[] = []
for (let round = 1; round <= ROUNDS; round += 1)
  for (const kind of round % 2 === 0 ? (['ours', 'control'] as const) : (['control', 'ours'] as const)) {
    const began = await cost(servers[kind])
    const loaded = await load(servers[kind], round, { windowMs: 0, thinkMs: 0 })
    costs[kind].push((await cost(servers[kind])).seconds - began.seconds)
    if (kind === 'control') continue
    told.push(...loaded.told)
    saturated.push(loaded)
  }
const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
const ratio = median(costs.control) / median(costs.ours)
console.log(
  `       attempts per CPU-second, all at once: ${perSecond(median(costs.ours)).toFixed(0)}, without a database ${perSecond(median(costs.control)).toFixed(0)}: ${ratio.toFixed(2)}`,
)
console.log(
  `       answers all at once: ${JSON.stringify(saturated.map(({ all: { p50, p99, worst }, seconds }) => ({ p50, p99, worst, perSecond: Math.round((PEOPLE * 22) / seconds) })))}`,
)
const { rss } = await cost(servers.ours)
await Promise.all(Object.values(servers).map(stop))

const refused = [rush, controlRush, ...saturated]
  .map((each) => each.refused)
  .filter((each) => Object.keys(each).length > 0)
say(`refused: ${JSON.stringify(refused)}`, refused.length === 0)
const audit = auditRush(join(ours, 'cchc.db'), told)
say(
  `${told.length} people were promised ${told.filter(({ submitted }) => submitted !== null).length} papers; kept ${audit.attempts} in ${audit.commits} commits; ${audit.lost} lost, ${audit.double} double`,
  audit.attempts === told.length &&
    audit.lost === 0 &&
    audit.double === 0 &&
    told.every(({ seq, submitted }) => seq === QUESTIONS && submitted !== null),
)
const differing = [rush, ...saturated].reduce((sum, each) => sum + each.differing, 0)
say(`${differing} told otherwise the second time`, differing === 0)
say(
  `chain of events: ${audit.brokenLink === null ? 'whole' : `broken at ${audit.brokenLink}`}, ${audit.toldOtherwise} attempts told otherwise, ${audit.wronglyMarked} wrongly marked`,
  audit.brokenLink === null && audit.toldOtherwise + audit.wronglyMarked + audit.damaged === 0,
)
console.log(`       memory of the server at the end: ${(rss / 1_048_576).toFixed(0)} MB`)
rmSync(folder, { recursive: true, force: true })
process.exitCode = isBroken ? 1 : 0

function start(kind: string, dataDir: string): Promise<Server> {
  const child = fork(SERVER, [kind, dataDir], {
    execArgv: [...WITH_TSX.execArgv, '--max-semi-space-size=64'],
    env: { ...process.env, ZALO_MINI_APP_API_KEY: API_KEY },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve) =>
    child.once('message', (message: { port: number; webhookPort: number }) => resolve({ process: child, ...message })),
  )
}

function stop({ process: child }: Server) {
  child.send('stop')
  return new Promise<void>((resolve) => child.once('exit', () => resolve()))
}

function cost({ process: child }: Server): Promise<{ seconds: number; rss: number }> {
  return new Promise((resolve) => {
    child.once('message', ({ cost: { user, system }, rss }: { cost: NodeJS.CpuUsage; rss: number }) =>
      resolve({ seconds: (user + system) / 1e6, rss }),
    )
    child.send('cost')
  })
}

async function load({ port }: Server, round: number, { windowMs, thinkMs }: typeof RUSH): Promise<Loaded> {
  const file = join(folder, `tokens-${round}.json`)
  writeFileSync(file, JSON.stringify(tokens.slice(round * PEOPLE, (round + 1) * PEOPLE)))
  const args = ['--import', 'tsx', LOAD, port, file, SLUG, windowMs, thinkMs, round + 1].map(String)
  const { stdout } = await run(process.execPath, args, { maxBuffer: 100_000_000 })
  return JSON.parse(stdout)
}

function watchEvents({ webhookPort }: Server) {
  const child = fork(WEBHOOK, [String(webhookPort), API_KEY], WITH_TSX)
  const told = new Promise<{ timesMs: number[]; failed: number }>((resolve) => child.once('message', resolve))
  return {
    async stop() {
      child.send('stop')
      const { timesMs, failed } = await told
      const sorted = timesMs.sort((a, b) => a - b)
      const p99 = Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0)
      return { count: sorted.length, worst: Math.round(sorted.at(-1) ?? 0), p99, failed }
    },
  }
}

function say(line: string, holds: boolean) {
  isBroken ||= !holds
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${line}`)
}
