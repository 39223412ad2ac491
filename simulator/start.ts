import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { articleDoors, createArticles } from './articles.ts'
import { botDoors, createBot } from './bot-api.ts'
import { chatPage } from './chat/chat-page.ts'
import { controlDoors } from './control.ts'
import { createDelivery } from './delivery.ts'
import { driveDoors } from './drive-doors.ts'
import { createDriver } from './driver.ts'
import { graphDoors } from './graph.ts'
import { createMedia, mediaDoor } from './media.ts'
import { messageDoors } from './messages.ts'
import { createOa } from './oa.ts'
import { peopleDoors } from './oa-people.ts'
import { FAIR_WEATHER, type OaSettings, USUAL_OA, type Weather } from './oa-settings.ts'
import { createOaTokens } from './oa-tokens.ts'
import { oauthDoors } from './oauth.ts'
import { openapi } from './openapi.ts'
import { createState, type Person, type ZaloApp } from './state.ts'
import { createUploads, uploadDoors } from './uploads.ts'

export const USUAL_BOT_TOKEN = '1804:demo-bot'
const DEMO_PEOPLE: Person[] = [
  { id: '4047671499938107249', name: 'Nguyễn Thị Lan', phone: '84912345678', oaUserId: '7301240951022634817' },
  { id: '3368637342326461234', name: 'Trần Văn Minh', phone: '84987654321', oaUserId: '1986550423388120945' },
]

/** Stands in for Zalo's servers on this machine alone. `state` is what a test moves directly, people through /__sim. */
export async function startSimulator({
  port,
  apps,
  people = DEMO_PEOPLE,
  now = () => new Date(),
  seed,
  account = {},
  weather = {},
  botToken = USUAL_BOT_TOKEN,
}: {
  port: number
  apps: ZaloApp[]
  people?: Person[]
  now?: () => Date
  /** Of tokens and names of messages; without it, the same each time. */
  seed?: string
  account?: Partial<OaSettings>
  weather?: Partial<Weather>
  botToken?: string
}) {
  const state = createState({ apps, people, now, seed })
  const [first] = apps
  const own = first ? { appId: first.id, appSecret: first.secret } : {}
  const oa = createOa({ state, settings: { ...USUAL_OA, ...own, ...account } })
  const tokens = createOaTokens(state)
  const delivery = createDelivery({ time: state.time, settings: oa.settings, weather: { ...FAIR_WEATHER, ...weather } })
  let url = ''
  const media = createMedia({ urlOf: (path) => url + path })
  const driver = createDriver({ state, oa, delivery, media })
  const bot = createBot({ token: botToken, state, delivery })
  const uploads = createUploads(state)
  const articles = createArticles()
  const closing = new AbortController()
  const app = new Hono()
  controlDoors(app, state)
  driveDoors(app, { oa, driver, delivery, tokens })
  chatPage(app, { state, oa, delivery })
  mediaDoor(app, media)
  graphDoors(app, state, closing.signal)
  oauthDoors(app, { state, tokens, settings: oa.settings, closing: closing.signal })
  botDoors(app, { bot, state, closing: closing.signal })
  const serve = openapi(app, { state, oa, tokens, closing: closing.signal })
  messageDoors(serve, { state, oa, driver, uploads, articles })
  uploadDoors(serve, uploads)
  articleDoors(serve, { state, oa, made: articles })
  peopleDoors(serve, { state, oa })
  app.notFound((context) => context.text('You are accessing an empty or invalid API', 404))

  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    state,
    /** The account: its people, and everything said with them. */
    oa,
    tokens,
    delivery,
    /** What people do. */
    driver,
    media,
    articles,
    bot,
    async stop() {
      closing.abort()
      delivery.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
