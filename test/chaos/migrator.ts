import { writeSync } from 'node:fs'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { LocalConnection } from '../../server/db/local-connection.ts'
import { migrateDatabase } from '../../server/db/migrations.ts'

/** A process that migrates a file and is killed while it does; `one-by-one` is the way that must be caught. */
const [file = '', backupDir = '', migrationsFolder = '', mutant = ''] = process.argv.slice(2)
const connection = new LocalConnection(file, 'write')
writeSync(1, 'ready\n')
if (mutant === 'one-by-one') {
  const newest = readMigrationFiles({ migrationsFolder }).at(-1)
  for (const statement of newest?.sql ?? []) connection.exec(statement)
} else {
  await migrateDatabase(connection, backupDir, migrationsFolder)
}
writeSync(1, 'done\n')
connection.close()
