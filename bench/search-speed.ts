import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readContent } from '../server/content/read-content.ts'
import { openDatabase } from '../server/db/database.ts'
import { readAbbreviations } from '../server/search/abbreviations.seed.ts'
import { openSearch } from '../server/search/search-client.ts'
import { indexDocument } from '../server/search/search-index.ts'
import { fold, words } from '../server/search/vietnamese-text.ts'
import { hostileQuery } from '../test/chaos/hostile-queries.ts'
import { seededRandom } from '../test/chaos/seeded-random.ts'

/** `npm run bench:search-speed -- [records]`: how long an answer takes among generated procedures of 3 kB. */
const RECORDS = Number(process.argv[2] ?? 10_000)
const BODY_CHARACTERS = 3_000
const QUERIES = 300
const HOSTILE = 500
const LIMITS = { accentless: 8, typing: 12, hostile: 50, buildMs: 5_000 }

const random = seededRandom(7)
const contentDir = join(import.meta.dirname, '../content')
const folder = mkdtempSync(join(tmpdir(), 'cchc-speed-'))
const databaseFile = join(folder, 'speed.db')
const database = await openDatabase({ file: databaseFile, backupDir: folder, now: () => new Date() })
const abbreviations = readAbbreviations(contentDir)

// Names and sentences are put together from the real ones, so that posting lists are as long as real ones.
const { items } = readContent(contentDir)
const searched = items.flatMap((item) => (item.search ? [{ ...item.search, title: item.title }] : []))
const names = searched.filter(({ type }) => type === 'procedure' || type === 'catalogue').map(({ title }) => title)
const sentences = searched.flatMap(({ body }) => body.split('\n')).filter((sentence) => sentence.length > 20)
const pick = <T>(from: T[]) => from[Math.floor(random() * from.length)] as T

const made = Array.from({ length: RECORDS }, (_, number) => {
  const [first, second] = [words(pick(names)), words(pick(names))]
  const title = [...first.slice(0, 6), ...second.slice(-4)].map((word) => word.written).join(' ')
  let body = ''
  while (body.length < BODY_CHARACTERS) body += `${pick(sentences)}\n`
  return { number, title, body: body.slice(0, BODY_CHARACTERS) }
})
for (let at = 0; at < made.length; at += 500) {
  await database.write(async (tx) => {
    for (const { number, title, body } of made.slice(at, at + 500)) {
      await indexDocument(tx, {
        type: 'procedure',
        slug: `p-${number}`,
        code: `9.${String(number).padStart(6, '0')}`,
        otherCodes: [],
        title,
        plainTitle: title,
        summary: title,
        terms: [],
        body,
        listedOnly: false,
      })
    }
  })
}

const buildStarted = performance.now()
const search = openSearch({ databaseFile, abbreviations })
await search.search({ q: 'sẵn sàng', limit: 10 })
const buildMs = performance.now() - buildStarted

const titles = Array.from({ length: QUERIES }, () => pick(made).title)
const typo = (text: string) => {
  const at = 1 + Math.floor(random() * (text.length - 2))
  return text.slice(0, at) + text.slice(at + 1)
}
const loop = monitorEventLoopDelay({ resolution: 1 })
loop.enable()
const results = {
  accentless: await time(titles.map((title) => fold(title))),
  typing: await time(titles.map((title) => title.slice(0, 3 + Math.floor(random() * (title.length - 3))))),
  typos: await time(titles.map((title) => typo(fold(title)))),
  hostile: await time(Array.from({ length: HOSTILE }, (_, at) => hostileQuery(at))),
}
loop.disable()

const writtenAt = performance.now()
await database.write((tx) =>
  indexDocument(tx, {
    type: 'procedure',
    slug: 'moi-nhat',
    code: '9.999999',
    otherCodes: [],
    title: 'Cấp giấy phép thả diều trên đê',
    plainTitle: 'Cấp giấy phép thả diều trên đê',
    summary: 'Thả diều',
    terms: [],
    body: 'thả diều',
    listedOnly: false,
  }),
)
const { items: found } = await search.search({ q: 'tha dieu tren de', limit: 3 })
const visibleMs = performance.now() - writtenAt

console.log(`${RECORDS} procedures of ${BODY_CHARACTERS} characters; ms at the caller, thread hop included`)
for (const [name, times] of Object.entries(results))
  console.log(
    `${name.padEnd(11)} n ${String(times.length).padStart(3)}  p50 ${at(times, 0.5)}  p95 ${at(times, 0.95)}  max ${at(times, 1)}`,
  )
console.log(
  `index built in ${Math.round(buildMs)} ms; a new record is found ${visibleMs.toFixed(0)} ms after its write began`,
)
console.log(`other requests waited at most ${(loop.max / 1e6).toFixed(1)} ms for the loop`)

await search.close()
await database.close()
rmSync(folder, { recursive: true, force: true })
const isHeld =
  quantile(results.accentless, 0.95) <= LIMITS.accentless &&
  quantile(results.typing, 0.95) <= LIMITS.typing &&
  quantile(results.hostile, 1) <= LIMITS.hostile &&
  buildMs < LIMITS.buildMs &&
  found[0]?.slug === 'moi-nhat'
console.log(isHeld ? 'holds' : `does not hold: ${JSON.stringify(LIMITS)}`)
process.exitCode = isHeld ? 0 : 1

async function time(queries: string[]) {
  const times: number[] = []
  for (const q of queries) {
    const startedAt = performance.now()
    await search.search({ q, limit: 10 })
    times.push(performance.now() - startedAt)
  }
  return times.sort((a, b) => a - b)
}

function quantile(sorted: number[], share: number) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function at(sorted: number[], share: number) {
  return quantile(sorted, share).toFixed(1).padStart(5)
}
