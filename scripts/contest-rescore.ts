import { existsSync } from 'node:fs'
import { drizzle } from 'drizzle-orm/libsql'
import { readConfig } from '../server/config.ts'
import { Disagreement, rescore } from '../server/contests/rescore.usecases.ts'
import { LocalConnection } from '../server/db/local-connection.ts'

/**
 * `npm run contest:rescore -- --dry-run`: makes every mark and rank again from the events and says the first that does
 * not agree. It only ever reads, also while the service runs; `--dry-run` is there to be said.
 */
const [said, ...rest] = process.argv.slice(2)
if (said !== '--dry-run' || rest.length > 0) {
  console.error('npm run contest:rescore -- --dry-run')
  process.exit(2)
}
const { databaseFile } = readConfig(process.env)
if (!existsSync(databaseFile)) {
  console.error(`There is no database at ${databaseFile}`)
  process.exit(2)
}
const connection = new LocalConnection(databaseFile, 'read')
try {
  const { links, attempts, results, rows } = await rescore({
    db: drizzle(connection.asClient(), { casing: 'snake_case' }),
  })
  console.log(
    `${links} links of the chain are whole, ${attempts} attempts and ${rows} rows of ${results} results agree`,
  )
} catch (error) {
  if (!(error instanceof Disagreement)) throw error
  console.error(`DISAGREES: ${error.message}`)
  process.exitCode = 1
} finally {
  connection.close()
}
