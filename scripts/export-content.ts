/** `npm run content:export -- <folder>`: what people read now, as content files; the server may run meanwhile. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { drizzle } from 'drizzle-orm/libsql'
import { readConfig } from '../server/config.ts'
import { EXPORTED_FOLDERS, exportContent } from '../server/content/export-content.ts'
import { LocalConnection } from '../server/db/local-connection.ts'

const CONTENT = join(import.meta.dirname, '../content')
/** What of a content folder is no page: settings, questions the chat is tried with, and the question bank. */
const NOT_ENTRIES = ['abbreviations.yaml', 'chat', 'feedback.yaml', 'quiz', 'units.yaml']

const [folder] = process.argv.slice(2)
const { databaseFile } = readConfig(process.env)
if (folder === undefined) stop('npm run content:export -- <folder>')
if (!existsSync(databaseFile)) stop(`There is no database at ${databaseFile}`)
if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, 'columns.yaml')))
  stop(`${folder} holds something else: name an empty folder, or a content folder to bring up to date`)

const connection = new LocalConnection(databaseFile, 'read')
const files = await exportContent(drizzle(connection.asClient(), { casing: 'snake_case' }))
connection.close()
for (const name of EXPORTED_FOLDERS) rmSync(join(folder, name), { recursive: true, force: true })
for (const { file, text } of files) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
for (const name of NOT_ENTRIES)
  if (!existsSync(join(folder, name))) cpSync(join(CONTENT, name), join(folder, name), { recursive: true })
console.log(`${files.length} files in ${folder}`)

function stop(line: string): never {
  console.error(line)
  process.exit(1)
}
