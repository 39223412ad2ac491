import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../server/config.ts'
import { contentEditions, contentEntries } from '../server/content/content.table.ts'
import { describeBody } from '../server/content/editions.rules.ts'
import { newId } from '../server/new-id.ts'
import { startService } from '../server/start.ts'
import { createArticle, expectOk, save, take, wholeArticle } from '../test/publishing/writing.ts'
import { signInStaff } from '../test/world/staff.ts'

/**
 * `npm run bench:staff -- [entries]`: the staff list among many entries, its first page and one far down, without and
 * with a full text search, beside the same list among few; and how soon what is published is read and found.
 */
const MANY = Number(process.argv[2] ?? 10_000)
const FEW = 400
const ASKED = 40
const LIMITS = { listMs: 300, growth: 2, seenMs: 5_000 }

const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-staff-'))
const service = await startService({
  config: readConfig({ DATA_DIR: folder, PORT: '0', NODE_ENV: 'test', TRUST_PROXY: 'yes' }),
  log: pino({ level: 'silent' }),
  now: () => new Date(),
  newId: () => newId(Date.now()),
  version: 'bench',
  contentDir: join(import.meta.dirname, '../content'),
  webDir: 'none',
  say: () => {},
})
const author = await signInStaff(service, { role: 'editor' })
const publisher = await signInStaff(service, { role: 'publisher' })

const few = await measureLists()
for (let from = FEW; from < MANY; from += 500) await addEntries(from, Math.min(500, MANY - from))
const many = await measureLists()
const seen = await measurePublishing()
await service.stop()
rmSync(folder, { recursive: true, force: true })

let isBroken = false
for (const name of ['first page', 'fifth page', 'search, found', 'search, nothing'] as const) {
  const [before, now] = [few[name], many[name]]
  report(`${name} among ${MANY}: ${now.toFixed(1)} ms at p95 (limit ${LIMITS.listMs})`, now <= LIMITS.listMs)
  // Looking through every word of every draft grows with what is written; a page must not.
  if (!name.startsWith('search'))
    report(
      `  ${(now / before).toFixed(1)} times that among ${FEW} (at most ${LIMITS.growth})`,
      now / before <= LIMITS.growth,
    )
}
const late = Math.max(seen.read, seen.found)
report(
  `published to read: ${seen.read.toFixed(0)} ms; to found: ${seen.found.toFixed(0)} ms (limit ${LIMITS.seenMs})`,
  late <= LIMITS.seenMs,
)
process.exitCode = isBroken ? 1 : 0

async function measureLists() {
  const list = '/admin/api/entries'
  const fifth = await nthCursor(4)
  return {
    'first page': await p95(list),
    'fifth page': await p95(`${list}?cursor=${fifth}`),
    'search, found': await p95(`${list}?q=${encodeURIComponent('chuyển trường')}`),
    'search, nothing': await p95(`${list}?q=${encodeURIComponent('khủng long')}`),
  }
}

async function nthCursor(pages: number) {
  let cursor = ''
  for (let page = 0; page < pages; page += 1) {
    const query = cursor === '' ? '' : `?cursor=${cursor}`
    cursor = expectOk(await author.get<{ nextCursor: string }>(`/admin/api/entries${query}`)).nextCursor
  }
  return cursor
}

async function p95(path: string) {
  const times: number[] = []
  for (let at = 0; at < ASKED; at += 1) {
    const startedAt = performance.now()
    expectOk(await author.get(path))
    times.push(performance.now() - startedAt)
  }
  return times.sort((a, b) => a - b)[Math.floor(ASKED * 0.95)] ?? 0
}

/** Drafts of 3 kB, as an import would leave them. */
async function addEntries(from: number, count: number) {
  await service.ctx.write(async (tx) => {
    for (let at = from; at < from + count; at += 1) {
      const slug = `bai-${at}`
      const body = wholeArticle({ slug, title: `Bài số ${at}`, body: `Đoạn văn số ${at}. `.repeat(150) })
      const [entryId, createdAt] = [service.ctx.newId(), new Date(Date.now() - at * 1_000).toISOString()]
      await tx.insert(contentEntries).values({ id: entryId, kind: 'article', slug, unitId: 'so-gddt', createdAt })
      await tx.insert(contentEditions).values({
        ...describeBody('article', body),
        id: service.ctx.newId(),
        entryId,
        number: 1,
        state: 'draft',
        version: 1,
        origin: 'staff',
        createdAt,
        updatedAt: createdAt,
        authors: JSON.stringify([author.id]),
      })
    }
  })
}

async function measurePublishing() {
  const { entry, edition } = await createArticle(author, { title: 'Bài để đo' })
  const body = wholeArticle({ title: 'Bài để đo', searchTerms: ['khủng long bạo chúa'] })
  let now = expectOk(await save(author, edition, { ...edition.body, ...body }))
  now = expectOk(await take(author, now, 'submit'))
  now = expectOk(await take(publisher, now, 'approve'))
  const startedAt = performance.now()
  expectOk(await take(publisher, now, 'publish'))
  const read = await until(`/api/articles/${entry.slug}`, (status) => status === 200)
  const found = await until('/api/search?q=khung+long+bao+chua', (_, text) => text.includes(entry.slug))
  return { read: read - startedAt, found: found - startedAt }
}

async function until(path: string, isThere: (status: number, text: string) => boolean) {
  for (;;) {
    const response = await fetch(service.url + path)
    if (isThere(response.status, await response.text())) return performance.now()
  }
}

function report(line: string, holds: boolean) {
  isBroken ||= !holds
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${line}`)
}
