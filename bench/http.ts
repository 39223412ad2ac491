import { type ChildProcess, execFile, fork, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import { loadContent } from '../server/content/load-content.ts'
import { openDatabase } from '../server/db/database.ts'
import { newId } from '../server/new-id.ts'

/**
 * `npm run bench:http`: requests answered per CPU-second of the server, ours and its peers in turns in one run.
 * Wall time depends on what else the machine does; CPU time of one process hardly does.
 */
const ROUNDS = 5
const SECONDS = 3
const CONNECTIONS = 64
const LIST = '/api/procedures?level=institution&audience=student'

const run = promisify(execFile)
const hasWrk = spawnSync('wrk', ['-v']).error === undefined
if (!hasWrk)
  console.log('wrk is not installed: autocannon is slower than the server, so lists look dearer than they are')

type Server = { process: ChildProcess; port: number }
type Variant = { name: string; server: Server; path: string; headers: Record<string, string> }

const folder = mkdtempSync(join(tmpdir(), 'cchc-http-'))
const database = await openDatabase({ file: join(folder, 'cchc.db'), backupDir: folder, now: () => new Date() })
await loadContent(
  { write: database.write, now: () => new Date(), newId: () => newId(Date.now()) },
  new URL('../content', import.meta.url).pathname,
)
await database.close()

const servers = {
  hello: await start('hello'),
  ours: await start('ours'),
  point: await start('point read'),
  built: await start('point read, query built each time'),
}
const list = await fetch(`http://127.0.0.1:${servers.ours.port}${LIST}`, { headers: { 'accept-encoding': 'identity' } })
const bytes = (await list.arrayBuffer()).byteLength
const etag = list.headers.get('etag') ?? ''
const hello: Variant = { name: 'bare Hono "hello"', server: servers.hello, path: '/', headers: {} }
const full: Variant = {
  name: `published list, ${(bytes / 1_000).toFixed(1)} kB`,
  server: servers.ours,
  path: LIST,
  headers: {},
}
const unchanged: Variant = {
  name: 'published list, 304',
  server: servers.ours,
  path: LIST,
  headers: { 'if-none-match': etag },
}
const point: Variant = { name: 'point read through the database', server: servers.point, path: '/', headers: {} }
const built: Variant = {
  name: 'the same, drizzle building it over @libsql/client',
  server: servers.built,
  path: '/',
  headers: {},
}
const variants = [hello, full, unchanged, point, built]

const measured = new Map<Variant, number[]>(variants.map((variant) => [variant, []]))
for (const variant of variants) await load(variant, 1)
for (let round = 0; round < ROUNDS; round += 1)
  for (const variant of variants) measured.get(variant)?.push(await load(variant, SECONDS))

const median = (variant: Variant) => (measured.get(variant) ?? []).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
for (const variant of variants)
  console.log(`${String(Math.round(median(variant))).padStart(7)} requests per CPU-second  ${variant.name}`)
const held = [
  check('list / hello', median(full) / median(hello), 0.75),
  check('304 / hello', median(unchanged) / median(hello), 0.9),
  check('point read / query built each time', median(point) / median(built), 3),
].every(Boolean)
for (const { process: child } of Object.values(servers)) child.kill('SIGKILL')
rmSync(folder, { recursive: true, force: true })
console.log(held ? 'holds' : 'does not hold')
process.exitCode = held ? 0 : 1

function check(name: string, ratio: number, least: number) {
  console.log(`${name}: ${ratio.toFixed(2)} (at least ${least})`)
  return ratio >= least
}

function start(kind: string): Promise<Server> {
  const child = fork(new URL('./http-server.ts', import.meta.url), [kind, folder], { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve) =>
    child.once('message', (message: { port: number }) => resolve({ process: child, port: message.port })),
  )
}

async function load({ server, path, headers }: Variant, seconds: number): Promise<number> {
  const before = await cost(server)
  const answered = await send(`http://127.0.0.1:${server.port}${path}`, headers, seconds)
  const after = await cost(server)
  return answered / (after - before)
}

/** Requests answered. A client slower than the server leaves it idle between requests, which makes each dearer. */
async function send(url: string, headers: Record<string, string>, seconds: number): Promise<number> {
  if (!hasWrk) {
    const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds })
    if (result.errors > 0 || result['5xx'] > 0) throw new Error(`${url} failed under load`)
    return result.requests.total
  }
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const { stdout } = await run('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, ...given, url])
  if (/Socket errors|Non-2xx/.test(stdout)) throw new Error(`${url} failed under load`)
  return Number(/(\d+) requests in/.exec(stdout)?.[1])
}

/** CPU seconds the server has used so far. */
function cost({ process: child }: Server): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', ({ cost: { user, system } }: { cost: NodeJS.CpuUsage }) => resolve((user + system) / 1e6))
    child.send('cost')
  })
}
