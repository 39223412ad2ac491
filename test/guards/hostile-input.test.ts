import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeApi } from '../../scripts/contract.ts'
import { SENDING_JOB } from '../../server/chat/chat.schemas.ts'
import { shareOffice } from './shared-office.ts'
import { EXAMPLES } from './staff-examples.ts'

const { world, office, watchDatabase } = shareOffice()
const { document, staffDocument } = describeApi()

const AT_ONCE = 16
const SEED = 34
/** Pieces that mean something to SQL, to its full text search, to a path or to a regular expression. */
const PIECES = [
  ...[
    "'",
    '"',
    '`',
    ';',
    '--',
    '/*',
    '*/',
    '\\',
    '%',
    '_',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '=',
    '<>',
    '||',
    '@',
    ':',
    '?',
  ],
  ...[' OR 1=1', ' AND 0', ' UNION SELECT ', 'password', ' FROM staff ', 'sqlite_master', "'; DROP TABLE staff; --"],
  ...[' NEAR(', ' AND ', ' OR ', ' NOT ', '*', '^', 'title:', '"truong', '+', '-', '{title body}:'],
  ...['\0', '\n', '\r', '\t', '\ud800', '\u202e', '\ufeff', 'ế', 'e\u0302\u0301', '𠀀', '../', '%00', '%', '{{7*7}}'],
  ...['a'.repeat(60), '1'.repeat(40), '-1', '1e309', 'NaN', 'null', 'true', '2026-02-30', '__proto__', 'constructor'],
]
/** What would be true, were it SQL, and as many letters of what would be false. */
const PAIRS = ["' OR '1'='1", '" OR "1"="1', ' OR 1=1 --', "') OR ('1'='1", "%' OR '1'='1"].map((yes) => [
  yes,
  yes.replace(/=/g, '<'),
])
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
  fc
    .tuple(fc.constantFrom('chuyen truong', 'học', '2.002854', 'mau-thpt'), fc.constantFrom(...PIECES))
    .map((parts) => parts.join('')),
)
/** Half a surrogate pair has no UTF-8, so no address can carry it. */
const sample = (count: number, seed = SEED) =>
  fc.sample(hostile, { numRuns: count, seed }).map((text) => text.replace(/\p{Cs}/gu, '\ufffd'))

type Place = { name: string; at: (text: string) => string; cookie: string }
type Parameter = { in: string; name: string }

/** Every parameter of every read, as an address that says `text` there. */
async function places(): Promise<Place[]> {
  const own = await office()
  const cookie = own.boss.cookie
  const known = new Map<string, string>()
  for (const { line, call } of EXAMPLES.filter((each) => each.line.startsWith('GET ')))
    known.set(line.replace('GET ', ''), (await call(own)).path)
  return [document, staffDocument].flatMap(({ paths = {} }) =>
    Object.entries(paths).flatMap(([path, { get }]) => {
      const parameters = (get?.parameters ?? []) as Parameter[]
      const [plain = path] = (known.get(path) ?? path).split('?')
      return parameters
        .filter((parameter) => parameter.in === 'path' || parameter.in === 'query')
        .map((parameter) => ({
          name: `${path} ${parameter.name}`,
          cookie,
          at: (text: string) =>
            parameter.in === 'path'
              ? path.replace(`{${parameter.name}}`, encodeURIComponent(text))
              : `${plain.replace(/\{\w+\}/g, '2.002854')}?${OTHERS[path] ?? ''}${parameter.name}=${encodeURIComponent(text)}`,
        }))
    }),
  )
}

/** Reads that leave a line in the log of who took what home, compared whom or read whose words, or that count what was looked for in vain. */
const NOTED = /(\.(xlsx|docx|xml|gift)|\/export|\/similarity|^\/api\/search|\/conversations\/\{id\}) /

/** What else must be said before a parameter is looked at. */
const DAYS = 'from=2026-11-01&to=2026-11-30&'
const OTHERS: Record<string, string> = {
  '/api/search': 'q=hoc&',
  '/admin/api/figures/reads': DAYS,
  '/admin/api/figures/reads/export': DAYS,
  '/admin/api/search-misses': DAYS,
  '/admin/api/chat-questions': DAYS,
  '/admin/api/chat-figures': DAYS,
}

async function ask(address: string, cookie: string) {
  const response = await world().get(address, { headers: { cookie }, redirect: 'manual' })
  const text = await response.text()
  // A spreadsheet holds the second it was made in.
  const isSheet = response.headers.get('content-type')?.includes('spreadsheet')
  return { status: response.status, text: isSheet ? '' : text }
}

async function eachOf<T>(all: T[], work: (one: T) => Promise<void>) {
  const waiting = [...all]
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await work(one)
  })
  await Promise.all(workers)
}

describe('whatever is typed', { timeout: 120_000 }, () => {
  test('five thousand searches made to hurt are answered or refused, and none fails', async () => {
    const failed: [string, number][] = []
    const counts = new Map<number, number>()
    await eachOf(sample(5_000), async (text) => {
      const { status } = await ask(`/api/search?q=${encodeURIComponent(text)}`, '')
      counts.set(status, (counts.get(status) ?? 0) + 1)
      if (status !== 200 && status !== 400) failed.push([text, status])
    })
    expect(failed).toEqual([])
    expect(counts.get(200)).toBeGreaterThan(4_000)
  })

  test('in every parameter of every read: none fails, and nothing is written but who took a copy home', async () => {
    const all = await places()
    expect(all.length).toBeGreaterThan(55)
    const failed: [string, string, number][] = []
    const tryThem = (some: Place[]) =>
      eachOf(some, async ({ name, at, cookie }) => {
        for (const text of sample(20, SEED + name.length)) {
          const { status } = await ask(at(text), cookie)
          if (status >= 500) failed.push([name, text, status])
        }
      })
    await world().runJob('search.keep-misses')
    await world().runJob('conversations.check-answers')
    await world().runJob(SENDING_JOB)
    const changes = watchDatabase()
    const before = changes()
    await tryThem(all.filter(({ name }) => !NOTED.test(name)))
    expect(changes()).toBe(before)
    await tryThem(all.filter(({ name }) => NOTED.test(name)))
    expect(failed).toEqual([])
  })

  test('what would be true and what would be false, were it SQL, get the same answer', async () => {
    const seen: string[] = []
    await eachOf(await places(), async ({ name, at, cookie }) => {
      for (const [yes = '', no = ''] of PAIRS) {
        const [first, second] = [await ask(at(`2.002854${yes}`), cookie), await ask(at(`2.002854${no}`), cookie)]
        if (plain(first.text) !== plain(second.text) || first.status !== second.status) seen.push(`${name}: ${yes}`)
      }
    })
    expect(seen).toEqual([])
  })

  test('a statement put together from texts would be noticed: it answers the two otherwise', async () => {
    const count = async (text: string) => {
      const [row] = await world().service.ctx.db.values(`SELECT count(*) FROM content_items WHERE slug = 'x${text}'`)
      return row?.[0]
    }
    const [[yes = '', no = ''] = []] = PAIRS
    expect([Number(await count(yes)) > 200, await count(no)]).toEqual([true, 0])
  })

  /** Without what is new in every answer, and without signs, which are all the two questions differ in. */
  const plain = (text: string) => text.replace(/"requestId":"[^"]*"/, '').replace(/[<=]/g, '')
})
