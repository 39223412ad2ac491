import { writeSync } from 'node:fs'
import Sqlite from 'libsql'

/** Another program that takes the file's write lock for a while, as a careless tool would. */
const [file = '', holdMs = '0'] = process.argv.slice(2)
const database = new Sqlite(file)
database.exec('BEGIN IMMEDIATE')
writeSync(1, 'held\n')
setTimeout(() => {
  database.exec('ROLLBACK')
  database.close()
}, Number(holdMs))
