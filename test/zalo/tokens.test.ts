import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { OaConfig } from '../../server/config.ts'
import type { Tx } from '../../server/db/database.ts'
import { openDatabase } from '../../server/db/database.ts'
import { createSealing } from '../../server/sealing/sealed.ts'
import { openTokenJournal } from '../../server/zalo/oa-token-journal.ts'
import { findTokens } from '../../server/zalo/oa-tokens.queries.ts'
import { createOaTokens } from '../../server/zalo/oa-tokens.ts'
import { startSimulator } from '../../simulator/start.ts'

const TOKEN_DOOR = '/v4/oa/access_token'
const HOUR_MS = 60 * 60_000
const MINUTE_MS = 60_000

/** An account with a pair, its database, and a Zalo that can be told to fail. */
async function createAccount() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-tokens-'))
  const clock = { now: new Date('2026-11-23T02:00:00Z') }
  const now = () => clock.now
  const zalo = await startSimulator({ port: 0, apps: [{ id: '1000', secret: 'secret' }], now })
  const database = await openDatabase({ file: join(folder, 'cchc.db'), backupDir: folder, now })
  const sealing = createSealing(['a key of tests that is long enough'])
  const { oaId, secretKey } = zalo.oa.settings
  const oa: OaConfig = { appId: '1000', appSecret: 'secret', oaId, secretKey, url: zalo.url, oauthUrl: zalo.url }
  const alerts: string[] = []
  let isFull = false
  async function write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (isFull) throw new Error('database or disk is full')
    return database.write(work)
  }
  const file = join(folder, 'oa-token.journal')
  /** A worker as after a start: it remembers nothing. */
  const startWorker = () =>
    createOaTokens({
      ...{ db: database.db, write, now, sealing, oa, journal: openTokenJournal(file, sealing) },
      alert: (problem) => alerts.push(problem),
    })
  const worker = startWorker()
  await worker.accept({
    access: zalo.tokens.issue().access_token,
    refresh: zalo.tokens.issue().refresh_token,
    lastsMs: 25 * HOUR_MS,
  })
  onTestFinished(async () => {
    await zalo.stop()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    worker,
    startWorker,
    zalo,
    alerts,
    /** What Zalo says of the access token that a worker would use now: 0 is good. */
    check: async (of = worker) => zalo.tokens.check((await of.current())?.access ?? ''),
    state: async () => (await findTokens(database.db, oaId))?.state,
    pass(ms: number) {
      clock.now = new Date(clock.now.getTime() + ms)
    },
    fillDisk(isFullNow: boolean) {
      isFull = isFullNow
    },
  }
}

test('fifty calls refused at once: Zalo is asked for one new pair, and all of them get it', async () => {
  const { worker, zalo } = await createAccount()
  const first = await worker.current()
  let asked = 0
  const { refresh } = zalo.tokens
  zalo.tokens.refresh = (token) => {
    asked += 1
    return refresh(token)
  }
  const fresh = await Promise.all(Array.from({ length: 50 }, () => worker.refresh(first?.version ?? 0)))
  expect([asked, new Set(fresh.map((token) => token?.access)).size]).toEqual([1, 1])
  expect(zalo.tokens.check(fresh[0]?.access ?? '')).toBe(0)
})

test('two workers on one account: one asks Zalo, the other waits for what it gets', async () => {
  const { worker, startWorker, zalo } = await createAccount()
  const other = startWorker()
  const seen = (await worker.current())?.version ?? 0
  await other.current()
  const [one, two] = await Promise.all([worker.refresh(seen), other.refresh(seen)])
  expect([one?.version, two?.version, one?.access === two?.access]).toEqual([seen + 1, seen + 1, true])
  expect(zalo.tokens.check(two?.access ?? '')).toBe(0)
})

