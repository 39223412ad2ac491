import { resolve } from 'node:path'
import { z } from 'zod'

const DEMO_SECRET = 'demo'

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'must start with file:')
    .optional(),
  DATABASE_AUTH_TOKEN: z.string().min(1).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZALO_MODE: z.enum(['simulator', 'live', 'off']).default('simulator'),
  ZALO_APP_ID: z.string().regex(/^\d+$/, 'must be digits').optional(),
  ZALO_APP_SECRET: z.string().min(1).default(DEMO_SECRET),
  ZALO_GRAPH_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZALO_MINI_APP_API_KEY: z.string().min(1).optional(),
  ZALO_OA_ID: z.string().regex(/^\d+$/, 'must be digits').optional(),
  ZALO_OA_SECRET_KEY: z.string().min(1).optional(),
  ZALO_OA_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZALO_OAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** A pair from Zalo's console, for an account that has none here yet. */
  ZALO_OA_ACCESS_TOKEN: z.string().min(1).optional(),
  ZALO_OA_REFRESH_TOKEN: z.string().min(1).optional(),
  /** Calls a minute that Zalo's package allows. */
  ZALO_OA_RATE: z.coerce.number().int().min(1).default(60),
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^[\w-]+:[\w-]+$/, 'must be number:secret')
    .optional(),
  ZALO_BOT_SECRET: z.string().min(8).max(256).optional(),
  ZALO_BOT_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZALO_SITE_VERIFICATION: z
    .string()
    .regex(/^[\w-]{1,75}$/)
    .optional(),
  ZALO_VERIFIER_FILE: z
    .string()
    .regex(/^zalo_verifier[\w-]{1,75}\.html$/)
    .optional(),
  ZALO_MEDIA_HOSTS: z
    .string()
    .regex(/^[a-z0-9.-]+(:\d+)?(,[a-z0-9.-]+(:\d+)?)*$/, 'must be hosts, with commas between')
    .default('zdn.vn,zadn.vn'),
  WEBHOOK_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(3002),
  CITIZEN_DATA_KEY: z
    .string()
    .refine((keys) => splitKeys(keys).every((key) => key.length >= 32), 'every key must have at least 32 characters')
    .optional(),
  ZALO_MINI_APP_ID: z.string().regex(/^\d+$/, 'must be digits').optional(),
  STAFF_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  BACKUP_KEY: z.string().min(20, 'must have at least 20 characters').optional(),
  EXTERNAL_LINKS: z.enum(['browser', 'all']).default('browser'),
  TRUST_PROXY: z.enum(['yes', 'no']).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

export type Config = {
  production: boolean
  /** A laptop: an account to sign in with is made at the first start. */
  demo: boolean
  port: number
  dataDir: string
  databaseFile: string
  publicUrl: string
  miniAppId: string | null
  externalLinks: 'browser' | 'all'
  /** Seals backups; without it they are as readable as the database. */
  backupKey: string | undefined
  /** Seals second factors and signs cookies; without it one is made and kept in the data folder. */
  staffSecret: string | undefined
  /** What one guess at a password costs; little only where tests sign in a hundred times. */
  passwordMemoryKiB: number
  /** Whether a proxy of ours stands in front and writes `X-Forwarded-For`. */
  trustProxy: boolean
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  zaloMode: 'simulator' | 'live' | 'off'
  /** How long to wait for more of what somebody has begun to say; 0 where tests hold the clock. */
  burstMs: number
  /** Where Zalo's events arrive, in a process of its own. */
  webhookPort: number
  /** What proves to Zalo that an address is ours. */
  siteVerification: { code: string | undefined; file: string | undefined }
  /** The Official Account; nothing without its number, or where Zalo is off. */
  oa: OaConfig | undefined
  /** Spent on an account whose tokens are not known yet. */
  firstTokens: { access: string; refresh: string } | undefined
  /** How often an account's API is called at most. */
  callsPerMinute: number
  /** The bot of the Zalo Bot Platform; nothing without its token. */
  bot: { token: string; secret: string; url: string } | undefined
  /** Where pictures that people send in a chat may be fetched from. */
  mediaHosts: string[]
  zalo: {
    /** Where to ask who a token belongs to; nothing where Zalo is off. */
    graphUrl: string | undefined
    appSecret: string
    /** Proves that an event about the Mini App comes from Zalo; without it none is believed. */
    miniAppApiKey: string | undefined
  }
  /** Seal what citizens tell of themselves: the first seals, the others only open. Without any, one is made and kept. */
  citizenDataKeys: string[] | undefined
}

