import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Sqlite from 'libsql'
import { startServerProcess } from '../test/chaos/server-process.ts'
import { openBrowser, PASSWORD } from '../test/world/staff.ts'
import { makeOfficer } from './officer.ts'

/**
 * `npm run bench:feedback`: five thousand reports sent in a rush by two hundred clients while staff work: none lost,
 * none double, nothing but answers, and each soon. The server and the clients are processes of their own.
 */
const CLIENTS = 200
const EXPECTED = 5_000
const P99_MS = 1_000
const LOAD = fileURLToPath(new URL('./feedback-load.ts', import.meta.url))

type Loaded = {
  seconds: number
  p50: number
  p99: number
  worst: number
  asked: number
  refused: Record<string, number>
  differing: number
  codes: string[]
}

const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-feedback-'))
const { email } = await makeOfficer(folder)
const server = await startServerProcess(folder, { TRUST_PROXY: 'yes' })
await server.ready
const officer = openBrowser(server.url)
await officer.post('/admin/api/session', { email, password: PASSWORD })

let isRunning = true
const working = work()
const run = promisify(execFile)
const args = ['--import', 'tsx', LOAD, server.url, String(CLIENTS)]
const { stdout } = await run(process.execPath, args, { maxBuffer: 10_000_000 })
isRunning = false
const staff = await working
const loaded: Loaded = JSON.parse(stdout)
server.kill('SIGTERM')
await server.ended
const kept = count(join(folder, 'cchc.db'))
rmSync(folder, { recursive: true, force: true })

let isBroken = false
const { seconds, p50, p99, worst, asked } = loaded
console.log(`load average ${loadavg()[0]?.toFixed(1)}; ${(asked / seconds).toFixed(0)} answers a second`)
say(
  `p99 ${p99.toFixed(0)} ms (limit ${P99_MS}), half within ${p50.toFixed(0)}, the slowest ${worst.toFixed(0)}`,
  p99 < P99_MS,
)
say(`refused: ${JSON.stringify(loaded.refused)}`, Object.keys(loaded.refused).length === 0)
say(`${loaded.codes.length} acknowledged, ${new Set(loaded.codes).size} different`, loaded.codes.length === EXPECTED)
say(
  `${kept.lost(loaded.codes)} lost, ${kept.reports - EXPECTED} double, ${loaded.differing} told otherwise the second time`,
  kept.lost(loaded.codes) === 0 && kept.reports === EXPECTED && loaded.differing === 0,
)
say(
  `without contact, history, clock, audit or notice: ${JSON.stringify(kept.without)}`,
  kept.without.every((missing) => missing === 0),
)
say(
  `staff meanwhile: ${staff.steps} steps, ${staff.failed} failed, p95 ${staff.p95.toFixed(0)} ms`,
  staff.failed === 0 && staff.steps > 0,
)
process.exitCode = isBroken ? 1 : 0

/** One officer takes what comes in and begins with it, over and over. */
async function work() {
  const times: number[] = []
  let [steps, failed] = [0, 0]
  while (isRunning) {
    const list = await timed(() =>
      officer.get<{ items: { id: string; version: number }[] }>('/admin/api/reports?state=received'),
    )
    const [row] = list.body.items
    if (row === undefined) continue
    let { version } = row
    for (const step of ['assign', 'begin']) {
      const taken = await timed(() =>
        officer.post<{ version: number }>(
          `/admin/api/reports/${row.id}/steps/${step}`,
          {},
          { 'if-match': `"${version}"` },
        ),
      )
      version = taken.body.version
      steps += 1
      failed += taken.status === 200 ? 0 : 1
    }
  }
  return { steps, failed, p95: times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0 }

  async function timed<T>(ask: () => Promise<T>) {
    const askedAt = performance.now()
    const answer = await ask()
    times.push(performance.now() - askedAt)
    return answer
  }
}

/** What the file holds, counted by a process that has not written it. */
function count(file: string) {
  const database = new Sqlite(file)
  const column = (sql: string) => (database.prepare(sql).raw(true).all() as unknown[][]).map(([value]) => value)
  const known = new Set(column('SELECT code FROM reports'))
  const missing = [
    'NOT EXISTS (SELECT 1 FROM report_contacts WHERE report_id = r.id)',
    "1 <> (SELECT count(*) FROM report_events WHERE report_id = r.id AND kind = 'sent')",
    'NOT EXISTS (SELECT 1 FROM report_clocks WHERE report_id = r.id AND number = 1)',
    "1 <> (SELECT count(*) FROM audit_entries WHERE subject_id = r.id AND action = 'report.receive')",
    `1 <> (SELECT count(*) FROM outbox_messages AS o JOIN inbox_messages AS i ON i.id = o.id
       WHERE o.dedupe_key = 'report_received ' || r.id AND o.state = 'sent' AND i.citizen_id = r.citizen_id)`,
  ]
  const without = missing.map((is) => Number(column(`SELECT count(*) FROM reports AS r WHERE ${is}`)[0]))
  database.close()
  return { reports: known.size, lost: (codes: string[]) => codes.filter((code) => !known.has(code)).length, without }
}

function say(line: string, holds: boolean) {
  isBroken ||= !holds
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${line}`)
}
