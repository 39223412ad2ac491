import { getConnInfo } from '@hono/node-server/conninfo'
import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Anyone, Ctx } from '../ctx.ts'
import { AppError, type ProblemCode } from '../errors.ts'
import { PROBLEM_STATUS, Problem } from './problems.ts'
import { makeReply, type PublishedReplies, toResponse } from './published-replies.ts'

/** Who may call a route. `operator`: only from this machine itself. */
export type Access = 'anyone' | 'operator'

type Shape = z.ZodObject | undefined
type Input<P extends Shape, Q extends Shape> = {
  params: P extends z.ZodObject ? z.output<P> : undefined
  query: Q extends z.ZodObject ? z.output<Q> : undefined
}

export type Route<P extends Shape, Q extends Shape, R extends z.ZodType> = {
  method: 'get'
  path: string
  access: Access
  summary: string
  params: P
  query: Q
  reply: R
  problems: ProblemCode[]
}

/** A route as data: its door line, who may come in, what is said both ways. */
export function route<R extends z.ZodType, P extends Shape = undefined, Q extends Shape = undefined>(
  line: `GET ${string}`,
  about: { summary: string; access: Access; params?: P; query?: Q; reply: R; problems?: ProblemCode[] },
): Route<P, Q, R> {
  return {
    method: 'get',
    path: line.slice('GET '.length),
    access: about.access,
    summary: about.summary,
    // An absent option is `undefined`, which is what P and Q then are.
    params: about.params as P,
    query: about.query as Q,
    reply: about.reply,
    problems: about.problems ?? [],
  }
}

export type Api = ReturnType<typeof createApi>

export function createApi({ makeCtx, replies }: { makeCtx: () => Ctx<Anyone>; replies: PublishedReplies }) {
  const app = new OpenAPIHono<{ Variables: { requestId: string } }>({
    defaultHook: (result) => {
      if (!result.success) throw invalidRequest(result.error)
    },
  })
  const policies: { method: string; path: string; access: Access }[] = []

  /** Declares the route in the contract and hands its parsed input to `answer`. */
  function mount<P extends Shape, Q extends Shape, R extends z.ZodType>(
    declared: Route<P, Q, R>,
    answer: (input: Input<P, Q>, context: Context) => Promise<Response>,
  ) {
    policies.push({ method: declared.method, path: declared.path, access: declared.access })
    const contract = createRoute({
      method: declared.method,
      path: declared.path,
      summary: declared.summary,
      request: { params: declared.params, query: declared.query },
      responses: {
        200: { description: declared.summary, content: { 'application/json': { schema: declared.reply } } },
        ...problemReplies(declared.problems),
      },
    })
    // The route is built from data, so hono cannot infer its handler; `Input` is what its own parsers return.
    const handler = (context: Context) => answer(validInput<P, Q>(context, declared), context)
    app.openapi(contract, handler as never)
  }

  return {
    app,
    policies,
    /** Replies made for each request; fields the schema does not name never leave. */
    serve<P extends Shape, Q extends Shape, R extends z.ZodType>(
      declared: Route<P, Q, R>,
      answer: (ctx: Ctx<Anyone>, input: Input<P, Q>) => Promise<z.input<R>>,
    ) {
      mount(declared, async (input, context) => {
        const body = declared.reply.parse(await answer(makeCtx(), input))
        return context.json(body as object, 200, { 'cache-control': 'no-store' })
      })
    },
    /** Published reads: `answer` gives JSON text that was parsed when it was published; kept until content changes. */
    publish<P extends Shape, Q extends Shape, R extends z.ZodType>(
      declared: Route<P, Q, R>,
      answer: (ctx: Ctx<Anyone>, input: Input<P, Q>) => Promise<string | Buffer>,
    ) {
      mount(declared, async (input, context) => {
        const reply = await answer(makeCtx(), input)
        const body = typeof reply === 'string' ? Buffer.from(reply) : reply
        return sendPublished(replies, context, body, 'application/json; charset=utf-8')
      })
    },
    /** A published file that is not JSON: feeds, sitemap. */
    file(path: string, contentType: string, answer: (ctx: Ctx<Anyone>) => Promise<string>) {
      policies.push({ method: 'get', path, access: 'anyone' })
      app.get(path, async (context) => {
        parseNothing(context)
        return sendPublished(replies, context, Buffer.from(await answer(makeCtx())), contentType)
      })
    },
    /** A page of the browser's app; its query belongs to the app and is not ours to refuse. */
    page(path: string, answer: (ctx: Ctx<Anyone>, context: Context) => Promise<Response>) {
      policies.push({ method: 'get', path, access: 'anyone' })
      app.get(path, (context) => answer(makeCtx(), context))
    },
    /** What only this machine may ask: never proxied, so never behind a forwarded address. */
    operator(path: string, answer: (context: Context) => Promise<Response>) {
      policies.push({ method: 'get', path, access: 'operator' })
      app.get(path, (context) => {
        if (!isFromThisMachine(context)) throw new AppError('access.denied')
        return answer(context)
      })
    },
    /** For machines that watch the service. */
    health(path: string, answer: () => Promise<Response>) {
      policies.push({ method: 'get', path, access: 'anyone' })
      app.get(path, answer)
    },
  }
}

/** Sends a published body with its ETag and keeps it for the next one who asks for the same address. */
export async function sendPublished(replies: PublishedReplies, context: Context, body: Buffer, contentType: string) {
  const generation = replies.generation
  const reply = await makeReply(body, { contentType, cacheControl: 'public, no-cache' })
  replies.keep(addressOf(context), reply, generation)
  return toResponse(reply, context.req.raw)
}

function addressOf(context: Context) {
  return context.req.url.slice(context.req.url.indexOf('/', 'https://'.length))
}

function isFromThisMachine(context: Context) {
  const { address } = getConnInfo(context).remote
  const isLoopback = address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
  return (
    isLoopback && context.req.header('x-forwarded-for') === undefined && context.req.header('forwarded') === undefined
  )
}

function validInput<P extends Shape, Q extends Shape>(
  context: Context,
  declared: { params: P; query: Q },
): Input<P, Q> {
  const valid = context.req as unknown as { valid: (where: 'param' | 'query') => unknown }
  return {
    params: declared.params ? valid.valid('param') : undefined,
    query: declared.query ? valid.valid('query') : parseNothing(context),
  } as Input<P, Q>
}

/** A route without a query refuses parameters it would silently ignore. */
function parseNothing(context: Context) {
  const [unknown] = Object.keys(context.req.query())
  if (unknown !== undefined) throw unknownParameters([unknown])
  return undefined
}

function invalidRequest(error: z.ZodError): AppError {
  const unknown = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  if (unknown.length > 0) return unknownParameters(unknown)
  const tooLong = error.issues.some((issue) => issue.code === 'too_big' && issue.path[0] === 'q')
  if (tooLong) return new AppError('search.query_too_long', { longest: 300 })
  return new AppError('request.invalid', {
    fields: error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), problem: issue.code })),
  })
}

/** Names that look like a parameter's are told; anything else may be something a person typed. */
function unknownParameters(names: string[]) {
  return new AppError('request.unknown_parameter', { parameters: names.filter((name) => /^[a-z_]{1,30}$/i.test(name)) })
}

function problemReplies(codes: ProblemCode[]) {
  const always: ProblemCode[] = ['request.unknown_parameter', 'server.failed']
  const all = [...codes, ...always]
  return Object.fromEntries(
    all.map((code) => [
      PROBLEM_STATUS[code],
      {
        description: all.filter((other) => PROBLEM_STATUS[other] === PROBLEM_STATUS[code]).join(', '),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  )
}
