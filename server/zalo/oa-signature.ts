import { createHash, timingSafeEqual } from 'node:crypto'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The body of an event that Zalo itself has signed; nothing when it is anybody else's word. The signature is over the
 * very bytes that came: parsed and written anew they would be others.
 */
export function readSignedEvent(
  raw: Uint8Array,
  header: string | undefined,
  { appId, secretKey }: { appId: string; secretKey: string },
): Record<string, unknown> | undefined {
  const given = readMac(header)
  const text = decode(raw)
  if (given === undefined || text === undefined) return undefined
  const body = parseObject(text)
  const timestamp = body && timestampOf(body, text)
  if (timestamp === undefined) return undefined
  const wanted = createHash('sha256').update(appId).update(raw).update(timestamp).update(secretKey).digest()
  return timingSafeEqual(wanted, Buffer.from(given, 'hex')) ? body : undefined
}

/** `mac=…` as documented; also seen without the name, with a space, in quotes. */
function readMac(header: string | undefined) {
  const [, hex] = /^\s*"?(?:mac\s*=\s*)?([0-9a-f]{64})"?\s*$/.exec(header ?? '') ?? []
  return hex
}

/** A number is taken as it was written: `1.0`, or more digits than a number holds, would be written otherwise by us. */
function timestampOf({ timestamp }: Record<string, unknown>, text: string) {
  if (typeof timestamp === 'string') return timestamp
  if (typeof timestamp !== 'number') return undefined
  return [...text.matchAll(/"timestamp"\s*:\s*(-?[\d.eE+-]{1,40})/g)].at(-1)?.[1]
}

function decode(raw: Uint8Array) {
  try {
    return utf8.decode(raw)
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
