import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../server/config.ts'
import { readPaper } from '../server/contests/paper.rules.ts'
import { newId } from '../server/new-id.ts'
import { startService } from '../server/start.ts'
import { SLUG } from '../test/contests/made-contest.ts'
import { prepareRush } from '../test/contests/prepare-rush.ts'
import { report as newReport } from '../test/feedback/reporting.ts'
import { createArticle, expectOk, save, wholeArticle } from '../test/publishing/writing.ts'
import { openPhone } from '../test/world/citizens.ts'
import { makeStaff, openBrowser, PASSWORD, signInStaff } from '../test/world/staff.ts'

/**
 * `npm run bench:guessing`: whether the time of an answer tells a guesser anything. Signing in as somebody and as
 * nobody, keys and report codes that exist and that do not, right and wrong answers of a paper: turn about in the same
 * run, so that the machine's mood hits both.
 */
const SIGN_INS = 120
/** Fewer than make an e-mail address wait. */
const GUESSES_EACH = 8
const KEYS = 1_000
const LIMITS = { signIn: 0.1, keyMs: 5, saveMs: 2 }

type Call = (address: string) => Promise<void>

const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-guessing-'))
const [taker = ''] = await prepareRush(folder, 1)
const service = await startService({
  config: readConfig({ DATA_DIR: folder, PORT: '0', TRUST_PROXY: 'yes' }),
  log: pino({ level: 'silent' }),
  now: () => new Date(),
  newId: () => newId(Date.now()),
  version: 'bench',
  contentDir: join(import.meta.dirname, '../content'),
  webDir: 'none',
  adminDir: 'none',
  say: () => {},
})
const sourceLink = { unitId: 'so-gddt', label: 'Để đo', path: '/' }
let holds = true
const boss = await signInStaff(service, { role: 'admin' })
await compareSignIns()
for (const { name, there, missing } of [...(await makeKeys()), ...(await makeReportCodes())])
  await compare(name, there, missing)
const { right, wrong } = await makeSaves()
await compare('a sheet all right, and one all wrong', right, wrong, LIMITS.saveMs)
await service.stop()
rmSync(folder, { recursive: true, force: true })
console.log(holds ? 'holds' : 'does not hold')
process.exitCode = holds ? 0 : 1

async function compareSignIns() {
  const people = await Promise.all(Array.from({ length: SIGN_INS / GUESSES_EACH }, () => makeStaff(service)))
  const guess = async (email: string, at: number) => {
    const from = { 'x-forwarded-for': `203.0.113.${at}` }
    const answer = await openBrowser(service.url).post('/admin/api/session', { email, password: `${PASSWORD}!` }, from)
    if (answer.status !== 401) throw new Error(`a wrong password was answered ${answer.status}`)
  }
  const somebody: number[] = []
  const nobody: number[] = []
  for (const [at, { email }] of people.entries()) {
    for (let count = 0; count < GUESSES_EACH; count += 1) {
      somebody.push(await timeOf(() => guess(email, at)))
      nobody.push(await timeOf(() => guess(`khong-co-${at}@example.vn`, at)))
    }
  }
  const ratio = median(nobody) / median(somebody)
  report(
    Math.abs(ratio - 1) <= LIMITS.signIn,
    `signing in: somebody ${median(somebody).toFixed(1)} ms, nobody ${median(nobody).toFixed(1)} ms, ratio ${ratio.toFixed(3)} (1 ± ${LIMITS.signIn}, n=${somebody.length} each)`,
  )
}

/** What a guesser would try, as two calls: one with a key that exists, one with another of the same shape. */
async function makeKeys() {
  const { entry, edition } = await createArticle(boss)
  expectOk(await save(boss, edition, { ...edition.body, ...wholeArticle() }))
  const links = `/admin/api/entries/${entry.id}/preview-links`
  const link = expectOk(await boss.post<{ id: string; path: string }>(links, { label: 'Để đo' }))
  const wish = { name: 'Để đo', permissions: ['content.read'], unitId: 'so-gddt', expiresInDays: 1 }
  const key = expectOk(await boss.post<{ id: string; token: string }>('/admin/api/tokens', wish))
  const code = expectOk(await boss.post<{ code: string }>('/admin/api/source-links', sourceLink)).code
  // What exists and may not be used is what a guesser must not tell from what does not exist.
  expectOk(await boss.delete(`${links}/${link.id}`))
  expectOk(await boss.delete(`/admin/api/tokens/${key.id}`))
  const preview = (token: string) => (address: string) => ask(`/api/previews/${token}`, { 'x-forwarded-for': address })
  const withKey = (token: string) => () => ask('/admin/api/me', { authorization: `Bearer ${token}` })
  const read = (src: string) => (address: string) => countRead(src, address)
  return [
    {
      name: 'preview, revoked or never made',
      there: preview(link.path.split('/').at(-1) ?? ''),
      missing: preview(randomBytes(16).toString('base64url')),
    },
    {
      name: 'key, revoked or never made',
      there: withKey(key.token),
      missing: withKey(`cchc_${randomBytes(32).toString('base64url')}`),
    },
    { name: 'code of a source, there or not', there: read(code), missing: read('xxxxxx') },
  ]
}

