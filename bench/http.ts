import { type ChildProcess, execFile, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
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
const LOAD = fileURLToPath(new URL('./http-load.ts', import.meta.url))

type Server = { process: ChildProcess; port: number }
type Headers = Record<string, string>
type Variant = {
  name: string
  server: Server
  path: string
  headers: Headers
  status: number
  bytes: number
  etag: string
}

const folder = mkdtempSync(join(tmpdir(), 'cchc-http-'))
const database = await openDatabase({ file: join(folder, 'cchc.db'), backupDir: folder, now: () => new Date() })
await loadContent(
  { db: database.db, write: database.write, now: () => new Date(), newId: () => newId(Date.now()) },
  new URL('../content', import.meta.url).pathname,
)
await database.close()

const servers = {
  hello: await start('hello'),
  ours: await start('ours'),
  point: await start('point read'),
  built: await start('point read, query built each time'),
}
const hello = await describe('bare Hono "hello"', servers.hello, '/')
const full = await describe('published list', servers.ours, LIST)
const unchanged = await describe('published list, unchanged', servers.ours, LIST, { 'if-none-match': full.etag })
const point = await describe('point read through the database', servers.point, '/')
const built = await describe('the same, drizzle building it over @libsql/client', servers.built, '/')
const variants = [hello, full, unchanged, point, built]

const measured = new Map<Variant, number[]>(variants.map((variant) => [variant, []]))
for (const variant of variants) await load(variant, 1)
for (let round = 0; round < ROUNDS; round += 1)
  for (const variant of variants) measured.get(variant)?.push(await load(variant, SECONDS))

const median = (variant: Variant) => (measured.get(variant) ?? []).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
for (const variant of variants)
  console.log(
    `${String(Math.round(median(variant))).padStart(7)} requests per CPU-second  ${variant.name}, ${variant.status}, ${(variant.bytes / 1_000).toFixed(1)} kB`,
  )
const held = [
  check('list / hello', median(full) / median(hello), 0.75),
  check('304 / hello', median(unchanged) / median(hello), 0.9),
  check('point read / query built each time', median(point) / median(built), 3),
].every(Boolean)
for (const { process: child } of Object.values(servers)) child.kill('SIGKILL')
rmSync(folder, { recursive: true, force: true })
console.log(held ? 'holds' : 'does not hold')
process.exitCode = held ? 0 : 1

/** Asks once, to know what every answer must look like. */
async function describe(name: string, server: Server, path: string, headers: Headers = {}): Promise<Variant> {
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    headers: { 'accept-encoding': 'identity', ...headers },
  })
  const bytes = (await answer.arrayBuffer()).byteLength
  return { name, server, path, headers, status: answer.status, bytes, etag: answer.headers.get('etag') ?? '' }
}

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

async function load({ server, path, headers, status, bytes }: Variant, seconds: number): Promise<number> {
  const before = await cost(server)
  const given = Object.entries({ host: 'bench', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const request = `GET ${path} HTTP/1.1\r\n${given.join('')}\r\n`
  const args = [LOAD, server.port, request, status, bytes, CONNECTIONS, seconds].map(String)
  const { stdout } = await run(process.execPath, ['--import', 'tsx', ...args])
  const answered = Number(stdout)
  const after = await cost(server)
  return answered / (after - before)
}

/** CPU seconds the server has used so far. */
function cost({ process: child }: Server): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', ({ cost: { user, system } }: { cost: NodeJS.CpuUsage }) => resolve((user + system) / 1e6))
    child.send('cost')
  })
}
