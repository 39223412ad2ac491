import { createHash } from 'node:crypto'

/** An event about the Mini App as Zalo sends it: the body, and the header `X-ZEvent-Signature` over its values. */
export function signMiniAppEvent(event: Record<string, string | number>, apiKey: string) {
  const values = Object.entries(event)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, value]) => String(value))
  const signature = createHash('sha256')
    .update(values.join('') + apiKey)
    .digest('hex')
  return { body: JSON.stringify(event), signature }
}
