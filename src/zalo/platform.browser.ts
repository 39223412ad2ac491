import { basenameOf, type Platform } from './platform.ts'

export function browserPlatform(): Platform {
  return {
    kind: 'browser',
    basename: basenameOf(location.pathname),
    apiBase: '',
    storage: {
      get: async (key) => read(key),
      set: async (key, value) => write(() => localStorage.setItem(key, value)),
      remove: async (key) => write(() => localStorage.removeItem(key)),
    },
    getAccessToken: async () => undefined,
    getPhoneToken: async () => ({ outcome: 'failed' }),
    copyText,
    openOutside: async (url) => {
      window.open(url, '_blank', 'noopener')
      return 'opened'
    },
    async share({ title, path }) {
      const url = new URL(path, location.origin).href
      if (navigator.share)
        return navigator.share({ title, url }).then(
          () => 'shared' as const,
          () => 'failed' as const,
        )
      return (await copyText(url)) ? 'copied' : 'failed'
    },
  }
}

export async function copyText(text: string) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function read(key: string) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** A private window may refuse storage; the app then simply does not remember. */
function write(change: () => void) {
  try {
    change()
  } catch {
    return
  }
}