test('every twelve hours the pair is renewed, and not before', async () => {
  const { worker, pass, check } = await createAccount()
  const first = await worker.current()
  pass(11 * HOUR_MS)
  await worker.keepFresh()
  expect((await worker.current())?.access).toBe(first?.access)
  pass(HOUR_MS)
  await worker.keepFresh()
  expect([(await worker.current())?.version, await check()]).toEqual([2, 0])
})

test('the question never reached Zalo: tried once more after a minute, and it works', async () => {
  const { worker, zalo, pass, state, check, alerts } = await createAccount()
  zalo.state.setFault({ endpoint: TOKEN_DOOR, fault: 'reset', times: 1 })
  pass(12 * HOUR_MS)
  await worker.keepFresh()
  expect(await state()).toBe('in_flight')
  await worker.keepFresh()
  expect(await state()).toBe('in_flight')
  pass(MINUTE_MS)
  await worker.keepFresh()
  expect([await state(), await check(), alerts]).toEqual(['ready', 0, []])
})

test('Zalo gave a pair that was lost on the way: one more try, then staff are told and nothing is asked again', async () => {
  const { worker, zalo, pass, state, alerts } = await createAccount()
  zalo.state.setFault({ endpoint: TOKEN_DOOR, fault: 'lost_answer', times: 1 })
  pass(12 * HOUR_MS)
  await worker.keepFresh()
  pass(MINUTE_MS)
  await worker.keepFresh()
  expect([await state(), alerts.length]).toEqual(['needs_reauth', 1])
  pass(13 * HOUR_MS)
  await worker.keepFresh()
  expect([await worker.current(), alerts.length]).toEqual([undefined, 1])
})

test('a body without both tokens is no success, whatever HTTP says', async () => {
  const { worker, zalo, pass, state } = await createAccount()
  zalo.state.setFault({ endpoint: TOKEN_DOOR, fault: 'zalo_error', error: -14014, times: 1 })
  pass(12 * HOUR_MS)
  await worker.keepFresh()
  expect([await state(), (await worker.describe())?.problem]).toEqual(['needs_reauth', 'zalo_-14014'])
})

test('too many calls: nothing was used up, and the next round renews it', async () => {
  const { worker, zalo, pass, check, state } = await createAccount()
  zalo.state.setFault({ endpoint: TOKEN_DOOR, fault: 'busy', times: 1 })
  pass(12 * HOUR_MS)
  await worker.keepFresh()
  expect(await state()).toBe('ready')
  await worker.keepFresh()
  expect([(await worker.current())?.version, await check()]).toEqual([2, 0])
})

test('a new grant by hand ends the waiting', async () => {
  const { worker, zalo, pass, state, check } = await createAccount()
  zalo.tokens.revoke()
  pass(12 * HOUR_MS)
  await worker.keepFresh()
  expect(await state()).toBe('needs_reauth')
  const code = zalo.tokens.grantCode('')
  const pair = zalo.tokens.exchange({ code, verifier: '' })
  await worker.accept({ access: pair?.access_token ?? '', refresh: pair?.refresh_token ?? '', lastsMs: HOUR_MS })
  expect([await state(), await check()]).toEqual(['ready', 0])
})

test('the disk is full when Zalo answers: the new pair is used, and found again after a restart', async () => {
  const { worker, startWorker, zalo, pass, fillDisk, check, state, alerts } = await createAccount()
  pass(12 * HOUR_MS)
  const { refresh } = zalo.tokens
  zalo.tokens.refresh = (token) => {
    fillDisk(true)
    return refresh(token)
  }
  await worker.keepFresh()
  expect([await check(), alerts]).toEqual([0, ['pair_not_stored']])
  const restarted = startWorker()
  expect(await check(restarted)).toBe(0)
  fillDisk(false)
  zalo.tokens.refresh = refresh
  const again = startWorker()
  expect([await check(again), await state()]).toEqual([0, 'ready'])
  pass(12 * HOUR_MS)
  await again.keepFresh()
  expect([(await again.current())?.version, await check(again)]).toEqual([3, 0])
})
