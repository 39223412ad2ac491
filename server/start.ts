import { existsSync, mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { mountDoors, mountStaffDoors } from './app.ts'
import { openAttachments, refuseServedFolder } from './attachments/attachments.ts'
import { createFetchMedia } from './chat/fetch-media.ts'
import { createIntake, type Intake } from './chat/intake.ts'
import { nextMorning } from './chat/windows.rules.ts'
import { citizenData } from './citizen-data.ts'
import { createIdentifyCitizen } from './citizens/authenticate.ts'
import type { Config } from './config.ts'
import { type Loaded, loadContent } from './content/load-content.ts'
import { createIdentifyTaker } from './contests/paper-token.ts'
import { createRecorder, type Recorder } from './contests/recorder.ts'
import { createSteadyClock } from './contests/steady-clock.ts'
import { readAnswerQuestions } from './conversations/answer-checks.seed.ts'
import type { Actor, Citizen, Ctx, Staff, Taker } from './ctx.ts'
import { openDatabase } from './db/database.ts'
import { inFairTurns, noteArrival } from './fair-turns.ts'
import { seedCategories } from './feedback/feedback.seed.ts'
import { adminPageDoors } from './http/admin-page.ts'
import { createApi, type IdentifyCitizen, type Policies, type Router } from './http/api.ts'
import { callerAddressBehind } from './http/caller-address.ts'
import { docsDoors, STAFF_OPENAPI_INFO } from './http/docs.ts'
import { healthDoors } from './http/health.ts'
import { listen, stopListening } from './http/listen.ts'
import { createMetrics } from './http/metrics.ts'
import { guardRequests } from './http/middleware.ts'
import { createPages } from './http/pages.ts'
import { PublishedReplies } from './http/published-replies.ts'
import { nextRequestId } from './http/request-id.ts'
import { createStaffApi } from './http/staff-api.ts'
import { StaticFiles } from './http/static-files.ts'
import { makeJobs } from './jobs.ts'
import { replayErasures } from './privacy/erasure.usecases.ts'
import { openErasureLedger } from './privacy/erasure-ledger.ts'
import { seedQuestions } from './quizzes/quizzes.seed.ts'
import { createClock } from './scheduler/scheduler.ts'
import { keptSecret } from './sealing/kept-secret.ts'
import { createSealing } from './sealing/sealed.ts'
import { readAbbreviations } from './search/abbreviations.seed.ts'
import { openSearch } from './search/search-client.ts'
import { createMissCounter } from './search/search-misses.rules.ts'
import { createAuthenticate } from './staff/authenticate.ts'
import { createCredentials } from './staff/credentials.ts'
import { makeDemoAdmin } from './staff/first-admin.ts'
import { createIdempotency } from './staff/idempotency.queries.ts'
import { seedUnits } from './units/units.seed.ts'
import { createAsk } from './upkeep/ask-address.ts'
import type { LinkSettings } from './upkeep/links.usecases.ts'
import { openWebhook, type WebhookWish } from './webhook/open-webhook.ts'
import { openBot, openOa } from './zalo/open-oa.ts'
import { createZalo } from './zalo/zalo.ts'

/** Besides the word that something has come, in case that was lost. */
const TAKE_EVERY_MS = 200
/** Questions to Zalo that are under way when the service stops. */
const CALLS_MAY_TAKE_MS = 3_000

export type Surroundings = {
  config: Config
  log: Logger
  now: () => Date
  newId: () => string
  version: string
  contentDir: string
  /** Where the Mini App was built to; without it only the API is served. */
  webDir: string
  /** Where the staff web was built to; without it only its API is served. */
  adminDir?: string
  /** Where Zalo's events are received: in a process of its own, or in this one; without it, nowhere. */
  webhook?: WebhookWish
  /** How addresses on pages are asked for; without it, over the open internet. */
  links?: LinkSettings
  /** Milliseconds by a clock that nobody sets; without it the process's own. */
  elapsedMs?: () => number
  /** What the rush asks of the database, answered without one: what a measurement holds ours against. */
  standIns?: { recorder: Recorder; identifyCitizen: IdentifyCitizen }
  say: (line: string) => void
}

export type Service = {
  url: string
  port: number
  ctx: Ctx
  app: Router
  policies: Policies
  /** Runs one of the clock's jobs now. */
  runJob: (name: string) => Promise<void>
  /** Where Zalo's events arrive; nothing where they do not. */
  webhook: { url: string; port: number } | undefined
  /** Takes over now what has arrived. */
  takeIn: Intake['take']
  stop: () => Promise<void>
}

/** Opens everything from the database outwards, then the port; `stop` closes in the opposite order. */
export async function startService({
  config,
  log,
  now,
  newId,
  version,
  contentDir,
  webDir,
  adminDir,
  webhook: webhookWish = 'nowhere',
  links,
  elapsedMs = () => performance.now(),
  standIns,
  say,
}: Surroundings): Promise<Service> {
  mkdirSync(config.dataDir, { recursive: true })
  say(`Opening the database ${config.databaseFile}`)
  const backupDir = join(config.dataDir, 'backups')
  const database = await openDatabase({ file: config.databaseFile, backupDir, now })
  const search = openSearch({ databaseFile: config.databaseFile, abbreviations: readAbbreviations(contentDir) })
  const misses = createMissCounter()
  const credentials = createCredentials(
    { db: database.db, write: database.write, now, newId },
    {
      secret: config.staffSecret ?? keptSecret(config.dataDir, 'staff-secret'),
      publicUrl: config.publicUrl,
      passwordMemoryKiB: config.passwordMemoryKiB,
    },
  )
  const citizenKeys = config.citizenDataKeys ?? [keptSecret(config.dataDir, 'citizen-data-key')]
  const sealing = createSealing(citizenKeys)
  const hurry = new AbortController()
  const outgoing = {
    ...{ config, db: database.db, write: database.write, now, sealing, nextMorning, chance: Math.random },
    alert: (problem: string) => log.error({ problem }, 'the Official Account needs somebody: see /admin/kenh-zalo'),
    stopping: hurry.signal,
  }
  const oa = openOa(outgoing)
  if (oa && config.firstTokens && (await oa.grant.describe()) === undefined) await oa.grant.paste(config.firstTokens)
  const zalo = createZalo({ ...config.zalo, oa, oaId: config.oa?.oaId ?? null })
  const channels = { oa: oa?.channel, bot: openBot(outgoing) }
  const fetchMedia = createFetchMedia({ hosts: config.mediaHosts })
  const attachmentDir = join(config.dataDir, 'attachments')
  refuseServedFolder(attachmentDir, [webDir, adminDir ?? webDir])
  const attachments = openAttachments({ folder: attachmentDir, mirror: join(backupDir, 'attachments'), sealing })
  const erasures = openErasureLedger(join(dirname(config.databaseFile), 'erasures.jsonl'))
  const steady = createSteadyClock({ now, elapsedMs, log })
  const recorder = standIns?.recorder ?? createRecorder({ db: database.db, write: database.write, now })
  const about = {
    version,
    publicUrl: config.publicUrl,
    miniAppId: config.miniAppId,
    externalLinks: config.externalLinks,
  }
  const replies = new PublishedReplies()
  const makeCtx = <A extends Actor>(actor: A): Ctx<A> => ({
    actor,
    db: database.db,
    write: database.write,
    now,
    steady,
    newId,
    search,
    misses,
    credentials,
    zalo,
    channels,
    fetchMedia,
    sealing,
    attachments,
    recorder,
    privacy: { data: citizenData, erasures },
    app: about,
    trail: { rows: 0 },
    clock: () => clock,
    contentChanged: () => replies.drop(),
  })

  const backup = { file: config.databaseFile, attachments: attachmentDir, folder: backupDir, key: config.backupKey }
  const clock = createClock(
    makeJobs({
      ...{ backup, links: links ?? openInternet(about), chat: { burstMs: config.burstMs } },
      ...{ sending: { chance: Math.random }, answers: readAnswerQuestions(contentDir) },
    }),
    {
      makeCtx: () => makeCtx({ kind: 'system' }),
      log,
    },
  )

  const webhook =
    webhookWish === 'nowhere'
      ? undefined
      : openWebhook(webhookWish, { config, keys: citizenKeys, now, log, say, onStored: () => void intake?.take() })
  const intake =
    webhook &&
    createIntake(makeCtx({ kind: 'system' }), {
      openInbox: webhook.openInbox,
      onTaken: webhook.noteTakenOver,
      everyMs: TAKE_EVERY_MS,
    })

  say('Loading content')
  const loaded = await loadContent(makeCtx({ kind: 'system' }), contentDir)
  await seedUnits(makeCtx({ kind: 'system' }), contentDir)
  await seedCategories(makeCtx({ kind: 'system' }), contentDir)
  await seedQuestions(makeCtx({ kind: 'system' }), contentDir)
  if (config.demo) await makeDemoAdmin(makeCtx({ kind: 'system' }), say)
  const erasedAgain = await replayErasures(makeCtx({ kind: 'system' }))
  if (erasedAgain > 0) say(`Erased again, after a restore or a crash: ${erasedAgain} people`)
  say(loaded === 'unchanged' ? 'Content: as before' : describeLoad(loaded))

  const files = new StaticFiles()
  const metrics = createMetrics({ replies, clockJumpedMs: steady.jumpedMs })
  const app: Router = new Hono()
  const policies: Policies = []
  const makeAnyoneCtx = () => makeCtx({ kind: 'anyone' })
  const callerAddress = callerAddressBehind({ isBehindProxy: config.trustProxy })
  const api = createApi({
    app,
    policies,
    makeCtx: makeAnyoneCtx,
    makeCitizenCtx: makeCtx<Citizen>,
    makeTakerCtx: makeCtx<Taker>,
    identifyCitizen: standIns?.identifyCitizen ?? createIdentifyCitizen(makeCtx({ kind: 'system' })),
    identifyTaker: createIdentifyTaker({ sealing }),
    replies,
    callerAddress,
  })
  const staffApi = createStaffApi({
    app,
    policies,
    makeCtx: (actor) => requireTrail(makeCtx(actor)),
    makeAnyoneCtx,
    authenticate: createAuthenticate(makeCtx({ kind: 'system' })),
    idempotency: createIdempotency(makeCtx({ kind: 'system' })),
    publicUrl: config.publicUrl,
    callerAddress,
  })
  const indexFile = join(webDir, 'index.html')
  const pages = existsSync(indexFile) ? createPages({ indexFile, publicUrl: config.publicUrl, replies }) : undefined
  let stopping = false
  guardRequests({ app, policies }, { log, metrics, pages })
  healthDoors(api, { database, dataDir: config.dataDir, isStopping: () => stopping, isClockSure: steady.isSure })
  api.operator(
    '/metrics',
    async () => new Response(await metrics.text(), { headers: { 'content-type': 'text/plain; version=0.0.4' } }),
  )
  await docsDoors(api, files)
  if (pages) await files.addFolder(webDir, '')
  mountDoors(api, pages)
  mountStaffDoors(staffApi)
  staffApi.document('/admin/api/openapi.json', () => staffApi.contract.getOpenAPI31Document(STAFF_OPENAPI_INFO))
  // After every door below /admin: what is left are the screens' addresses.
  if (adminDir && existsSync(join(adminDir, 'index.html'))) {
    await files.addFolder(adminDir, '/admin')
    adminPageDoors(api, join(adminDir, 'index.html'))
  }

  const listener = inFairTurns(getRequestListener(app.fetch))
  const server = createServer((request, response) => answer(request, response))
  function answer(request: IncomingMessage, response: ServerResponse) {
    const requestId = nextRequestId()
    if (replies.answer(request, response, requestId) || files.answer(request, response, requestId)) return
    listener(request, response)
  }
  server.on('connection', noteArrival)
  await listen(server, config.port)
  clock.begin()
  const receiving = await webhook?.begun()
  intake?.begin()
  const { port } = server.address() as AddressInfo

  return {
    url: `http://localhost:${port}`,
    port,
    ctx: makeCtx({ kind: 'system' }),
    app,
    policies,
    runJob: clock.run,
    webhook: receiving,
    takeIn: async () => intake?.take(),
    async stop() {
      stopping = true
      await webhook?.stop()
      await intake?.stop()
      await stopListening(server)
      const impatient = setTimeout(() => hurry.abort(), CALLS_MAY_TAKE_MS)
      await clock.stop()
      clearTimeout(impatient)
      await search.close()
      await database.close()
    },
  }
}

/** Says who asks, so that a server's keeper knows whom to write to; a second between two questions. */
function openInternet({ version, publicUrl }: { version: string; publicUrl: string }): LinkSettings {
  return {
    ask: createAsk({ userAgent: `cchc-tay-ninh/${version} (+${publicUrl}; kiem tra lien ket)` }),
    pauseMs: 1_000,
  }
}

/** A change by staff that leaves no audit row is a mistake of ours: it is undone and answered as one. */
function requireTrail(ctx: Ctx<Staff>): Ctx<Staff> {
  return {
    ...ctx,
    write: (work) =>
      ctx.write(async (tx) => {
        const before = ctx.trail.rows
        const result = await work(tx)
        if (ctx.trail.rows === before) throw new Error('a change by staff was not written down')
        return result
      }),
  }
}

function describeLoad({ added, changed, removed, kept }: Loaded) {
  return `Content: ${added} new, ${changed} changed, ${removed} removed, ${kept} as before`
}
