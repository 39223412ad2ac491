import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context, Hono } from 'hono'
import type { Anyone, Citizen, Ctx, Taker } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { type CallerAddress, isFromThisMachine } from './caller-address.ts'
import { toContract } from './contract.ts'
import { type Download, sendDownload } from './download.ts'
import { isIdempotencyKey } from './idempotency.ts'
import { makeReply, type PublishedReplies, toResponse } from './published-replies.ts'
import { createReceiving } from './receiving.ts'
import { parseNothing, readInput } from './request-input.ts'
import type { Access, Body, Input, Route, Shape } from './route.ts'

export type Router = Hono<{ Variables: { requestId: string } }>
/** Every address the router answers, and who may call it. */
export type Policies = { method: string; path: string; access: Access; mostBytes?: number }[]

const UNCHANGING = 'public, max-age=31536000, immutable'

/** Who is asking, by the bearer alone; nobody when it is not there, over or ended. */
export type IdentifyCitizen = (authorization: string | undefined) => Promise<Citizen | undefined>
/** Which paper a token is for; nothing when it is none of ours. */
export type IdentifyTaker = (authorization: string | undefined) => Taker | undefined
/** What is known of a request besides its input. */
export type From = {
  address: string
  /** So that a request sent twice, because its answer was lost, is done once: kept with what it makes. */
  idempotencyKey: string | undefined
}

export type Api = ReturnType<typeof createApi>

