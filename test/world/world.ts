import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { newId } from '../../server/new-id.ts'
import { startService } from '../../server/start.ts'
import type { LinkSettings } from '../../server/upkeep/links.usecases.ts'
import { startSimulator } from '../../simulator/start.ts'
import { type ChatWish, chatSettings, openChat, untilQuiet } from './chat.ts'
import { openPhone } from './citizens.ts'
import { makeStaff, openBrowser, type SignInWish, signInStaff } from './staff.ts'

/** The same in every world, so that one can go on from another's database. */
const STAFF_SECRET = 'for worlds of tests and nowhere else'
const CITIZEN_DATA_KEY = 'seals what citizens tell in worlds of tests'
const ZALO_APP_SECRET = 'the secret of the Zalo App in tests'
export const ZALO_MINI_APP_API_KEY = 'TEST_KEY'
const PROJECT = join(import.meta.dirname, '../..')

type Wish = {
  /** What the clock shows; it stands still until the test moves it. */
  at?: string
  env?: Record<string, string>
  /** Go on from this folder's database and files instead of the usual database. */
  dataFrom?: string
  /** Without it nothing of Zalo's is received here, and nothing is answered but what the test asks for. */
  hearsZalo?: boolean
  /** Go on from this folder's inbox of Zalo's events too. */
  inboxFrom?: string
  /** Serve the built Mini App and staff web too. */
  withApp?: boolean
  /** Changes a copy of `content/` before it is loaded. */
  editContent?: (folder: string) => void
  /** How addresses on pages are asked for; without it nobody answers, since tests have no network. */
  links?: LinkSettings
}

/** The whole service on its own database file and port, as a person meets it; gone when the test ends. */
export async function createWorld(wish: Wish = {}): Promise<World> {
  const world = await openWorld(wish)
  onTestFinished(world.close)
  return world
}

/** One world for all tests of a file that only read; `world()` gives it to each. */
export function shareWorld(wish: Wish = {}) {
  let shared: World | undefined
  beforeAll(async () => {
    shared = await openWorld(wish)
  })
  afterAll(() => shared?.close())
  return () => {
    if (!shared) throw new Error('the world opens before the first test')
    return shared
  }
}

type World = Awaited<ReturnType<typeof openWorld>>

async function openWorld({
  at = '2026-11-23T02:00:00Z',
  env = {},
  withApp = false,
  editContent,
  dataFrom,
  inboxFrom,
  hearsZalo = true,
  links,
}: Wish) {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-world-'))
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  copyFileSync(dataFrom ? join(dataFrom, 'cchc.db') : inject('templateDatabase'), join(dataDir, 'cchc.db'))
  const heard = dataFrom && join(dataFrom, 'inbox.db')
  if (heard && existsSync(heard)) copyFileSync(heard, join(dataDir, 'inbox.db'))
  const ledger = dataFrom && join(dataFrom, 'erasures.jsonl')
  if (ledger && existsSync(ledger)) copyFileSync(ledger, join(dataDir, 'erasures.jsonl'))
  const attachments = dataFrom && join(dataFrom, 'attachments')
  if (attachments && existsSync(attachments)) cpSync(attachments, join(dataDir, 'attachments'), { recursive: true })
  if (inboxFrom) copyFileSync(join(inboxFrom, 'inbox.db'), join(dataDir, 'inbox.db'))
  const contentDir = editContent ? join(folder, 'content') : join(PROJECT, 'content')
  if (editContent) {
    cpSync(join(PROJECT, 'content'), contentDir, { recursive: true })
    editContent(contentDir)
  }
  const clock = {
    now: new Date(at),
    /** Set by hand, as by an operator or a wrong time server: this much of it has not really passed. */
    setAheadMs: 0,
    setAhead(ms: number) {
      clock.setAheadMs += ms
      clock.now = new Date(clock.now.getTime() + ms)
    },
  }
  const zalo = await startSimulator({
    port: 0,
    apps: [
      { id: '1000', secret: ZALO_APP_SECRET },
      { id: '2000', secret: 'another app' },
    ],
    now: () => clock.now,
  })
  const logLines: string[] = []
  const said: string[] = []
  const service = await startService({
    config: readConfig({
      DATA_DIR: dataDir,
      PORT: '0',
      WEBHOOK_PORT: '0',
      NODE_ENV: 'test',
      LOG_LEVEL: 'debug',
      TRUST_PROXY: 'yes',
      STAFF_SECRET,
      CITIZEN_DATA_KEY,
      ZALO_APP_SECRET,
      ZALO_MINI_APP_API_KEY,
      ZALO_GRAPH_URL: zalo.url,
      ...chatSettings(zalo),
      ZALO_MEDIA_HOSTS: new URL(zalo.url).host,
      ...env,
    }),
    log: pino({ level: 'debug' }, { write: (line: string) => logLines.push(line) }),
    now: () => clock.now,
    elapsedMs: () => clock.now.getTime() - clock.setAheadMs,
    newId: () => newId(Date.now()),
    version: '0.0.0-test',
    contentDir,
    webDir: withApp ? join(PROJECT, 'www') : join(folder, 'none'),
    adminDir: withApp ? join(PROJECT, 'dist/admin') : join(folder, 'none'),
    links: links ?? { ask: async () => ({ outcome: 'failed', problem: 'no_such_host' }), pauseMs: 0 },
    webhook: hearsZalo ? 'here' : 'nowhere',
    say: (line) => said.push(line),
  })
  if (service.webhook) zalo.delivery.weather.oaUrl = `${service.webhook.url}/webhooks/zalo/oa`
  let stopped = false
  async function stop() {
    if (stopped) return
    stopped = true
    await service.stop()
    await zalo.stop()
  }
  async function close() {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    service,
    url: service.url,
    folder,
    dataDir,
    databaseFile: join(dataDir, 'cchc.db'),
    clock,
    /** Who stands in for Zalo: mints tokens, fails when told to. */
    zalo,
    logLines,
    /** What the start printed. */
    said,
    stop,
    close,
    /** A member of staff, signed in through the door; `{ role, unitId = 'so-gddt', secondFactor = true }`. */
    signIn: (wish?: SignInWish) => signInStaff(service, wish),
    /** What the clock would do at its hour. */
    runJob: (name: string) => service.runJob(name),
    /** A phone or a browser of a citizen, without a session yet. */
    openPhone: () => openPhone(service.url),
    /** A phone on which somebody chats with the account. */
    openChat: (wish?: ChatWish) => openChat({ service, zalo }, wish),
    /** Until everything said was heard, answered and sent. */
    untilQuiet: () => untilQuiet({ service, zalo }),
    /** Nobody has signed in here yet. */
    openBrowser: () => openBrowser(service.url),
    makeStaff: (wish?: SignInWish) => makeStaff(service, wish),
    get: (path: string, init?: RequestInit) => fetch(service.url + path, init),
    async getJson<T = unknown>(path: string): Promise<T> {
      const response = await fetch(service.url + path)
      return (await response.json()) as T
    },
  }
}