/** Of a report that is there and of one that is not, both with what does not open it. */
async function makeReportCodes() {
  const phone = openPhone(service.url)
  await phone.signIn()
  const { code } = expectOk(await phone.post<{ code: string }>('/api/feedback', newReport()))
  const linkToken = randomBytes(17).toString('base64url').slice(0, 22)
  const status = (code: string) => (address: string) => guessCode('status', { code, lastDigits: '0000' }, address)
  const byLink = (code: string) => (address: string) => guessCode('by-link', { code, linkToken }, address)
  const nobodys = 'PA23456789'
  return [
    { name: 'report by code and last digits, there or not', there: status(code), missing: status(nobodys) },
    { name: 'report by its private link, there or not', there: byLink(code), missing: byLink(nobodys) },
  ]
}

/** A paper's saving, with every answer right and with every answer wrong. */
async function makeSaves() {
  const phone = openPhone(service.url)
  const session = { authorization: `Bearer ${taker}` }
  const start = `/api/contests/${SLUG}/rounds/1/attempts`
  const begun = await phone.call<{ attemptId: string; token: string }>('POST', start, undefined, session)
  const { attemptId, token } = begun.body
  const keys = new Map(
    await service.ctx.db.values<[number, string]>(
      'SELECT place, key FROM contest_pool JOIN question_keys USING (version_id)',
    ),
  )
  const [row] = await service.ctx.db.values<[string]>('SELECT paper FROM contest_attempts')
  const paper = readPaper(row?.[0] ?? '')
  const rightSheet = paper.map(({ place, order }) => {
    const key: number[] = JSON.parse(keys.get(place) ?? '[]')
    return key.map((written) => order.indexOf(written))
  })
  const wrongSheet = rightSheet.map((choices, at) =>
    choices.map((shown) => (shown + 1) % (paper[at]?.order.length ?? 1)),
  )
  let seq = 0
  const saving = (sheet: number[][]) => async () => {
    seq += 1
    const headers = { authorization: `Attempt ${token}` }
    const { status } = await phone.call(
      'PUT',
      `/api/attempts/${attemptId}/sheet`,
      { seq, sheet, prediction: null },
      headers,
    )
    if (status !== 200) throw new Error(`a saving was answered ${status}`)
  }
  return { right: saving(rightSheet), wrong: saving(wrongSheet) }
}

async function compare(name: string, there: Call, missing: Call, limitMs = LIMITS.keyMs) {
  const times = { there: [] as number[], missing: [] as number[] }
  for (let at = 0; at < KEYS; at += 1) {
    // Few guesses from each address, so that none is told to wait.
    const address = `198.51.100.${Math.floor(at / 5)}`
    times.there.push(await timeOf(() => there(address)))
    times.missing.push(await timeOf(() => missing(address)))
  }
  const [first, second] = [median(times.there), median(times.missing)]
  report(
    Math.abs(first - second) < limitMs,
    `${name}: ${first.toFixed(2)} ms and ${second.toFixed(2)} ms, ${Math.abs(first - second).toFixed(2)} apart (< ${limitMs}, n=${KEYS} each)`,
  )
}

async function ask(path: string, headers: Record<string, string>) {
  const response = await fetch(service.url + path, { headers })
  await response.arrayBuffer()
  if (response.status !== 404 && response.status !== 401) throw new Error(`${path} answered ${response.status}`)
}

async function guessCode(door: 'status' | 'by-link', body: object, address: string) {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
  const response = await fetch(`${service.url}/api/feedback/${door}`, {
    ...{ method: 'POST', headers, body: JSON.stringify(body) },
  })
  await response.arrayBuffer()
  if (response.status !== 404) throw new Error(`${door} answered ${response.status}`)
}

async function countRead(src: string, address: string) {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
  const body = JSON.stringify({ type: 'article', slug: 'papi', src })
  const response = await fetch(`${service.url}/api/reads`, { method: 'POST', headers, body })
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`a read was answered ${response.status}`)
}

async function timeOf(work: () => Promise<void>) {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function median(times: number[]) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function report(isHeld: boolean, line: string) {
  holds &&= isHeld
  console.log(`${isHeld ? ' ' : '✗'} ${line}`)
}
