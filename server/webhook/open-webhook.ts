import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { createSealing } from '../sealing/sealed.ts'
import { type InboxReader, prepareInbox, readInbox } from './event-inbox.ts'
import { startWebhook, type WebhookCounts, type WebhookSettings } from './receiver.ts'
import { superviseWebhook } from './webhook-process.ts'

/** `process`: in one of its own. `here`: in this one, as tests do. */
export type WebhookWish = 'process' | 'here' | 'nowhere'

type Opened = {
  /** Where Zalo's events arrive, once they can; nothing when the port cannot be had. */
  begun: () => Promise<{ url: string; port: number } | undefined>
  openInbox: () => InboxReader
  noteTakenOver: (seq: number) => void
  counts: () => WebhookCounts | undefined
  stop: () => Promise<void>
}

/** Begins to receive Zalo's events, and hands out what the service needs to take them over. */
export function openWebhook(
  wish: 'process' | 'here',
  {
    config,
    keys,
    ...rest
  }: {
    config: Config
    keys: string[]
    now: () => Date
    onStored: () => void
    say: (line: string) => void
    log: Logger
  },
): Opened {
  const { dataDir } = config
  prepareInbox(dataDir, rest.now())
  const settings = settingsOf(config)
  const openInbox = () => readInbox(dataDir)
  if (wish === 'process') {
    const process = superviseWebhook({ ...settings, keys }, rest)
    return { ...process, openInbox }
  }
  const starting = startWebhook({ ...settings, ...rest, sealing: createSealing(keys) })
  return {
    begun: async () => {
      const { url, port } = await starting
      return { url, port }
    },
    openInbox,
    noteTakenOver: (seq) => void starting.then((webhook) => webhook.noteTakenOver(seq)),
    counts: () => undefined,
    stop: async () => (await starting).stop(),
  }
}

function settingsOf({ webhookPort, dataDir, oa, bot, zalo, siteVerification }: Config): WebhookSettings {
  const secrets = {
    oa: oa && { appId: oa.appId, oaId: oa.oaId, secretKey: oa.secretKey },
    ...{ miniAppApiKey: zalo.miniAppApiKey, botSecret: bot?.secret },
  }
  return { port: webhookPort, dataDir, secrets, siteVerification }
}
