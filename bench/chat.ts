import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { findBand } from '../server/chat/ask.usecases.ts'
import type { Band } from '../server/chat/bands.rules.ts'
import { readCommand, readSmallTalk } from '../server/chat/commands.rules.ts'
import { readStop } from '../server/chat/stops.ts'
import { loadContent } from '../server/content/load-content.ts'
import { openDatabase } from '../server/db/database.ts'
import { newId } from '../server/new-id.ts'
import { readAbbreviations } from '../server/search/abbreviations.seed.ts'
import { openSearch } from '../server/search/search-client.ts'
import { fold } from '../server/search/vietnamese-text.ts'

/** The search's own figures (bench/search-quality.ts), which must hold for what a chat shows of it. */
const LEAST_SHOWN = 0.96
const MOST_ANSWERED_WRONGLY = 0.05
const SHOWN = 3
const OUT_OF_SCOPE = ['OOS', 'GREET']
const LEGAL = 'ART-KNTC'

const Queries = z.object({
  queries: z.array(
    z.object({ text: z.string(), expected: z.array(z.string()), also_ok: z.array(z.string()), variant: z.string() }),
  ),
})
const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))
const queries = ['queries.json', 'own-queries.json'].flatMap((name) => Queries.parse(read(name)).queries)
const strange = z.object({ questions: z.array(z.string()) }).parse(read('chat-out-of-scope.json')).questions

const contentDir = join(import.meta.dirname, '../content')
const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
const databaseFile = join(folder, 'bench.db')
const database = await openDatabase({ file: databaseFile, backupDir: folder, now: () => new Date() })
const search = openSearch({ databaseFile, abbreviations: readAbbreviations(contentDir) })
await loadContent(
  { db: database.db, write: database.write, now: () => new Date(), newId: () => newId(Date.now()) },
  contentDir,
)

/** Codes and keys of what a person would see, best first; nothing where a sentence of ours comes before any page. */
async function shownFor(text: string): Promise<{ band: Band['band'] | 'sentence'; codes: string[] }> {
  if (readStop(text)?.kind === 'legal') return { band: 'answer', codes: [LEGAL] }
  if (readCommand(text) || readSmallTalk(text)) return { band: 'sentence', codes: [] }
  const found = await findBand(search, text)
  if (found.band === 'fallback') return { band: 'fallback', codes: [] }
  if (found.band === 'answer')
    return { band: 'answer', codes: [found.hit, ...found.others].map(({ code = '' }) => code) }
  if (typeof found.why !== 'object') return { band: 'menu', codes: found.hits.map(({ code = '' }) => code) }
  const meant = await Promise.all(found.options.map(({ payload }) => search.search({ q: payload, limit: 1 })))
  return { band: 'menu', codes: meant.flatMap(({ items }) => items.map(({ code = '' }) => code)) }
}

const isStrange = ({ expected }: { expected: string[] }) => expected.some((name) => OUT_OF_SCOPE.includes(name))
const ours = queries.filter((query) => !isStrange(query) && !query.expected.includes('HUMAN'))
const bands = new Map<string, number>()
const missed: string[] = []
let first = 0
let shown = 0
for (const { text, expected, also_ok } of ours) {
  const { band, codes } = await shownFor(text)
  bands.set(band, (bands.get(band) ?? 0) + 1)
  const wanted = new Set([...expected, ...also_ok])
  const at = codes.findIndex((code) => wanted.has(code))
  if (at === 0) first += 1
  if (at >= 0 && at < SHOWN + (band === 'menu' ? 1 : 0)) shown += 1
  else missed.push(`  ${band.padEnd(8)} "${text}" wants ${expected.join(' ')} got ${codes.join(' ')}`)
}
const asWritten = [...queries.filter(isStrange).map(({ text }) => text), ...strange]
/** With marks and without. */
const outside = [...new Set([...asWritten, ...asWritten.map(fold)])]
const wrong: string[] = []
let menus = 0
for (const text of outside) {
  const { band, codes } = await shownFor(text)
  if (band === 'answer') wrong.push(`  answered "${text}" with ${codes[0]}`)
  if (band === 'menu') menus += 1
}

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)} %`
console.log(`questions of ours ${ours.length}: ${[...bands].map(([band, count]) => `${band} ${count}`).join(', ')}`)
console.log(`first shown       ${percent(first, ours.length)}`)
console.log(`shown             ${percent(shown, ours.length)}  (at least ${percent(LEAST_SHOWN, 1)})`)
console.log(
  `out of scope ${outside.length}: answered wrongly ${wrong.length}, ${percent(wrong.length, outside.length)}  (at most ${percent(MOST_ANSWERED_WRONGLY, 1)}), given a list ${menus}`,
)
for (const line of [...missed, ...wrong]) console.log(line)
await search.close()
await database.close()
rmSync(folder, { recursive: true, force: true })
const holds = shown / ours.length >= LEAST_SHOWN && wrong.length / outside.length <= MOST_ANSWERED_WRONGLY
console.log(holds ? 'holds' : 'does not hold')
process.exitCode = holds ? 0 : 1
