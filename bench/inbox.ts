import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { LocalConnection } from '../server/db/local-connection.ts'
import { migrateDatabase } from '../server/db/migrations.ts'
import { readFigures } from '../server/feedback/figures.queries.ts'
import * as inbox from '../server/feedback/inbox.queries.ts'
import { listToExport } from '../server/feedback/report-export.queries.ts'
import { listOwn } from '../server/feedback/reports.queries.ts'
import { reports } from '../server/feedback/reports.table.ts'
import * as upkeep from '../server/feedback/upkeep.queries.ts'
import { newId } from '../server/new-id.ts'
import { seededRandom } from '../test/chaos/seeded-random.ts'
import { inboxCases, openWatched } from '../test/feedback/inbox-cases.ts'
import { makeReport } from '../test/feedback/made-reports.ts'

/**
 * `npm run bench:inbox -- [reports]`: pages of the staff inbox among a million reports of 300 units, each filter alone
 * and with each other, the first page and the fiftieth, for one unit, thirty and all; what citizens and the clock ask;
 * and that no plan goes through all reports.
 */
const MANY = Number(process.argv[2] ?? 1_000_000)
const UNITS = 300
const ASKED = 12
const [PAGE, FIFTIETH] = [51, 49 * 50]
const LIMITS = { pageMs: 50, growthMb: 64 }
const NOW = '2026-11-23T02:00:00.000Z'
const SOON = '2026-11-24T10:00:00.001Z'
const RARE_EVERY = 50_000

const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-inbox-'))
const file = join(folder, 'cchc.db')
const unitIds = Array.from({ length: UNITS }, (_, at) => `don-vi-${at}`)
const categoryIds = Array.from({ length: 12 }, (_, at) => `linh-vuc-${at}`)
await fill()

const { db, findScans, close } = openWatched(file)
const slowest: { name: string; p95: number }[] = []
const cases = inboxCases({
  scopes: { all: unitIds, thirty: unitIds.slice(0, 30), one: unitIds.slice(7, 8), none: ['khong-co'] },
  categories: { common: 'linh-vuc-3', rare: 'hiem', empty: 'khong-co' },
  ...{ officerId: 'officer-5', now: NOW, soon: SOON },
})
const before = process.memoryUsage.rss()
for (const { name, wish } of cases) {
  await measure(`first page, ${name}`, () => inbox.listInbox(db, { ...wish, limit: PAGE }))
  const last = (await inbox.listInbox(db, { ...wish, limit: FIFTIETH })).at(-1)
  if (last === undefined) continue
  const after = { sortKey: last.dueAt ?? '', id: last.id }
  await measure(`a later page, ${name}`, () => inbox.listInbox(db, { ...wish, after, limit: PAGE }))
}
await measure('own list', () => listOwn(db, 'citizen-11', { limit: 31 }))
await measure('late ones', () => upkeep.listToEscalate(db, { now: NOW, limit: 200 }))
await measure('soon due', () => upkeep.listDueSoon(db, { from: NOW, until: SOON, limit: 200 }))
await measure('to close', () => upkeep.listUnreopened(db, { before: NOW, limit: 200 }))
const pages = slowest.sort((one, other) => other.p95 - one.p95)
const grown = (process.memoryUsage.rss() - before) / 1_048_576

let isBroken = false
console.log(`load average ${loadavg()[0]?.toFixed(1)}; ${MANY} reports, ${pages.length} different questions`)
for (const { name, p95 } of pages.slice(0, 8)) say(`${p95.toFixed(1)} ms at p95: ${name}`, p95 < LIMITS.pageMs)
say(`memory grew by ${grown.toFixed(0)} MB (limit ${LIMITS.growthMb})`, grown < LIMITS.growthMb)
const scans = findScans()
for (const scan of scans.slice(0, 5)) console.log(scan)
say(`${scans.length} plans go through all reports`, scans.length === 0)
// What is counted over a whole province grows with it; it is shown here, not limited.
const year = { unitIds, from: '2026-01-01T00:00:00.000Z', until: '2026-12-31T00:00:00.000Z' }
const month = { ...year, from: '2026-10-31T17:00:00.000Z' }
await show('counts of all units', () => inbox.countOpen(db, unitIds))
await show('overdue of all units', () => inbox.countDue(db, unitIds, { until: NOW }))
await show('figures of a month by unit', () => readFigures(db, 'unit', { ...month, now: NOW }))
await show('figures of a year by unit', () => readFigures(db, 'unit', { ...year, now: NOW }))
await show('a page of the export', () => listToExport(db, { ...month, limit: 500 }))
close()
rmSync(folder, { recursive: true, force: true })
process.exitCode = isBroken ? 1 : 0

/** Straight into a file with the real tables, the oldest first. */
async function fill() {
  const connection = new LocalConnection(file, 'write')
  await migrateDatabase(connection, folder)
  for (const pragma of ['synchronous=OFF', 'foreign_keys=OFF', 'cache_size=-300000'])
    connection.exec(`PRAGMA ${pragma}`)
  const casing = new CasingCache('snake_case')
  const columns = Object.entries(getTableColumns(reports)).map(([key, column]) => ({
    ...{ key: key as keyof typeof reports.$inferSelect, name: casing.getColumnCasing(column) },
  }))
  const insert = `INSERT OR IGNORE INTO reports (${columns.map(({ name }) => name).join()}) VALUES (${columns.map(() => '?').join()})`
  const random = seededRandom(4)
  const [start, end] = [Date.parse('2023-01-01'), Date.parse(NOW)]
  for (const [at, id] of [...categoryIds, 'hiem'].entries())
    connection.rows(
      `INSERT INTO feedback_categories (id, name, help, position, limit_days, reopen_days, retention_months, is_active, version)
       VALUES (?, ?, '', ?, 15, 7, 24, 1, 1)`,
      [id, id, at],
    )
  connection.exec('BEGIN')
  for (let at = 0; at < MANY; at += 1) {
    const day = new Date(start + ((end - start) * at) / MANY).toISOString()
    const from = { from: day, until: day }
    const made = { ...makeReport({ random, unitIds, categoryIds, newId, ...from }) }
    // Most of what is old is closed, as in an office that works.
    if (made.isOpen && random() > (at / MANY) ** 8)
      Object.assign(made, { state: 'closed', isOpen: false, firstAnsweredAt: day, firstDueAt: day })
    if (at % RARE_EVERY === 7) made.categoryId = 'hiem'
    const people = { assigneeId: `officer-${Math.floor(random() * 900)}`, citizenId: `citizen-${at % 50_000}` }
    Object.assign(made, people)
    connection.rows(
      insert,
      columns.map(({ key }) => made[key]),
    )
    if (at % 20_000 === 19_999) connection.exec('COMMIT; BEGIN')
  }
  connection.exec('COMMIT')
  connection.foldLog()
  connection.close()
}

async function measure(name: string, ask: () => Promise<unknown>) {
  const times: number[] = []
  for (let at = 0; at < ASKED; at += 1) times.push(await timed(ask))
  slowest.push({ name, p95: times.sort((one, other) => one - other)[Math.floor(ASKED * 0.95)] ?? 0 })
}

async function show(name: string, ask: () => Promise<unknown>) {
  console.log(`       ${name}: ${(await timed(ask)).toFixed(0)} ms`)
}

/** Of the processor, in ms: what else runs on the machine does not count, and reading from the disk hardly takes any. */
async function timed(ask: () => Promise<unknown>) {
  const before = process.cpuUsage()
  await ask()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

function say(line: string, holds: boolean) {
  isBroken ||= !holds
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${line}`)
}
