import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'
import type { Metrics } from './metrics.ts'

export type RequestVariables = { Variables: { requestId: string } }

/**
 * One line a request: the route's pattern, never the address itself, which may hold what a person typed.
 */
export function logRequests(log: Logger, metrics: Metrics): MiddlewareHandler<RequestVariables> {
  return async (context, next) => {
    const startedAt = performance.now()
    await next()
    const route = routePath(context, -1)
    const status = context.res.status
    const milliseconds = performance.now() - startedAt
    metrics.request({ route, status, milliseconds })
    const line = { requestId: context.get('requestId'), method: context.req.method, route, status, ms: Math.round(milliseconds) }
    if (status >= 500) log.error(line, 'request')
    else log.debug(line, 'request')
  }
}