/** The citizens' doors: `app` answers, the contract remembers what was declared. */
export function createApi({
  app,
  policies,
  makeCtx,
  makeCitizenCtx,
  makeTakerCtx,
  identifyCitizen,
  identifyTaker,
  replies,
  callerAddress,
}: {
  app: Router
  policies: Policies
  makeCtx: () => Ctx<Anyone>
  makeCitizenCtx: (actor: Citizen) => Ctx<Citizen>
  makeTakerCtx: (actor: Taker) => Ctx<Taker>
  identifyCitizen: IdentifyCitizen
  identifyTaker: IdentifyTaker
  replies: PublishedReplies
  callerAddress: CallerAddress
}) {
  const contract = new OpenAPIHono()
  const inTurn = createReceiving()

  /** Declares the route in the contract and to the router. */
  function declare<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
    declared: Route<P, Q, B, R>,
    answer: (context: Context) => Promise<Response>,
  ) {
    const { method, path, access, mostBytes } = declared
    policies.push({ method, path, access, mostBytes })
    contract.openAPIRegistry.registerPath(toContract(declared))
    app.on(method, toPattern(path), answer)
  }

  /** Hands the route's parsed input to `answer`. */
  function mount<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
    declared: Route<P, Q, B, R>,
    answer: (input: Input<P, Q, B>, context: Context) => Promise<Response>,
  ) {
    declare(declared, async (context) => answer(await readInput(context, declared), context))
  }

  async function openAs(context: Context) {
    const actor = await identifyCitizen(context.req.header('authorization'))
    if (actor === undefined) throw new AppError('citizen.not_signed_in')
    return makeCitizenCtx(actor)
  }

  const fromOf = (context: Context): From => ({ address: callerAddress(context), idempotencyKey: readKey(context) })

  return {
    contract,
    /** Replies made for each request; fields the schema does not name never leave. */
    serve<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
      declared: Route<P, Q, B, R>,
      answer: (
        ctx: Ctx<Anyone>,
        input: Input<P, Q, B>,
        from: From & { citizen: Citizen | undefined },
      ) => Promise<z.input<R>>,
    ) {
      mount(declared, async (input, context) => {
        const citizen = await identifyCitizen(context.req.header('authorization'))
        const reply = await answer(makeCtx(), input, { ...fromOf(context), citizen })
        return context.json(declared.reply.parse(reply) as object, declared.status, NO_STORE)
      })
    },
    /** A read or a change by a citizen with a session; never kept by anybody on the way. */
    serveCitizen<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
      declared: Route<P, Q, B, R>,
      answer: (ctx: Ctx<Citizen>, input: Input<P, Q, B>, from: From) => Promise<z.input<R>>,
    ) {
      declare(declared, async (context) => {
        const ctx = await openAs(context)
        const reply = await answer(ctx, await readInput(context, declared), fromOf(context))
        return context.json(declared.reply.parse(reply) as object, declared.status, NO_STORE)
      })
    },
    /** A change on one paper by whoever holds its token; nobody is looked up. */
    serveAttempt<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
      declared: Route<P, Q, B, R>,
      answer: (ctx: Ctx<Taker>, input: Input<P, Q, B>) => Promise<z.input<R>>,
    ) {
      declare(declared, async (context) => {
        const actor = identifyTaker(context.req.header('authorization'))
        if (actor === undefined) throw new AppError('attempt.token_refused')
        const reply = await answer(makeTakerCtx(actor), await readInput(context, declared))
        return context.json(declared.reply.parse(reply) as object, declared.status, NO_STORE)
      })
    },
    /** Bytes in from a citizen (a picture, a PDF), JSON out; the largest body is the route's own. */
    receiveCitizen<P extends Shape, Q extends Shape, R extends z.ZodType>(
      declared: Route<P, Q, undefined, R>,
      answer: (
        ctx: Ctx<Citizen>,
        input: Input<P, Q, undefined> & { bytes: Buffer; contentType: string },
        from: From,
      ) => Promise<z.input<R>>,
    ) {
      declare(declared, async (context) => {
        const ctx = await openAs(context)
        const input = await readInput(context, declared)
        const bytes = await inTurn(ctx.actor.id, async () => Buffer.from(await context.req.arrayBuffer()))
        const contentType = (context.req.header('content-type') ?? '').split(';')[0]?.trim() ?? ''
        const reply = await answer(ctx, { ...input, bytes, contentType }, fromOf(context))
        return context.json(declared.reply.parse(reply) as object, declared.status, NO_STORE)
      })
    },
    /** Bytes out, always as a download, to whoever the use case gives them. */
    download<P extends Shape, Q extends Shape, B extends Body>(
      declared: Route<P, Q, B, z.ZodType>,
      answer: (ctx: Ctx<Anyone>, input: Input<P, Q, B>, from: From) => Promise<Download>,
    ) {
      mount(declared, async (input, context) => sendDownload(await answer(makeCtx(), input, fromOf(context))))
    },
    /** Bytes out to a citizen with a session. */
    downloadCitizen<P extends Shape, Q extends Shape, B extends Body>(
      declared: Route<P, Q, B, z.ZodType>,
      answer: (ctx: Ctx<Citizen>, input: Input<P, Q, B>) => Promise<Download>,
    ) {
      declare(declared, async (context) => {
        const ctx = await openAs(context)
        return sendDownload(await answer(ctx, await readInput(context, declared)))
      })
    },
    /** Published reads: `answer` gives JSON text that was parsed when it was published; kept until content changes. */
    publish<P extends Shape, Q extends Shape, R extends z.ZodType>(
      declared: Route<P, Q, undefined, R>,
      answer: (ctx: Ctx<Anyone>, input: Input<P, Q, undefined>) => Promise<string | Buffer>,
    ) {
      mount(declared, async (input, context) => {
        const generation = replies.generation
        const reply = await answer(makeCtx(), input)
        const body = typeof reply === 'string' ? Buffer.from(reply) : reply
        return sendPublished(replies, context, { body, contentType: 'application/json; charset=utf-8', generation })
      })
    },
    /** A published file that is not JSON: feeds, sitemap. */
    file(path: string, contentType: string, answer: (ctx: Ctx<Anyone>) => Promise<string>) {
      policies.push({ method: 'GET', path, access: 'anyone' })
      app.get(path, async (context) => {
        parseNothing(context)
        const generation = replies.generation
        const body = Buffer.from(await answer(makeCtx()))
        return sendPublished(replies, context, { body, contentType, generation })
      })
    },
    /** Bytes under a name that never means anything else. */
    bytes(path: string, contentType: string, answer: (ctx: Ctx<Anyone>, name: string) => Promise<Buffer>) {
      policies.push({ method: 'GET', path, access: 'anyone' })
      app.get(path, async (context) => {
        parseNothing(context)
        const generation = replies.generation
        const body = await answer(makeCtx(), context.req.param('name') ?? '')
        return sendPublished(replies, context, { body, contentType, generation, cacheControl: UNCHANGING })
      })
    },
    /** A page of the browser's app; its query belongs to the app and is not ours to refuse. */
    page(path: string, answer: (ctx: Ctx<Anyone>, context: Context) => Promise<Response>) {
      policies.push({ method: 'GET', path, access: 'anyone' })
      app.get(path, (context) => answer(makeCtx(), context))
    },
    /** What only this machine may ask: never proxied, so never behind a forwarded address. */
    operator(path: string, answer: (context: Context) => Promise<Response>) {
      policies.push({ method: 'GET', path, access: 'operator' })
      app.get(path, (context) => {
        if (!isFromThisMachine(context)) throw new AppError('access.denied')
        return answer(context)
      })
    },
    /** For machines that watch the service. */
    health(path: string, answer: () => Promise<Response>) {
      policies.push({ method: 'GET', path, access: 'anyone' })
      app.get(path, answer)
    },
  }
}

const NO_STORE = { 'cache-control': 'no-store' }

function readKey(context: Context) {
  const key = context.req.header('idempotency-key')
  if (key !== undefined && !isIdempotencyKey(key)) throw new AppError('idempotency.key_invalid')
  return key
}

/** `{slug}` of a contract as the router writes it, `:slug`. */
export function toPattern(path: string) {
  return path.replace(/\{(\w+)\}/g, ':$1')
}

/** Sends a published body with its ETag and keeps it for the next one who asks for the same address. */
async function sendPublished(
  replies: PublishedReplies,
  context: Context,
  {
    body,
    contentType,
    generation,
    cacheControl = 'public, no-cache',
  }: { body: Buffer; contentType: string; generation: number; cacheControl?: string },
) {
  const reply = await makeReply(body, { contentType, cacheControl })
  replies.keep(addressOf(context), reply, generation)
  return toResponse(reply, context.req.raw)
}

function addressOf(context: Context) {
  return context.req.url.slice(context.req.url.indexOf('/', 'https://'.length))
}
