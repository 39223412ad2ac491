import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { storageCode } from '../db/storage-problem.ts'
import { AppError } from '../errors.ts'
import type { Policies, Router } from './api.ts'
import type { Metrics } from './metrics.ts'
import type { Pages } from './pages.ts'
import { problemResponse, toAppError } from './problems.ts'
import { nextRequestId } from './request-id.ts'
import { preflightHeaders, SECURITY_HEADERS } from './security-headers.ts'

/** What a citizen's form may weigh; a route that takes more says so. */
const MOST_BODY_BYTES = 64 * 1024

/** What holds for every request, known address or not: id, log line, headers, limits, and errors as problems. */
export function guardRequests(
  { app, policies }: { app: Router; policies: Policies },
  { log, metrics, pages }: { log: Logger; metrics: Metrics; pages: Pages | undefined },
) {
  app.use('*', async (context, next) => {
    const startedAt = performance.now()
    const requestId = nextRequestId()
    context.set('requestId', requestId)
    await next()
    setSecurityHeaders(context)
    context.res.headers.set('x-request-id', requestId)
    const status = context.res.status
    const route = context.req.routePath
    const milliseconds = performance.now() - startedAt
    metrics.request({ route, status, milliseconds })
    // The route's pattern, never the address itself, which may hold what a person typed.
    log[status >= 500 ? 'error' : 'debug'](
      { requestId, method: context.req.method, route, status, ms: Math.round(milliseconds) },
      'request',
    )
  })

  const policiesOf = createPolicyFinder(policies)
  const limits = new Map<number, MiddlewareHandler>()
  app.use('*', (context, next) => {
    const { path, method } = context.req
    const own = policiesOf(path).find((policy) => policy.mostBytes && policy.method === method)
    const mostBytes = own?.mostBytes ?? MOST_BODY_BYTES
    const told = toldBytes(context)
    if (told !== undefined && told <= mostBytes) return next()
    const limit = limits.get(mostBytes) ?? limitBody(mostBytes)
    limits.set(mostBytes, limit)
    return limit(context, next)
  })

  app.use('*', async (context, next) => {
    const allowed = allowedMethods(policiesOf(context.req.path))
    if (context.req.method === 'OPTIONS' && allowed.length > 0)
      return new Response(null, { status: 204, headers: preflightHeaders(allowed) })
    if (allowed.length > 0 && !allowed.includes(context.req.method)) {
      const response = problemResponse('route.method_not_allowed', { allow: allowed }, context.get('requestId'))
      response.headers.set('allow', allowed.join(', '))
      return response
    }
    return next()
  })

  app.notFound((context) => {
    const isPerson = context.req.header('accept')?.includes('text/html') && !/^\/(admin\/)?api\//.test(context.req.path)
    if (pages && isPerson) return pages.sendNotFound(context)
    return problemResponse('route.not_found', {}, context.get('requestId'))
  })

  app.onError((error, context) => {
    const problem = toAppError(error)
    const requestId = context.get('requestId')
    if (problem.code === 'server.failed')
      log.error({ requestId, name: error.name, cause: storageCode(error), stack: stackOf(error) }, 'request failed')
    return problemResponse(problem.code, problem.details, requestId)
  })
}

/** A told length decides without touching the body: Node reads no byte beyond it. */
function limitBody(mostBytes: number): MiddlewareHandler {
  const refuse = () => {
    throw new AppError('request.too_large', { mostBytes })
  }
  const count = bodyLimit({ maxSize: mostBytes, onError: refuse })
  return (context, next) => {
    if (context.req.header('transfer-encoding') !== undefined) return count(context, next)
    return Number(context.req.header('content-length') ?? 0) > mostBytes ? refuse() : next()
  }
}

/** The staff's side is read by nobody else's page, so it names no origin that may. */
function setSecurityHeaders(context: Context) {
  const isStaffSide = /^\/admin(\/|$)/.test(context.req.path)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    const isKept = name === 'content-security-policy' && context.res.headers.has(name)
    if (isKept || (isStaffSide && name.startsWith('access-control-'))) continue
    context.res.headers.set(name, value)
  }
}

/** Where it failed, without the message, which may hold what a person typed. */
function stackOf(error: Error) {
  return error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join('\n')
}

/** A body's length as its sender says it and the parser holds it to; nothing where it comes in pieces. */
function toldBytes(context: Context): number | undefined {
  if (context.req.header('transfer-encoding') !== undefined) return undefined
  return Number(context.req.header('content-length') ?? 0)
}

function allowedMethods(policies: Policies): string[] {
  const methods = policies.map((policy) => policy.method)
  return methods.includes('GET') ? [...new Set([...methods, 'HEAD', 'OPTIONS'])] : [...new Set(methods)]
}

/** Which of `/api/procedures/{codeOrSlug}`, `/thu-tuc/:name` … fit an address; each is taken apart once. */
function createPolicyFinder(policies: Policies) {
  const byLength = new Map<number, { policy: Policies[number]; parts: (string | undefined)[] }[]>()
  let known = 0
  return (path: string): Policies => {
    for (const policy of policies.slice(known)) {
      const parts = policy.path.split('/').map((part) => (/^[{:]/.test(part) ? undefined : part))
      byLength.set(parts.length, [...(byLength.get(parts.length) ?? []), { policy, parts }])
    }
    known = policies.length
    const asked = path.split('/')
    const fits = (part: string | undefined, at: number) => part === undefined || part === asked[at]
    return (byLength.get(asked.length) ?? []).filter(({ parts }) => parts.every(fits)).map(({ policy }) => policy)
  }
}
