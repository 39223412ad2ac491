import { createHash } from 'node:crypto'
import { AppError } from '../errors.ts'

export type Asked = { key: string; actorId: string; route: string; body: string }
type Known = { requestHash: string; reply: string | null }

/** Where answers to keyed requests are kept; the key belongs to one actor. */
export type Idempotency = {
  /** Takes the key; what is known about it when somebody has taken it before. */
  begin: (taken: { key: string; actorId: string; requestHash: string }) => Promise<Known | undefined>
  finish: (taken: { key: string; actorId: string }, reply: string) => Promise<void>
  /** The request failed and changed nothing: the key is free again. */
  release: (taken: { key: string; actorId: string }) => Promise<void>
}

export function isIdempotencyKey(key: string) {
  return /^[\x21-\x7e]{8,255}$/.test(key)
}

/**
 * Answers a repeated POST with its first answer. The same key with another request is refused, and so is one
 * whose first request has not been answered (it is under way, or the server stopped before the answer was kept).
 */
export async function withIdempotency<T>(
  store: Idempotency,
  { key, actorId, route, body }: Asked,
  run: () => Promise<T>,
  { isReplySecret }: { isReplySecret: boolean },
): Promise<T> {
  if (!isIdempotencyKey(key)) throw new AppError('idempotency.key_invalid')
  const requestHash = createHash('sha256').update(`${route}\n${body}`).digest('base64url')
  const known = await store.begin({ key, actorId, requestHash })
  if (known) {
    if (known.requestHash !== requestHash) throw new AppError('idempotency.key_reused')
    if (known.reply === null) throw new AppError('idempotency.unanswered')
    return JSON.parse(known.reply)
  }
  try {
    const reply = await run()
    if (!isReplySecret) await store.finish({ key, actorId }, JSON.stringify(reply))
    return reply
  } catch (error) {
    await store.release({ key, actorId })
    throw error
  }
}
