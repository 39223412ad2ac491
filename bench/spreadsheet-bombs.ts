import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../server/errors.ts'
import { readSpreadsheet } from '../server/spreadsheets/read-spreadsheet.ts'
import { BOMBS, cellsOf, workbook } from '../test/spreadsheets/bombs.ts'
import { readers } from '../test/spreadsheets/readers.ts'
import { zip } from '../test/spreadsheets/zip.ts'

/**
 * `node --expose-gc --import tsx bench/spreadsheet-bombs.ts`: what each hostile file costs while it is refused, and
 * what a large honest one costs. Memory is the growth of this process plus the peaks of those it starts.
 */
const LIMITS = { ms: 6_000, grownMb: 150, gapMs: 200 }
const WATCH_MS = 10

type File = { name: string; make: () => Buffer; answer: string }
const HONEST = { name: 'a large honest file', make: () => zip(workbook(cellsOf(9_000_000, 60))), answer: 'read' }
const AT_ONCE: File = { name: 'two of the worst at once', make: () => Buffer.alloc(0), answer: 'spreadsheet.too_slow' }

const server = createServer((_request, response) => response.end('ok')).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

let held = true
for (const { name, make, answer } of [HONEST, ...BOMBS]) await measure(name, answer, [make()])
const worst = BOMBS.filter(({ answer }) => answer === AT_ONCE.answer).map(({ make }) => make())
await measure(AT_ONCE.name, AT_ONCE.answer, worst, LIMITS.grownMb * worst.length)
server.close()
console.log(held ? 'holds' : 'does not hold')
process.exitCode = held ? 0 : 1

async function measure(name: string, expected: string, files: Buffer[], grownLimit = LIMITS.grownMb) {
  const probe = await startProbe()
  global.gc?.()
  const before = process.memoryUsage.rss()
  const peaks = new Map<string, number>()
  let own = before
  const watching = setInterval(() => {
    own = Math.max(own, process.memoryUsage.rss())
    for (const { pid, peak } of readers()) peaks.set(pid, Math.max(peak, peaks.get(pid) ?? 0))
  }, WATCH_MS)
  const started = performance.now()
  const answers = await Promise.all(files.map(answerTo))
  const ms = performance.now() - started
  clearInterval(watching)
  const gap = await stopProbe(probe)
  const grown = (own - before) / 1e6 + [...peaks.values()].reduce((total, peak) => total + peak, 0)
  const isHeld =
    answers.every((answer) => answer === expected) && ms <= LIMITS.ms && grown <= grownLimit && gap <= LIMITS.gapMs
  held &&= isHeld
  const figures = `${ms.toFixed(0).padStart(5)} ms ${grown.toFixed(0).padStart(4)} MB ${gap.toFixed(0).padStart(4)} ms gap`
  console.log(`${isHeld ? ' ' : '✗'} ${figures}  ${name}: ${[...new Set(answers)].join(', ')}`)
}

function answerTo(file: Buffer): Promise<string> {
  return readSpreadsheet(file).then(
    () => 'read',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
}

async function startProbe(): Promise<ChildProcess> {
  const probe = fork(new URL('./http-probe.ts', import.meta.url), [String(port)], { execArgv: ['--import', 'tsx'] })
  await once(probe, 'message')
  return probe
}

async function stopProbe(probe: ChildProcess): Promise<number> {
  probe.send('stop')
  const [answer]: { longest: number }[] = await once(probe, 'message')
  return answer?.longest ?? Number.NaN
}
