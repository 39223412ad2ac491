import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { AppError } from '../errors.ts'
import type { Body, Input, Route, Shape } from './route.ts'

/** Keys that reach an object's prototype when copied carelessly; no schema of ours names them. */
const NEVER_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
const DEEPEST_BODY = 40

/** Reads what the route declares from the request; refuses what it does not name. */
export async function readInput<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
  context: Context,
  { params, query, body, needsIfMatch }: Route<P, Q, B, R>,
): Promise<Input<P, Q, B>> {
  return {
    params: params && parse(params, context.req.param()),
    query: query ? parse(query, context.req.query()) : parseNothing(context),
    body: body && parse(body, await readJson(context)),
    ifMatch: needsIfMatch ? readIfMatch(context) : 0,
  } as Input<P, Q, B>
}

/** A route without a query refuses parameters it would silently ignore. */
export function parseNothing(context: Context) {
  const [unknown] = Object.keys(context.req.query())
  if (unknown !== undefined) throw unknownParameters([unknown])
  return undefined
}

function parse(schema: z.ZodType, value: unknown) {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalidRequest(result.error)
}

async function readJson(context: Context): Promise<unknown> {
  const type = context.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new AppError('request.not_json')
  let value: unknown
  try {
    value = JSON.parse(await context.req.text())
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('request.malformed')
  }
  refuseHostileKeys(value, 0)
  return value
}

function refuseHostileKeys(value: unknown, depth: number) {
  if (typeof value !== 'object' || value === null) return
  if (depth > DEEPEST_BODY) throw new AppError('request.malformed')
  for (const [key, child] of Object.entries(value)) {
    if (NEVER_KEYS.has(key)) throw new AppError('request.unknown_parameter', { parameters: [key] })
    refuseHostileKeys(child, depth + 1)
  }
}

function readIfMatch(context: Context) {
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(context.req.header('if-match') ?? '')?.[1]
  if (version === undefined) throw new AppError('request.if_match_missing')
  return Number(version)
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
