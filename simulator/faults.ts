import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { z } from 'zod'
import { createChance } from './chance.ts'

export const FAULTS = [
  ...(['outside_vietnam', 'server_error', 'not_json', 'busy', 'hang', 'reset', 'empty'] as const),
  /** Done, but whoever asked never hears of it: the connection is cut, or stays silent. */
  ...(['lost_answer', 'silent_answer'] as const),
  /** Refused with the number given. */
  'zalo_error',
] as const

export const Fault = z.strictObject({
  /** `me` and `info` of the graph, the path of any other door, or `any`. */
  endpoint: z.union([z.enum(['me', 'info', 'any']), z.string().regex(/^\//)]),
  fault: z.enum(FAULTS),
  /** How many requests meet it; without a number, all until it is taken away. */
  times: z.int().min(1).optional(),
  /** What `zalo_error` answers. */
  error: z.int().max(-1).optional(),
  message: z.string().optional(),
  /** Of how many requests it meets one, 0 to 1. One with a chance joins those already there. */
  chance: z.number().min(0).max(1).optional(),
  seed: z.int().optional(),
})
export type Fault = z.output<typeof Fault>
export type SetFault = Fault & { left: number; draw: () => number }

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>'

export function createFaults() {
  const faults = new Map<string, SetFault[]>()
  function take(endpoint: string): SetFault | undefined {
    const set = faults.get(endpoint) ?? []
    const met = set.find(({ chance, draw }) => chance === undefined || draw() < chance)
    if (met === undefined) return undefined
    met.left -= 1
    if (met.left <= 0)
      faults.set(
        endpoint,
        set.filter((other) => other !== met),
      )
    return met
  }
  return {
    setFault(fault: Fault) {
      const kept = fault.chance === undefined ? [] : (faults.get(fault.endpoint) ?? [])
      const made = { ...fault, left: fault.times ?? Number.POSITIVE_INFINITY, draw: createChance(fault.seed ?? 1) }
      faults.set(fault.endpoint, [...kept, made])
    },
    clearFaults: () => faults.clear(),
    takeFault: (endpoint: string) => take(endpoint) ?? take('any'),
  }
}

/** Lets a request meet what was set for it; `act` is what would have happened. */
export async function meetFault(
  context: Context,
  set: SetFault | undefined,
  { closing, act }: { closing: AbortSignal; act: () => Response | Promise<Response> },
): Promise<Response> {
  if (set === undefined) return act()
  const { incoming } = context.env as { incoming: IncomingMessage }
  switch (set.fault) {
    case 'outside_vietnam':
      return tellAbroad(context)
    case 'server_error':
      return context.html(HTML, 502)
    case 'not_json':
      return context.html(HTML, 200)
    case 'busy':
      return context.json({ error: -32 }, 500)
    case 'empty':
      return context.body('', 200)
    case 'zalo_error':
      return context.json({ error: set.error ?? -200, message: set.message ?? 'Send message failed' })
    case 'lost_answer':
      await act()
      return cut(incoming)
    case 'reset':
      return cut(incoming)
    case 'silent_answer':
      await act()
      await untilGone(incoming, closing)
      return context.body(null, 504)
    case 'hang':
      await untilGone(incoming, closing)
      return context.body(null, 504)
  }
}

export function tellAbroad(context: Context) {
  const message = 'Personal information is limited due to IP address not inside Vietnam: 203.0.113.9'
  return context.json({ error: -501, message })
}

function cut(incoming: IncomingMessage): Promise<Response> {
  incoming.socket.resetAndDestroy()
  return new Promise(() => {})
}

/** Until whoever asked has gone away, or the simulator stops. */
function untilGone(incoming: IncomingMessage, closing: AbortSignal) {
  return new Promise<void>((resolve) => {
    incoming.socket.once('close', () => resolve())
    closing.addEventListener('abort', () => resolve())
  })
}
