import { randomUUID } from 'node:crypto'
import { USUAL_OA } from './oa-settings.ts'
import { startSimulator, USUAL_BOT_TOKEN } from './start.ts'

const USUAL_PORT = 3002
const USUAL_WEBHOOK_PORT = 3001
const ZALO_MEDIA_HOSTS = 'zdn.vn,zadn.vn'

/** For `npm start` where nothing says that Zalo itself is there: the service is told the simulator's address. */
export async function startForDemo(env: Record<string, string | undefined>, say: (line: string) => void) {
  const { ZALO_MODE = '', NODE_ENV, ZALO_GRAPH_URL = '', SIMULATOR_PORT = '', WEBHOOK_PORT = '' } = env
  if (!['', 'simulator'].includes(ZALO_MODE) || NODE_ENV === 'production' || ZALO_GRAPH_URL !== '') return
  env.ZALO_APP_ID ||= USUAL_OA.appId
  env.ZALO_APP_SECRET ||= USUAL_OA.appSecret
  env.ZALO_OA_ID ||= USUAL_OA.oaId
  env.ZALO_OA_SECRET_KEY ||= USUAL_OA.secretKey
  env.ZALO_MINI_APP_API_KEY ||= 'demo key of the Mini App'
  env.ZALO_BOT_TOKEN ||= USUAL_BOT_TOKEN
  env.ZALO_BOT_SECRET ||= 'demo secret of the bot'
  const webhook = `http://127.0.0.1:${portOf(WEBHOOK_PORT, USUAL_WEBHOOK_PORT)}/webhooks/zalo`
  const wish = {
    apps: [{ id: env.ZALO_APP_ID, secret: env.ZALO_APP_SECRET }],
    // Names of messages differ from the last start's: the service remembers those, and would hear nothing twice.
    seed: randomUUID(),
    account: { oaId: env.ZALO_OA_ID, secretKey: env.ZALO_OA_SECRET_KEY, miniAppKey: env.ZALO_MINI_APP_API_KEY },
    botToken: env.ZALO_BOT_TOKEN,
    weather: { oaUrl: `${webhook}/oa`, miniAppUrl: `${webhook}/mini-app` },
  }
  // A port that is no number, or is taken, stops nothing: the service is told whichever address there is.
  const port = portOf(SIMULATOR_PORT, USUAL_PORT)
  const simulator = await startSimulator({ port, ...wish }).catch(() => startSimulator({ port: 0, ...wish }))
  env.ZALO_GRAPH_URL = simulator.url
  env.ZALO_OA_URL ||= simulator.url
  env.ZALO_OAUTH_URL ||= simulator.url
  env.ZALO_BOT_URL ||= simulator.url
  simulator.bot.setWebhook({ url: `${webhook}/bot`, secret_token: env.ZALO_BOT_SECRET })
  env.ZALO_MEDIA_HOSTS ||= `${ZALO_MEDIA_HOSTS},${new URL(simulator.url).host}`
  const pair = simulator.tokens.issue()
  env.ZALO_OA_ACCESS_TOKEN ||= pair.access_token
  env.ZALO_OA_REFRESH_TOKEN ||= pair.refresh_token
  say(`Zalo is simulated: chat with the account at ${simulator.url}/`)
}

function portOf(text: string, usual: number) {
  return /^\d{1,5}$/.test(text) ? Number(text) : usual
}
