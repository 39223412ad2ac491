import { createRoute, z } from '@hono/zod-openapi'
import type { ProblemCode } from '../errors.ts'
import { PROBLEM_STATUS, Problem } from './problems.ts'
import type { Body, Route, Shape } from './route.ts'

/** The route as its OpenAPI document tells it. */
export function toContract<P extends Shape, Q extends Shape, B extends Body, R extends z.ZodType>(
  declared: Route<P, Q, B, R>,
) {
  const ifMatch = z.object({
    'if-match': z.string().openapi({ description: 'The version being changed, as its ETag' }),
  })
  return createRoute({
    method: toLower(declared.method),
    path: declared.path,
    summary: declared.summary,
    request: {
      params: declared.params,
      query: declared.query,
      ...(declared.needsIfMatch ? { headers: ifMatch } : {}),
      ...(declared.body === undefined
        ? {}
        : { body: { required: true, content: { 'application/json': { schema: declared.body } } } }),
    },
    responses: {
      [declared.status]: { description: declared.summary, content: { 'application/json': { schema: declared.reply } } },
      ...problemReplies(declared),
    },
  })
}

function problemReplies({ problems, body, needsIfMatch, access }: Route<Shape, Shape, Body, z.ZodType>) {
  const isStaff = access === 'signed_in' || typeof access === 'object'
  const all = [
    ...problems,
    ...when(body !== undefined, 'request.not_json', 'request.malformed', 'request.invalid'),
    ...when(needsIfMatch, 'request.if_match_missing'),
    ...when(access === 'citizen', 'citizen.not_signed_in'),
    ...when(access === 'attempt', 'attempt.token_refused', 'storage.busy'),
    ...when(isStaff, 'staff.not_signed_in', 'staff.forbidden'),
    ...when(true, 'request.unknown_parameter', 'server.failed'),
  ]
  return Object.fromEntries(
    all.map((code) => [
      PROBLEM_STATUS[code],
      {
        description: [...new Set(all.filter((other) => PROBLEM_STATUS[other] === PROBLEM_STATUS[code]))].join(', '),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  )
}

function when(applies: boolean, ...codes: ProblemCode[]): ProblemCode[] {
  return applies ? codes : []
}

const LOWER = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const
function toLower(method: keyof typeof LOWER) {
  return LOWER[method]
}
