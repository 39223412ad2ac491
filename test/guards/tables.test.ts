import { mkdtempSync, rmSync } from 'node:fs'
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

function newFile() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-tables-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { folder, connection: new LocalConnection(join(folder, 'a.db'), 'write') }
}

/** What a database is made of, without what only tells how its text was laid out. */
function shapeOf(connection: LocalConnection) {
  return connection
    .rows(
      "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '%drizzle%' ORDER BY name",
    )
    .map(([type, name, sql]) => `${type} ${name}: ${String(sql).replace(/\s+/g, ' ')}`)
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

test('a table left out of the migrations would be noticed', async () => {
  const { folder, connection } = newFile()
  await migrateDatabase(connection, folder)
  const { heartbeat: _, ...others } = schema
  expect(shapeOf(connection)).not.toEqual(await makeFromTables(others))
})
