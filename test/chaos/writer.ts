import { writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { LocalConnection } from '../../server/db/local-connection.ts'
import { migrateDatabase } from '../../server/db/migrations.ts'
import { WriteQueue } from '../../server/db/write-queue.ts'
import { insertMisses } from '../../server/search/search-misses.queries.ts'

/**
 * A process that writes as fast as it can and prints the number of each row once it has been acknowledged, until
 * it is killed. Its last argument makes it wrong on purpose: `early-ack` promises before the commit,
 * `normal-sync` commits without waiting for the disk.
 */
const [file = '', run = '', mutant = ''] = process.argv.slice(2)
const AT_ONCE = 20

const connection = new LocalConnection(file, 'write')
await migrateDatabase(connection, dirname(file))
if (mutant === 'normal-sync') connection.exec('PRAGMA synchronous=NORMAL')
const queue = new WriteQueue(connection)
writeSync(1, 'ready\n')

for (let first = 0; ; first += AT_ONCE) {
  await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => writeOne(first + index)))
}

async function writeOne(number: number) {
  const written = queue.write((tx) => insertMisses(tx, run, [{ query: String(number), count: 1 }]))
  if (mutant !== 'early-ack') await written
  writeSync(1, `${number}\n`)
  await written
}
