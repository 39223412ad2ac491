import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

export const MiniAppEvent = z.looseObject({ event: z.string(), timestamp: z.number(), userId: z.string().optional() })
export type MiniAppEvent = z.output<typeof MiniAppEvent> & {
  /** The same for the same event sent twice. */
  hash: string
}

/** An event about the Mini App that Zalo itself has signed; nothing when it is anybody else's word. */
export function readMiniAppEvent(
  apiKey: string | undefined,
  { body, signature }: { body: string; signature: string | undefined },
): MiniAppEvent | undefined {
  const fields = parseObject(body)
  if (apiKey === undefined || fields === undefined || signature === undefined) return undefined
  const expected = Buffer.from(signEvent(fields, apiKey))
  const given = Buffer.from(signature.toLowerCase())
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined
  const event = MiniAppEvent.safeParse(fields)
  return event.success ? { ...event.data, hash: given.toString() } : undefined
}

/** The values in the order of their fields' names, then the key: a plain SHA-256, as Zalo documents it. */
function signEvent(fields: Record<string, unknown>, apiKey: string) {
  const values = Object.keys(fields)
    .sort()
    .map((name) => (typeof fields[name] === 'object' ? JSON.stringify(fields[name]) : String(fields[name])))
  return createHash('sha256')
    .update(values.join('') + apiKey)
    .digest('hex')
}

function parseObject(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return z.record(z.string(), z.unknown()).safeParse(value).data
  } catch {
    return undefined
  }
}
