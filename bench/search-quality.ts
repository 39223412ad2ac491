import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { loadContent } from '../server/content/load-content.ts'
import { openDatabase } from '../server/db/database.ts'
import { newId } from '../server/new-id.ts'
import { readAbbreviations } from '../server/search/abbreviations.seed.ts'
import { openSearch, type SearchClient } from '../server/search/search-client.ts'

/** What must hold over the queries of a file. */
const LEAST_HIT_AT_1 = 0.88
const LEAST_HIT_AT_3 = 0.96
const MOST_FALSE_ANSWERS = 0.05

const NOT_TO_BE_ANSWERED = ['OOS', 'GREET']
const FOR_A_PERSON = 'HUMAN'

const Queries = z.object({
  queries: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      expected: z.array(z.string()),
      also_ok: z.array(z.string()),
      variant: z.string(),
    }),
  ),
})
type Query = z.infer<typeof Queries>['queries'][number]

const contentDir = process.env.CONTENT_DIR ?? join(import.meta.dirname, '../content')
const file = resolve(import.meta.dirname, process.argv[2] ?? 'queries.json')
console.log(basename(file))
const { queries } = Queries.parse(JSON.parse(readFileSync(file, 'utf8')))

const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
const databaseFile = join(folder, 'bench.db')
const database = await openDatabase({ file: databaseFile, backupDir: folder, now: () => new Date() })
const search = openSearch({ databaseFile, abbreviations: readAbbreviations(contentDir) })
await loadContent(
  { db: database.db, write: database.write, now: () => new Date(), newId: () => newId(Date.now()) },
  contentDir,
)

const isOutOfScope = (query: Query) => query.expected.some((target) => NOT_TO_BE_ANSWERED.includes(target))
const inScope = queries.filter((query) => !isOutOfScope(query) && !query.expected.includes(FOR_A_PERSON))
const outOfScope = queries.filter(isOutOfScope)

const results: { query: Query; place: number }[] = []
for (const query of inScope) results.push({ query, place: await placeOf(search, query) })
const answered: string[] = []
for (const query of outOfScope) {
  const { confidence, items } = await search.search({ q: query.text, limit: 3 })
  if (confidence === 'high') answered.push(`${query.text} → ${items[0]?.title}`)
}

const share = (list: typeof results, within: number) => list.filter(({ place }) => place < within).length / list.length
const percent = (value: number) => `${(value * 100).toFixed(1)} %`.padStart(8)
console.log('variant              n    hit@1    hit@3')
for (const variant of [...new Set(inScope.map((query) => query.variant))]) {
  const list = results.filter(({ query }) => query.variant === variant)
  console.log(
    `${variant.padEnd(18)} ${String(list.length).padStart(3)} ${percent(share(list, 1))} ${percent(share(list, 3))}`,
  )
}
const hit1 = share(results, 1)
const hit3 = share(results, 3)
const falseAnswers = answered.length / outOfScope.length
console.log(`all                ${String(results.length).padStart(3)} ${percent(hit1)} ${percent(hit3)}`)
console.log(
  `out of scope answered with high confidence: ${answered.length}/${outOfScope.length} ${percent(falseAnswers)}`,
)
for (const { query, place } of results.filter(({ place }) => place > 0)) {
  const { items, confidence } = await search.search({ q: query.text, limit: 3 })
  const got = items.map((item) => item.code ?? item.slug).join(' ')
  console.log(
    `  ${place < 3 ? `place ${place + 1}` : 'missed '} ${query.id} "${query.text}" wants ${query.expected.join(' ')} got ${got} (${confidence})`,
  )
}
for (const line of answered) console.log(`  answered ${line}`)

await search.close()
await database.close()
rmSync(folder, { recursive: true, force: true })
const held = hit1 >= LEAST_HIT_AT_1 && hit3 >= LEAST_HIT_AT_3 && falseAnswers <= MOST_FALSE_ANSWERS
console.log(
  held
    ? 'holds'
    : `does not hold: hit@1 ≥ ${LEAST_HIT_AT_1}, hit@3 ≥ ${LEAST_HIT_AT_3}, false answers ≤ ${MOST_FALSE_ANSWERS}`,
)
process.exitCode = held ? 0 : 1

async function placeOf(client: SearchClient, query: Query) {
  const { items } = await client.search({ q: query.text, limit: 10 })
  const wanted = new Set([...query.expected, ...query.also_ok])
  const place = items.findIndex((item) => item.code !== undefined && wanted.has(item.code))
  return place === -1 ? Number.POSITIVE_INFINITY : place
}
