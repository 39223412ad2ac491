import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readConfig } from '../server/config.ts'
import { openDatabase } from '../server/db/database.ts'
import { AlreadyRunning } from '../server/db/file-lock.ts'
import { newId } from '../server/new-id.ts'
import { keptSecret } from '../server/sealing/kept-secret.ts'
import { createCredentials } from '../server/staff/credentials.ts'
import { addStaff } from '../server/staff/first-admin.ts'
import { ROLES } from '../server/staff/permissions.ts'

const USAGE = `npm run staff:create -- --email … --name … --role ${ROLES.join('|')} [--unit …]`

const Person = z.strictObject({
  email: z.email(),
  name: z.string().trim().min(1).max(120),
  role: z.enum(ROLES),
  unit: z.string().min(1).optional(),
})

/** `npm run staff:create`: an account made at the machine itself, for the very first one above all. */
const person = Person.safeParse(readOptions())
if (!person.success) fail(USAGE)
const config = readConfig(process.env)
if (!existsSync(config.databaseFile)) fail(`No database at ${config.databaseFile}: start the server once, then stop it`)
const database = await openDatabase({
  file: config.databaseFile,
  backupDir: join(config.dataDir, 'backups'),
  now: () => new Date(),
}).catch((error: Error) =>
  fail(
    error instanceof AlreadyRunning
      ? 'The server is running and alone may write: stop it first, or make the account in the staff web'
      : error.message,
  ),
)
const surroundings = {
  db: database.db,
  write: database.write,
  now: () => new Date(),
  newId: () => newId(Date.now()),
}
const credentials = createCredentials(surroundings, {
  secret: config.staffSecret ?? keptSecret(config.dataDir, 'staff-secret'),
  publicUrl: config.publicUrl,
  passwordMemoryKiB: config.passwordMemoryKiB,
})
const { unit: unitId, ...rest } = person.data
const ctx = { ...surroundings, credentials, actor: { kind: 'system' as const }, trail: { rows: 0 } }
const password = await addStaff(ctx, { ...rest, unitId })
await database.close()
if (password === undefined) fail(`${rest.email} has an account`)
console.log(`${rest.email} signs in with the password ${password} (said only now)`)

function readOptions() {
  const option = { type: 'string' } as const
  try {
    return parseArgs({ options: { email: option, name: option, role: option, unit: option } }).values
  } catch {
    return fail(USAGE)
  }
}

function fail(reason: string): never {
  console.error(reason)
  process.exit(1)
}
