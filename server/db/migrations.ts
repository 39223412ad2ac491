import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { LocalConnection } from './local-connection.ts'

const OURS = fileURLToPath(new URL('../../drizzle', import.meta.url))

/**
 * Brings the file to the newest tables. A database that already holds data is copied first, because a
 * migration is the one change that cannot be undone from inside.
 */
export async function migrateDatabase(connection: LocalConnection, backupDir: string, migrationsFolder = OURS) {
  const pending = pendingMigrations(connection, migrationsFolder)
  if (pending.isEmpty) return
  if (pending.hasData) copyBeforeMigrating(connection, backupDir, pending.newest)
  await migrate(drizzle(connection.asClient(), { casing: 'snake_case' }), { migrationsFolder })
  const broken = connection.rows('PRAGMA foreign_key_check')
  if (broken.length > 0)
    throw new Error(`${broken.length} rows point nowhere after the migration; restore ${backupDir}`)
}

function pendingMigrations(connection: LocalConnection, migrationsFolder: string) {
  const files = readMigrationFiles({ migrationsFolder })
  const newest = files.at(-1)?.folderMillis ?? 0
  const [table] = connection.rows("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'")
  if (!table) return { isEmpty: false, hasData: false, newest }
  const [applied] = connection.rows('SELECT max(created_at) FROM __drizzle_migrations')
  return { isEmpty: Number(applied?.[0] ?? 0) >= newest, hasData: applied?.[0] != null, newest }
}

function copyBeforeMigrating(connection: LocalConnection, backupDir: string, newest: number) {
  mkdirSync(backupDir, { recursive: true })
  const copy = join(backupDir, `before-migration-${newest}.db`)
  rmSync(copy, { force: true })
  connection.rows('VACUUM INTO ?', [copy])
}
