import { createHash } from 'node:crypto'
import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { Permission } from '../staff/permissions.ts'
import { type Policies, type Router, toPattern } from './api.ts'
import type { CallerAddress } from './caller-address.ts'
import { toContract } from './contract.ts'
import { type Download, sendDownload } from './download.ts'
import { type Idempotency, withIdempotency } from './idempotency.ts'
import { parseNothing, readInput } from './request-input.ts'
import type { Body, Input, Route, Shape } from './route.ts'
import { refuseForeignPages } from './same-origin.ts'

export type StaffApi = ReturnType<typeof createStaffApi>
/** Who is asking, by cookie or token; throws `staff.not_signed_in`. */
export type Authenticate = (request: { cookie?: string; authorization?: string }) => Promise<Staff>
/** What a sign-in or a sign-out sets besides its reply. */
export type WithCookies<T> = { reply: T; cookies: string[] }

/** The staff's doors: who it is, from our own pages, holding the permission, then what is said. */
export function createStaffApi({
  app,
  policies,
  makeCtx,
  makeAnyoneCtx,
  authenticate,
  idempotency,
  publicUrl,
  callerAddress,
}: {
  app: Router
  policies: Policies
  makeCtx: (actor: Staff) => Ctx<Staff>
  makeAnyoneCtx: () => Ctx
  authenticate: Authenticate
  idempotency: Idempotency
  publicUrl: string
  callerAddress: CallerAddress
}) {
  const contract = new OpenAPIHono()

  async function identify(context: Context, access: Route<Shape, Shape, Body, z.ZodType>['access']) {
    const authorization = context.req.header('authorization')
    const cookie = context.req.header('cookie')
    // A token is sent on purpose, a cookie by the browser on its own: only the latter can be ridden upon.
    if (authorization === undefined) refuseForeignPages(context, publicUrl)
    const actor = await authenticate({ cookie: authorization === undefined ? cookie : undefined, authorization })
    if (typeof access === 'object' && !mayAnywhere(actor, access.may))
      throw new AppError('staff.forbidden', { permission: access.may })
    return actor
  }

  function declare<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
    declared: Route<P, Q, B, R>,
    answer: (context: Context) => Promise<Response>,
  ) {
    const { method, path, access, mostBytes } = declared
    policies.push({ method, path, access, mostBytes })
    contract.openAPIRegistry.registerPath(toContract(declared))
    app.on(method, toPattern(path), answer)
  }

  return {
    contract,
    /** A read or a change by somebody signed in. A reply with a `version` carries it as its ETag. */
    serve<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
      declared: Route<P, Q, B, R>,
      answer: (ctx: Ctx<Staff>, input: Input<P, Q, B>) => Promise<z.input<R>>,
      { isReplySecret = false } = {},
    ) {
      declare(declared, async (context) => {
        const actor = await identify(context, declared.access)
        const input = await readInput(context, declared)
        const ctx = makeCtx(actor)
        const run = async () => declared.reply.parse(await answer(ctx, input))
        if (declared.method === 'GET') return sendTagged(context, await run(), 200)
        const key = context.req.header('idempotency-key')
        if (declared.method !== 'POST' || key === undefined) return sendTagged(context, await run(), declared.status)
        const asked = { key, actorId: actor.id, route: `POST ${context.req.path}`, body: await context.req.text() }
        return sendTagged(context, await withIdempotency(idempotency, asked, run, { isReplySecret }), declared.status)
      })
    },
    /** Signing in and out: nobody is known yet, and cookies leave with the reply. */
    serveSignIn<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
      declared: Route<P, Q, B, R>,
      answer: (
        ctx: Ctx,
        input: Input<P, Q, B>,
        from: { cookie: string | undefined; address: string },
      ) => Promise<WithCookies<z.input<R>>>,
    ) {
      declare(declared, async (context) => {
        refuseForeignPages(context, publicUrl)
        if (declared.access !== 'anyone') await identify(context, declared.access)
        const input = await readInput(context, declared)
        const from = { cookie: context.req.header('cookie'), address: callerAddress(context) }
        const { reply, cookies } = await answer(makeAnyoneCtx(), input, from)
        const response = context.json(declared.reply.parse(reply) as object, declared.status, NO_STORE)
        for (const cookie of cookies) response.headers.append('set-cookie', cookie)
        return response
      })
    },
    /** Bytes in (a picture, a spreadsheet), JSON out; the largest body is the route's own. */
    receive<P extends Shape, Q extends Shape, R extends z.ZodType>(
      declared: Route<P, Q, undefined, R>,
      answer: (
        ctx: Ctx<Staff>,
        input: Input<P, Q, undefined> & { bytes: Buffer; contentType: string },
      ) => Promise<z.input<R>>,
    ) {
      declare(declared, async (context) => {
        const actor = await identify(context, declared.access)
        const input = await readInput(context, declared)
        const bytes = Buffer.from(await context.req.arrayBuffer())
        const contentType = (context.req.header('content-type') ?? '').split(';')[0]?.trim() ?? ''
        const body = declared.reply.parse(await answer(makeCtx(actor), { ...input, bytes, contentType }))
        return sendTagged(context, body, declared.status)
      })
    },
    /** Bytes out: an export or what a citizen sent along, always as a download. */
    download<P extends Shape, Q extends Shape, B extends Body>(
      declared: Route<P, Q, B, z.ZodType>,
      answer: (ctx: Ctx<Staff>, input: Input<P, Q, B>) => Promise<Download>,
    ) {
      declare(declared, async (context) => {
        const actor = await identify(context, declared.access)
        return sendDownload(await answer(makeCtx(actor), await readInput(context, declared)))
      })
    },
    /** The staff's own contract: only for somebody signed in. */
    document(path: string, describe: () => object) {
      policies.push({ method: 'GET', path, access: 'signed_in' })
      app.get(path, async (context) => {
        await identify(context, 'signed_in')
        parseNothing(context)
        return context.json(describe(), 200, NO_STORE)
      })
    },
  }
}

const NO_STORE = { 'cache-control': 'no-store' }

function mayAnywhere(actor: Staff, permission: Permission) {
  return (actor.may.get(permission)?.size ?? 0) > 0
}

function sendTagged(context: Context, reply: unknown, status: 200 | 201): Response {
  const text = JSON.stringify(reply)
  const etag = etagOf(reply, text)
  if (context.req.method === 'GET' && context.req.header('if-none-match') === etag)
    return new Response(null, { status: 304, headers: { ...NO_STORE, etag } })
  return new Response(text, {
    status,
    headers: { ...NO_STORE, 'content-type': 'application/json; charset=utf-8', etag },
  })
}

function etagOf(reply: unknown, text: string) {
  if (typeof reply === 'object' && reply !== null && 'version' in reply && typeof reply.version === 'number')
    return `"${reply.version}"`
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
}
