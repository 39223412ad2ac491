import { nativeStorage, openOutApp, openShareSheet } from 'zmp-sdk'

/** The only file that touches Zalo's SDK. Its storage throws synchronously where it is not available. */
export async function readStored(key: string): Promise<string | null> {
  const value: unknown = nativeStorage.getItem(key)
  return typeof value === 'string' && value !== '' ? value : null
}

export async function writeStored(key: string, value: string) {
  nativeStorage.setItem(key, value)
  return true
}

export async function removeStored(key: string) {
  nativeStorage.removeItem(key)
  return true
}

export async function openOutside(url: string) {
  await openOutApp({ url })
  return true
}

/** Shares the screen as a link that opens this Mini App at `path`. */
export async function shareLink({ title, path }: { title: string; path: string }) {
  await openShareSheet({ type: 'zmp_deep_link', data: { title, description: title, thumbnail: '', path } })
  return true
}
