import { spawn } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import Sqlite from 'libsql'
import { LocalConnection } from '../../server/db/local-connection.ts'
import { migrateDatabase } from '../../server/db/migrations.ts'
import { seededRandom } from './seeded-random.ts'

export type MigrationFigures = {
  kills: number
  untouched: number
  applied: number
  halfApplied: number
  orphans: number
  withoutCopy: number
}

const OURS = readMigrationFiles({ migrationsFolder: join(import.meta.dirname, '../../drizzle') })
const STEPS = 40
const ROWS_A_STEP = 4_000
const LONGEST_BEFORE_KILL_MS = 120

/** A release's migration killed at moments drawn from `seed`: it must be there whole or not at all. */
export async function killMigrations({ kills, seed, mutant = '' }: { kills: number; seed: number; mutant?: string }) {
  const random = seededRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'cchc-migrate-'))
  const before = join(folder, 'before.db')
  await makeDatabaseWithRows(before, folder)
  const migrations = addRelease(folder)
  const figures: MigrationFigures = { kills, untouched: 0, applied: 0, halfApplied: 0, orphans: 0, withoutCopy: 0 }
  for (let at = 0; at < kills; at += 1) {
    const backups = join(folder, `backups-${at}`)
    const file = join(folder, `run-${at}.db`)
    copyFileSync(before, file)
    await killMigrator([file, backups, migrations, mutant], random() * LONGEST_BEFORE_KILL_MS)
    const { tables, isRecorded, orphans } = inspect(file)
    if (tables === 0 && !isRecorded) figures.untouched += 1
    else if (tables === STEPS && isRecorded) figures.applied += 1
    else figures.halfApplied += 1
    figures.orphans += orphans
    if (tables > 0 && !hasCopy(backups)) figures.withoutCopy += 1
  }
  rmSync(folder, { recursive: true, force: true })
  return figures
}

async function makeDatabaseWithRows(file: string, folder: string) {
  const connection = new LocalConnection(file, 'write')
  await migrateDatabase(connection, folder)
  connection.exec("INSERT INTO search_misses (day, query, count) VALUES ('2026-01-01', 'a', 1)")
  connection.foldLog()
  connection.close()
}

/** Our migrations and one more, long enough to be killed in the middle of. */
function addRelease(folder: string) {
  const migrations = join(folder, 'drizzle')
  cpSync(join(import.meta.dirname, '../../drizzle'), migrations, { recursive: true })
  const journalFile = join(migrations, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(journalFile, 'utf8'))
  const newest = journal.entries.at(-1)
  journal.entries.push({ ...newest, idx: newest.idx + 1, when: newest.when + 1_000, tag: '9999_release' })
  writeFileSync(journalFile, JSON.stringify(journal))
  const steps = Array.from({ length: STEPS }, (_, step) => [
    `CREATE TABLE release_${step} (id integer PRIMARY KEY, note text NOT NULL)`,
    `INSERT INTO release_${step} (note) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS_A_STEP}) SELECT hex(i) FROM n`,
  ])
  writeFileSync(join(migrations, '9999_release.sql'), steps.flat().join(';--> statement-breakpoint\n'))
  return migrations
}

function killMigrator(args: string[], afterMs: number) {
  return new Promise<void>((resolve) => {
    const script = join(import.meta.dirname, 'migrator.ts')
    const migrator = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    migrator.stdout.once('data', () => setTimeout(() => migrator.kill('SIGKILL'), afterMs))
    migrator.on('close', () => resolve())
  })
}

function inspect(file: string) {
  const database = new Sqlite(file)
  const all = (sql: string) => database.prepare(sql).raw(true).all([]) as unknown[][]
  const tables = all("SELECT name FROM sqlite_master WHERE name LIKE 'release_%'").length
  const isRecorded = all('SELECT id FROM __drizzle_migrations').length > OURS.length
  const orphans = all('PRAGMA foreign_key_check').length
  database.close()
  return { tables, isRecorded, orphans }
}

function hasCopy(backups: string) {
  const [copy] = existsSync(backups) ? readdirSync(backups) : []
  if (copy === undefined) return false
  const database = new Sqlite(join(backups, copy))
  const [verdict] = database.prepare('PRAGMA integrity_check').raw(true).all([]) as unknown[][]
  database.close()
  return verdict?.[0] === 'ok'
}
