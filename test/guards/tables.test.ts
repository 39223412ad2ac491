import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { LocalConnection } from '../../server/db/local-connection.ts'
import { migrateDatabase } from '../../server/db/migrations.ts'
import * as schema from '../../server/db/schema.ts'

// drizzle-kit's API is CommonJS that `import` cannot name.
const { generateSQLiteDrizzleJson, generateSQLiteMigration } = createRequire(import.meta.url)('drizzle-kit/api') as {
  generateSQLiteDrizzleJson: (imports: object, previous?: string, casing?: string) => Promise<object>
  generateSQLiteMigration: (from: object, to: object) => Promise<string[]>
}

const OURS = join(import.meta.dirname, '../../drizzle')

function newFile() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-tables-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { folder, connection: new LocalConnection(join(folder, 'a.db'), 'write') }
}

/** Tables and indexes, without how their text was laid out; triggers are the migrations' own (test/privacy). */
function shapeOf(connection: LocalConnection) {
  return connection
    .rows(
      "SELECT type, name, sql FROM sqlite_master WHERE type <> 'trigger' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%drizzle%' ORDER BY name",
    )
    .map(([type, name, sql]) => `${type} ${name}: ${tidy(String(sql))}`)
}

function tidy(sql: string) {
  return sql
    .replace(/\s+/g, ' ')
    .replace(/"(\w+)"/g, '`$1`')
    .replace(/ ([,)])/g, '$1')
}

async function makeFromTables(tables: object) {
  const { connection } = newFile()
  const empty = await generateSQLiteDrizzleJson({}, undefined, 'snake_case')
  const wanted = await generateSQLiteDrizzleJson(tables, undefined, 'snake_case')
  for (const statement of await generateSQLiteMigration(empty, wanted)) connection.exec(statement)
  return shapeOf(connection)
}

test('the migrations make exactly the tables the code describes', async () => {
  const { folder, connection } = newFile()
  await migrateDatabase(connection, folder)
  const migrated = shapeOf(connection)
  expect(migrated.length).toBeGreaterThan(8)
  expect(migrated).toEqual(await makeFromTables(schema))
})

test('a database of the first version keeps what it had published, each thing under an entry of its own', async () => {
  const { folder, connection } = newFile()
  const first = join(folder, 'drizzle')
  cpSync(OURS, first, { recursive: true })
  const journal = JSON.parse(readFileSync(join(first, 'meta/_journal.json'), 'utf8'))
  writeFileSync(join(first, 'meta/_journal.json'), JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }))
  await migrateDatabase(connection, folder, first)
  connection.exec(`
    INSERT INTO content_items (id, kind, slug, code, title, sort_key, section, summary, reply)
      VALUES ('i1', 'article', 'papi', 'ART-PAPI', 'PAPI', '2026', NULL, '{}', '{}');
    INSERT INTO content_editions (id, item_id, number, body, body_hash, origin, published_at, superseded_at)
      VALUES ('e1', 'i1', 1, '{"a":1}', 'h1', 'file', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
             ('e2', 'i1', 2, '{"a":2}', 'h2', 'file', '2026-11-02T00:00:00Z', NULL)`)
  await migrateDatabase(connection, folder)
  expect(connection.rows('SELECT id, kind, slug, unit_id FROM content_entries')).toEqual([
    ['i1', 'article', 'papi', 'so-gddt'],
  ])
  expect(connection.rows('SELECT entry_id, number, state, title, body FROM content_editions ORDER BY number')).toEqual([
    ['i1', 1, 'superseded', 'PAPI', '{"a":1}'],
    ['i1', 2, 'published', 'PAPI', '{"a":2}'],
  ])
  expect(connection.rows('SELECT slug, reply FROM content_items')).toEqual([['papi', '{}']])
})

test('a table left out of the migrations would be noticed', async () => {
  const { folder, connection } = newFile()
  await migrateDatabase(connection, folder)
  const { heartbeat: _, ...others } = schema
  expect(shapeOf(connection)).not.toEqual(await makeFromTables(others))
})
