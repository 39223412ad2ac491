import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { LocalConnection } from '../../server/db/local-connection.ts'
import { migrateDatabase } from '../../server/db/migrations.ts'

const OURS = join(import.meta.dirname, '../../drizzle')
const JOURNAL = 'meta/_journal.json'

/** The generated migration would have asked the old table for columns that only the new one has. */
test('what staff were told before reports came is still there after them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-notices-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const before = join(folder, 'drizzle')
  cpSync(OURS, before, { recursive: true })
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(join(before, JOURNAL), 'utf8'))
  const entries = journal.entries.filter(({ tag }) => tag < '0003')
  writeFileSync(join(before, JOURNAL), JSON.stringify({ ...journal, entries }))
  const connection = new LocalConnection(join(folder, 'a.db'), 'write')
  await migrateDatabase(connection, folder, before)
  connection.exec('PRAGMA foreign_keys=OFF')
  connection.exec(`INSERT INTO notices (id, staff_id, kind, entry_id, due_on, at)
    VALUES ('one', 'lan', 'review_due', 'hoc-phi', '2026-12-01', '2026-11-23T00:00:00.000Z')`)
  connection.exec(`INSERT INTO staff (id, name, folded_name, email, email_verified, created_at, updated_at)
    VALUES ('lan', 'Lan', 'lan', 'lan@example.vn', 1, 0, 0)`)
  connection.exec(`INSERT INTO content_entries (id, kind, slug, unit_id, created_at)
    VALUES ('hoc-phi', 'article', 'hoc-phi', 'so-gddt', '2026-11-23T00:00:00.000Z')`)
  await migrateDatabase(connection, folder)
  const kept = connection.rows('SELECT id, staff_id, entry_id, report_id, round, due_on FROM notices')
  expect(kept).toEqual([['one', 'lan', 'hoc-phi', null, null, '2026-12-01']])
  connection.close()
})
