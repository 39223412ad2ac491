import { copyText } from './platform.browser.ts'
import { basenameOf, type Platform } from './platform.ts'

/** Zalo's SDK may never settle, so every call has an end of ours. */
const LONGEST_CALL_MS = 6_000
/** A person reads and decides. */
const LONGEST_QUESTION_MS = 120_000

const loadSdk = () => import('./zalo-sdk.ts')

export function zaloPlatform(): Platform {
  return {
    kind: 'zalo',
    basename: basenameOf(location.pathname),
    apiBase: import.meta.env.VITE_API_URL ?? '',
    storage: {
      get: async (key) => (await inTime(async () => (await loadSdk()).readStored(key))) ?? null,
      set: async (key, value) => void (await inTime(async () => (await loadSdk()).writeStored(key, value))),
      remove: async (key) => void (await inTime(async () => (await loadSdk()).removeStored(key))),
    },
    getAccessToken: () => inTime(async () => (await loadSdk()).readAccessToken()),
    getPhoneToken: async () =>
      (await inTime(async () => (await loadSdk()).askForPhone(), LONGEST_QUESTION_MS)) ?? { outcome: 'failed' },
    copyText,
    async openOutside(url, allowed) {
      if (allowed !== 'all') return (await copyText(url)) ? 'copied' : 'failed'
      const opened = await inTime(async () => (await loadSdk()).openOutside(url))
      return opened === undefined ? 'failed' : 'opened'
    },
    async share({ title, path, miniAppId }) {
      const shared = await inTime(async () => (await loadSdk()).shareLink({ title, path }))
      if (shared !== undefined) return 'shared'
      if (miniAppId === null) return 'failed'
      return (await copyText(`https://zalo.me/s/${miniAppId}${path}`)) ? 'copied' : 'failed'
    },
  }
}

/** The answer, or nothing when the call failed or took too long. */
async function inTime<T>(call: () => Promise<T>, ms = LONGEST_CALL_MS): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms))
  return Promise.race([call().catch(() => undefined), late])
}
