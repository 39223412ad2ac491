import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

export type CallerAddress = (context: Context) => string

/**
 * Who is at the other end, for slowing down those who flood or guess. `X-Forwarded-For` is believed only where a
 * proxy of ours writes it: otherwise it is anybody's word.
 */
export function callerAddressBehind({ isBehindProxy }: { isBehindProxy: boolean }): CallerAddress {
  return (context) => {
    const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    if (isBehindProxy && forwarded !== undefined) return forwarded
    const env = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
    return env?.incoming?.socket?.remoteAddress ?? 'unknown'
  }
}

export function isFromThisMachine(context: Context) {
  const { address } = getConnInfo(context).remote
  const isLoopback = address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
  return (
    isLoopback && context.req.header('x-forwarded-for') === undefined && context.req.header('forwarded') === undefined
  )
}