export type OaConfig = {
  appId: string
  appSecret: string
  oaId: string
  /** Signs webhooks; another secret than the app's. */
  secretKey: string
  url: string
  oauthUrl: string
}

const BURST_MS = 1_500
const ZALO_OA_URL = 'https://openapi.zalo.me'
const ZALO_OAUTH_URL = 'https://oauth.zaloapp.com'
const ZALO_BOT_URL = 'https://bot-api.zaloplatforms.com'
const ZALO_GRAPH_URL = 'https://graph.zalo.me'

/** Names every wrong setting at once, one a line, never its value. */
export class ConfigProblems extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'))
  }
}

export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(set)
  if (!parsed.success)
    throw new ConfigProblems(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const problems = checkTogether(parsed.data)
  if (problems.length > 0) throw new ConfigProblems(problems)
  const { PORT, DATA_DIR, DATABASE_URL, PUBLIC_URL } = parsed.data
  const dataDir = resolve(DATA_DIR)
  return {
    production: parsed.data.NODE_ENV === 'production',
    demo: parsed.data.NODE_ENV === 'development',
    port: PORT,
    dataDir,
    databaseFile:
      DATABASE_URL === undefined ? resolve(dataDir, 'cchc.db') : resolve(DATABASE_URL.slice('file:'.length)),
    publicUrl: (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/(?<!\/)\/+$/, ''),
    miniAppId: parsed.data.ZALO_MINI_APP_ID ?? null,
    backupKey: parsed.data.BACKUP_KEY,
    staffSecret: parsed.data.STAFF_SECRET,
    passwordMemoryKiB: parsed.data.NODE_ENV === 'test' ? 1024 : 19_456,
    externalLinks: parsed.data.EXTERNAL_LINKS,
    trustProxy:
      parsed.data.TRUST_PROXY === undefined ? parsed.data.NODE_ENV === 'production' : parsed.data.TRUST_PROXY === 'yes',
    logLevel: parsed.data.LOG_LEVEL,
    zaloMode: parsed.data.ZALO_MODE,
    burstMs: parsed.data.NODE_ENV === 'test' ? 0 : BURST_MS,
    webhookPort: parsed.data.WEBHOOK_PORT,
    siteVerification: { code: parsed.data.ZALO_SITE_VERIFICATION, file: parsed.data.ZALO_VERIFIER_FILE },
    oa: oaOf(parsed.data),
    firstTokens: firstTokensOf(parsed.data),
    callsPerMinute: parsed.data.ZALO_OA_RATE,
    bot: botOf(parsed.data),
    mediaHosts: mediaHostsOf(parsed.data),
    zalo: {
      graphUrl: graphUrlOf(parsed.data),
      appSecret: parsed.data.ZALO_APP_SECRET,
      miniAppApiKey: parsed.data.ZALO_MINI_APP_API_KEY,
    },
    citizenDataKeys: parsed.data.CITIZEN_DATA_KEY === undefined ? undefined : splitKeys(parsed.data.CITIZEN_DATA_KEY),
  }
}

function graphUrlOf(env: z.infer<typeof Environment>) {
  return env.ZALO_MODE === 'off' ? undefined : addressOf(env, env.ZALO_GRAPH_URL, ZALO_GRAPH_URL)
}

function oaOf(env: z.infer<typeof Environment>): OaConfig | undefined {
  const { ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret, ZALO_OA_ID: oaId, ZALO_OA_SECRET_KEY: secretKey } = env
  if (env.ZALO_MODE === 'off' || appId === undefined || oaId === undefined || secretKey === undefined) return undefined
  const url = addressOf(env, env.ZALO_OA_URL, ZALO_OA_URL)
  return { appId, appSecret, oaId, secretKey, url, oauthUrl: addressOf(env, env.ZALO_OAUTH_URL, ZALO_OAUTH_URL) }
}

function firstTokensOf({ ZALO_OA_ACCESS_TOKEN: access, ZALO_OA_REFRESH_TOKEN: refresh }: z.infer<typeof Environment>) {
  return access === undefined || refresh === undefined ? undefined : { access, refresh }
}

