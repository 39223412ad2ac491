import { createContext, useContext } from 'react'

/** What differs between Zalo's web view and a browser; everything else is the same app. */
export type Platform = {
  kind: 'zalo' | 'browser'
  /** Where the router begins: Zalo serves the app below `/zapps/<id>`. */
  basename: string
  /** Before every API path; empty where the app and the service share an origin. */
  apiBase: string
  storage: Storage
  copyText: (text: string) => Promise<boolean>
  /** Opens an outside address, or copies it where leaving the app is not allowed. */
  openOutside: (url: string, allowed: 'browser' | 'all') => Promise<'opened' | 'copied' | 'failed'>
  /**
   * What tells our service who this is to Zalo; nothing in a browser, or when Zalo is silent. Like the next one,
   * asked for only when the person acts, never on opening.
   */
  getAccessToken: () => Promise<string | undefined>
  /** Zalo asks the person whether we may have the number; what it gives is good once, for minutes. */
  getPhoneToken: () => Promise<PhoneToken>
  share: (what: { title: string; path: string; miniAppId: string | null }) => Promise<'shared' | 'copied' | 'failed'>
}

export type PhoneToken = { outcome: 'given'; code: string } | { outcome: 'refused' | 'failed' }

type Storage = {
  get: (key: string) => Promise<string | null>
  set: (key: string, value: string) => Promise<void>
  remove: (key: string) => Promise<void>
}

/** Zalo's host page is the only place where its SDK answers; elsewhere its calls fake success or never settle. */
export function isZaloHost({ hostname, pathname }: { hostname: string; pathname: string }) {
  return hostname.includes('h5.zdn.vn') && pathname.startsWith('/zapps')
}

/** `/zapps/123` of `/zapps/123/thu-tuc/…`; the same layout serves tests and Zalo. */
export function basenameOf(pathname: string) {
  return /^\/zapps\/[^/]+/.exec(pathname)?.[0] ?? ''
}

export const PlatformContext = createContext<Platform | undefined>(undefined)

export function usePlatform(): Platform {
  const platform = useContext(PlatformContext)
  if (!platform) throw new Error('PlatformContext is set in main.tsx')
  return platform
}
