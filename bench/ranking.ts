import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { showOwnRank, showResults } from '../server/contests/results.usecases.ts'
import type { Citizen, Ctx } from '../server/ctx.ts'
import { LocalConnection } from '../server/db/local-connection.ts'
import { seededRandom } from '../test/chaos/seeded-random.ts'
import { openWatched } from '../test/feedback/inbox-cases.ts'
import { ATTEMPTS_EACH, SLUG } from './ranking-fill.ts'
import { startForRanking } from './ranking-service.ts'

/**
 * `npm run bench:ranking -- [people]`: a million attempts of a hundred thousand people, one round of them ranked by the
 * clock's job while the service answers; then the rank of one person after another, and the plans of what was asked.
 */
const PEOPLE = Number(process.argv[2] ?? 100_000)
const ASKED = 400
const LIMITS = { recomputeMs: 10_000, memoryMb: 500, ownMs: 20, pauseMs: 500 }
const MB = 1_048_576
/** Tables that grow with the people of contests. */
const LARGE = /^SCAN (contest_attempts|contest_entries|result_rows|contest_certificates|contest_events)\b/
const FILL = join(import.meta.dirname, 'ranking-fill.ts')

const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-ranking-'))
const dataDir = join(folder, 'data')
mkdirSync(dataDir)
const file = join(dataDir, 'cchc.db')
// In a process of its own, so that what filling held does not count.
const fill = spawnSync(process.execPath, ['--import', 'tsx', FILL, dataDir, String(PEOPLE)], { stdio: 'inherit' })
if (fill.status !== 0) throw new Error('filling has failed')
const service = await startForRanking(dataDir)
let isBroken = false
console.log(`load average ${loadavg()[0]?.toFixed(1)}; ${PEOPLE * ATTEMPTS_EACH} attempts of ${PEOPLE} people`)

const heldBefore = process.memoryUsage.rss() / MB
const seen = watchLoop()
const [began, before] = [performance.now(), process.cpuUsage()]
await service.runJob('contests.results')
const [took, used] = [performance.now() - began, usedMs(before)]
const { worstPauseMs, mostMb } = seen()
say(
  `everybody ranked again: ${seconds(used)} of the processor, ${seconds(took)} by the clock`,
  used < LIMITS.recomputeMs,
)
say(
  `the whole service held ${mostMb.toFixed(0)} MB at the most, ${heldBefore.toFixed(0)} of them before`,
  mostMb < LIMITS.memoryMb,
)
say(
  `between two turns of the loop at the most ${worstPauseMs.toFixed(0)} ms of the processor`,
  worstPauseMs < LIMITS.pauseMs,
)

const { db, asked, close } = openWatched(file)
const times: number[] = []
const random = seededRandom(3)
for (let at = 0; at < ASKED; at += 1) {
  const id = `citizen-${Math.floor(random() * PEOPLE)}`
  const actor: Citizen = { kind: 'citizen', id, via: 'zalo', sessionId: 'bench' }
  const ctx: Ctx<Citizen> = { ...service.ctx, db, actor }
  const asking = process.cpuUsage()
  const { standing } = await showOwnRank(ctx, SLUG, {})
  times.push(usedMs(asking))
  const above = standing?.above.reduce((sum, { people }) => sum + people, 0)
  if (standing && above !== standing.rank - 1) say(`the trail of ${id} does not add up`, false)
}
await showResults({ ...service.ctx, db }, SLUG, {})
times.sort((one, other) => one - other)
const [median, p99] = [0.5, 0.99].map((share) => times[Math.floor(ASKED * share)] ?? 0)
say(`own result and rank: ${median?.toFixed(1)} ms, ${p99?.toFixed(1)} ms at p99`, (p99 ?? 0) < LIMITS.ownMs)
const scans = findScans()
for (const scan of scans) console.log(scan)
say(`${scans.length} plans go through a whole table of people`, scans.length === 0)
close()
await service.stop()
rmSync(folder, { recursive: true, force: true })
process.exitCode = isBroken ? 1 : 0

/** The most work between two turns of the loop, and the most memory held, from now on. */
function watchLoop() {
  let [last, worstPauseMs, mostMb] = [process.cpuUsage(), 0, 0]
  const timer = setInterval(() => {
    worstPauseMs = Math.max(worstPauseMs, usedMs(last))
    last = process.cpuUsage()
    mostMb = Math.max(mostMb, process.memoryUsage.rss() / MB)
  }, 5)
  return () => {
    clearInterval(timer)
    return { worstPauseMs, mostMb }
  }
}

/** Of the processor: what else runs on the machine does not count. */
function usedMs(before: NodeJS.CpuUsage) {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

function seconds(ms: number) {
  return `${(ms / 1_000).toFixed(1)} s`
}

function findScans() {
  const plain = new LocalConnection(file, 'read')
  const scans = [...asked].flatMap(([sql, args]) =>
    plain
      .rows(`EXPLAIN QUERY PLAN ${sql}`, args)
      .map((row) => String(row[3]))
      .filter((step) => LARGE.test(step))
      .map((step) => `${step} in ${sql}`),
  )
  plain.close()
  return scans
}

function say(line: string, holds: boolean) {
  isBroken ||= !holds
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${line}`)
}
