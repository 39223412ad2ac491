/** What somebody sent stands at Zalo's address for half an hour; an event could name any address, so few are asked. */
export type FetchMedia = (url: string) => Promise<Fetched>
export type Fetched =
  | { outcome: 'fetched'; bytes: Buffer }
  | { outcome: 'too_large' }
  /** Not an address of Zalo's, or it sends us elsewhere. */
  | { outcome: 'refused' }
  | { outcome: 'failed' }

const MOST_BYTES = 8 * 1024 * 1024
const TIMEOUT_MS = 10_000

/** `hosts`: names whose subdomains count too, over https alone; `host:port` as it is written, over http as well. */
export function createFetchMedia({ hosts }: { hosts: readonly string[] }): FetchMedia {
  return async (url) => {
    if (!isAllowed(url, hosts)) return { outcome: 'refused' }
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) })
      if (response.status >= 300 && response.status < 400) return { outcome: 'refused' }
      if (!response.ok || response.body === null) return { outcome: 'failed' }
      return await readAtMost(response.body)
    } catch {
      return { outcome: 'failed' }
    }
  }
}

export function isAllowed(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, hostname, port, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  if (protocol === 'http:') return hosts.includes(host) && host.includes(':')
  if (protocol !== 'https:') return false
  if (port !== '') return hosts.includes(host)
  return hosts.some((each) => hostname === each || hostname.endsWith(`.${each}`))
}

async function readAtMost(body: ReadableStream<Uint8Array>): Promise<Fetched> {
  const reader = body.getReader()
  const parts: Uint8Array[] = []
  let bytes = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length
    parts.push(part.value)
    if (bytes <= MOST_BYTES) continue
    await reader.cancel()
    return { outcome: 'too_large' }
  }
  return { outcome: 'fetched', bytes: Buffer.concat(parts) }
}
