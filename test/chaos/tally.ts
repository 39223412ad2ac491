import Sqlite from 'libsql'

/** What a database file holds after a crash, looked at by a process that has never seen it before. */
const [file = '', run = ''] = process.argv.slice(2)
const database = new Sqlite(file)
const all = (sql: string, args: unknown[] = []) => database.prepare(sql).raw(true).all(args) as unknown[][]
const [integrity] = all('PRAGMA integrity_check')
const rows = all('SELECT query FROM search_misses WHERE day = ?', [run]).map(([query]) => Number(query))
console.log(JSON.stringify({ integrity: integrity?.[0], rows }))
database.close()
