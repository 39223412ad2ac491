import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { listShares, listTakingPart } from '../server/contests/board.queries.ts'
import { openDatabase } from '../server/db/database.ts'
import { LocalConnection } from '../server/db/local-connection.ts'
import { migrateDatabase } from '../server/db/migrations.ts'

/**
 * `npm run bench:participation -- [entries]`: the participation board of 1,000 units and two blocks while 100,000 people
 * have entered, and who of one unit's list has not taken part.
 */
const ENTRIES = Number(process.argv[2] ?? 100_000)
const [UNITS, ASKED] = [1_000, 12]
/** Of the processor: what it keeps the one process from doing meanwhile. The board is counted at most every five seconds. */
const LIMITS = { boardMs: 250, missingMs: 25 }

const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-participation-'))
const file = join(folder, 'cchc.db')
await fill()
const database = await openDatabase({ file, backupDir: folder, now: () => new Date() })
const { db } = database
const unitIds = Array.from({ length: UNITS }, (_, at) => `u${at + 1}`)
const blocks = [
  { id: 'a', audiences: ['official', 'teacher'] as const },
  { id: 'b', audiences: ['student'] as const },
]
let isBroken = false
console.log(`load average ${loadavg()[0]?.toFixed(1)}; ${ENTRIES} entries, ${UNITS} units`)
const wish = { contestId: 'c', roundId: 'r2', unitIds, blocks, onDate: '2026-12-01' }
const rows = await listShares(db, wish)
say(`${rows.length} rows for ${UNITS} units in two blocks`, rows.length === 2 * UNITS)
say(
  `${rows.reduce((sum, { takenPart }) => sum + takenPart, 0)} people counted`,
  rows.reduce((sum, { takenPart }) => sum + takenPart, 0) === ENTRIES / 2,
)
await measure('the board', LIMITS.boardMs, () => listShares(db, wish))
await measure('who is missing', LIMITS.missingMs, () =>
  listTakingPart(db, { contestId: 'c', unitId: 'u7', roundId: 'r2' }),
)
await database.close()
rmSync(folder, { recursive: true, force: true })
process.exitCode = isBroken ? 1 : 0

async function measure(name: string, limit: number, ask: () => Promise<unknown>) {
  const times: number[] = []
  for (let at = 0; at < ASKED; at += 1) {
    const begun = process.cpuUsage()
    await ask()
    const { user, system } = process.cpuUsage(begun)
    times.push((user + system) / 1_000)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const [median = 0, worst = 0] = [sorted[ASKED / 2], sorted.at(-1)]
  say(
    `${name}: ${median.toFixed(1)} ms, at worst ${worst.toFixed(1)} ms (limit ${limit} ms in the middle)`,
    median < limit,
  )
}

function say(line: string, holds: boolean) {
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${line}`)
  if (!holds) isBroken = true
}

/** Straight into a file with the real tables: every second entrant has begun a paper of the second round. */
async function fill() {
  const writer = new LocalConnection(file, 'write')
  await migrateDatabase(writer, folder)
  const numbers = (count: number) =>
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`
  const at = "'2026-11-30T00:00:00.000Z'"
  writer.exec(`INSERT INTO contests (id, slug, unit_id, state, settings, name, draw_seed, authors, created_at, updated_at, version)
    VALUES ('c', 'c', 'u1', 'scheduled', '{}', 'c', '', '[]', ${at}, ${at}, 1)`)
  for (const number of [1, 2])
    writer.exec(`INSERT INTO contest_rounds (id, contest_id, number, name, opens_at, closes_at, state, version)
      VALUES ('r${number}', 'c', ${number}, 'r', ${at}, ${at}, 'open', 1)`)
  writer.exec(`INSERT INTO units (id, is_sample, created_at, version)
    ${numbers(UNITS)} SELECT 'u' || i, 0, ${at}, 1 FROM n`)
  for (const audience of ['official', 'teacher', 'student'])
    for (const day of ['2025-07-01', '2026-07-01', '2027-01-01'])
      writer.exec(`INSERT INTO unit_headcounts (unit_id, audience, as_of, count)
        ${numbers(UNITS)} SELECT 'u' || i, '${audience}', '${day}', 100 FROM n`)
  writer.exec(`INSERT INTO contest_entries (id, contest_id, block_id, unit_id, status, age_band, public_name, code_mark, created_at)
    ${numbers(ENTRIES)} SELECT 'e' || i, 'c', iif(i / 2 % 2, 'a', 'b'), 'u' || (1 + i / 4 % ${UNITS}), 'counted', 'adult', 'N', 'm' || i, ${at} FROM n`)
  writer.exec(`INSERT INTO contest_members (id, contest_id, unit_id, block_id, code_mark, sealed, is_organiser, added_at)
    ${numbers(ENTRIES)} SELECT 'p' || i, 'c', 'u' || (1 + i / 4 % ${UNITS}), 'a', 'm' || i, 's', 0, ${at} FROM n`)
  for (const [round, step] of [
    ['r1', 1],
    ['r2', 2],
  ])
    writer.exec(`INSERT INTO contest_attempts (id, round_id, entry_id, number, state, started_ms, deadline_ms, paper, sheet, sheet_seq)
      ${numbers(ENTRIES)} SELECT '${round}a' || i, '${round}', 'e' || i, 1, 'submitted', 0, 0, '0:0123', '', 0 FROM n WHERE i % ${step} = 0`)
  writer.close()
}
