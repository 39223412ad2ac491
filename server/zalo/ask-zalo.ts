const LONGEST_WAIT_MS = 20_000

export type Asked = {
  method: 'GET' | 'POST'
  address: string
  headers: Record<string, string>
  body?: string | FormData | URLSearchParams
  /** Gives up when the service stops. */
  stopping?: AbortSignal
}
/** What came back: `json` is nothing when it was no JSON object, as from a gateway in trouble. */
export type Told = { status: number; headers: Headers; json: Record<string, unknown> | undefined }

/** One question to Zalo's servers; nothing when no whole answer came, so that it may or may not have been carried out. */
export async function askZalo({ method, address, headers, body, stopping }: Asked): Promise<Told | undefined> {
  try {
    const late = AbortSignal.timeout(LONGEST_WAIT_MS)
    const signal = stopping === undefined ? late : AbortSignal.any([late, stopping])
    const response = await fetch(address, { method, headers, body, signal, redirect: 'error' })
    return { status: response.status, headers: response.headers, json: parseObject(await response.text()) }
  } catch {
    return undefined
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `Retry-After` in seconds or as a date; nothing when it says nothing of use. */
export function retryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const told = headers.get('retry-after')
  if (told === null) return undefined
  const ms = /^\d+$/.test(told) ? Number(told) * 1_000 : Date.parse(told) - nowMs
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined
}