function botOf(env: z.infer<typeof Environment>) {
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_SECRET: secret } = env
  if (env.ZALO_MODE === 'off' || token === undefined || secret === undefined) return undefined
  return { token, secret, url: addressOf(env, env.ZALO_BOT_URL, ZALO_BOT_URL) }
}

function mediaHostsOf({ ZALO_MODE, ZALO_MEDIA_HOSTS, SIMULATOR_PORT }: z.infer<typeof Environment>) {
  const hosts = ZALO_MEDIA_HOSTS.split(',')
  return ZALO_MODE === 'simulator' ? [...hosts, `127.0.0.1:${SIMULATOR_PORT}`, `localhost:${SIMULATOR_PORT}`] : hosts
}

function addressOf(
  { ZALO_MODE, SIMULATOR_PORT }: z.infer<typeof Environment>,
  named: string | undefined,
  live: string,
): string {
  const usual = ZALO_MODE === 'live' ? live : `http://127.0.0.1:${SIMULATOR_PORT}`
  return (named ?? usual).replace(/(?<!\/)\/+$/, '')
}

function splitKeys(keys: string) {
  return keys.split('|').map((key) => key.trim())
}

function checkTogether(env: z.infer<typeof Environment>): string[] {
  const problems: string[] = []
  if (env.DATABASE_AUTH_TOKEN !== undefined) problems.push('DATABASE_AUTH_TOKEN: a local file takes no token')
  if (env.ZALO_MODE === 'live') {
    if (env.ZALO_APP_ID === undefined) problems.push('ZALO_APP_ID: needed when ZALO_MODE is live')
    if (env.ZALO_MINI_APP_ID === undefined) problems.push('ZALO_MINI_APP_ID: needed when ZALO_MODE is live')
    if (env.ZALO_APP_SECRET === DEMO_SECRET) problems.push('ZALO_APP_SECRET: needed when ZALO_MODE is live')
  }
  if (env.ZALO_BOT_TOKEN !== undefined && env.ZALO_BOT_SECRET === undefined)
    problems.push('ZALO_BOT_SECRET: needed with ZALO_BOT_TOKEN')
  if (env.PORT === env.WEBHOOK_PORT && env.PORT !== 0) problems.push('WEBHOOK_PORT: another one than PORT')
  if (env.NODE_ENV === 'production') {
    if (env.ZALO_MODE === 'simulator') problems.push('ZALO_MODE: production runs live or off, not the simulator')
    if (env.ZALO_MODE === 'live' && env.ZALO_APP_SECRET.length < 16)
      problems.push('ZALO_APP_SECRET: too short for production')
    if (env.STAFF_SECRET === undefined) problems.push('STAFF_SECRET: production needs one, at least 32 characters')
    if (env.CITIZEN_DATA_KEY === undefined)
      problems.push('CITIZEN_DATA_KEY: production needs one, at least 32 characters')
    if (env.ZALO_MODE === 'live' && env.ZALO_OA_ID === undefined)
      problems.push('ZALO_OA_ID: production needs the Official Account that people write to')
    if (env.ZALO_MODE === 'live' && env.ZALO_OA_SECRET_KEY === undefined)
      problems.push('ZALO_OA_SECRET_KEY: production needs it to believe Zalo’s events')
    if (env.ZALO_OA_SECRET_KEY !== undefined && env.ZALO_OA_SECRET_KEY === env.ZALO_APP_SECRET)
      problems.push('ZALO_OA_SECRET_KEY: the one of the webhook page, not the secret of the app')
    if (env.ZALO_MODE === 'live' && env.ZALO_MINI_APP_API_KEY === undefined)
      problems.push('ZALO_MINI_APP_API_KEY: production needs it to hear who withdraws consent')
    if (env.ZALO_GRAPH_URL !== undefined && !env.ZALO_GRAPH_URL.startsWith('https://'))
      problems.push('ZALO_GRAPH_URL: tokens travel over https')
    if (env.PUBLIC_URL === undefined) problems.push('PUBLIC_URL: production needs the address people open')
    else if (!env.PUBLIC_URL.startsWith('https://')) problems.push('PUBLIC_URL: production is served over https')
  }
  return problems
}
