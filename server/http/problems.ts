import { z } from '@hono/zod-openapi'
import { AppError, type ProblemCode, type ProblemDetails } from '../errors.ts'

export const PROBLEM_STATUS: Record<ProblemCode, number> = {
  'request.invalid': 400,
  'request.too_large': 413,
  'request.unknown_parameter': 400,
  'request.not_json': 415,
  'request.malformed': 400,
  'request.if_match_missing': 428,
  'route.not_found': 404,
  'route.method_not_allowed': 405,
  'access.denied': 403,
  'access.foreign_origin': 403,
  'staff.not_signed_in': 401,
  'staff.forbidden': 403,
  'staff.second_factor_required': 403,
  'idempotency.key_invalid': 400,
  'idempotency.key_reused': 422,
  'idempotency.unanswered': 409,
  'procedure.not_found': 404,
  'article.not_found': 404,
  'document.not_found': 404,
  'index.not_found': 404,
  'situation.not_found': 404,
  'cursor.invalid': 400,
  'search.query_too_long': 400,
  'search.unavailable': 503,
  'image.type_not_allowed': 415,
  'image.too_large': 413,
  'image.unreadable': 400,
  'storage.busy': 503,
  'storage.full': 507,
  'storage.read_only': 503,
  'server.stopping': 503,
  'server.failed': 500,
}

/** RFC 9457 problem details. `code` is stable; the words people read are the app's own. */
export const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    requestId: z.string(),
  })
  .openapi('Problem')

const RETRY_AFTER_SECONDS: Partial<Record<ProblemCode, string>> = {
  'storage.busy': '1',
  'storage.full': '60',
  'storage.read_only': '60',
  'search.unavailable': '2',
  'server.stopping': '5',
}

export function problemResponse(code: ProblemCode, details: ProblemDetails, requestId: string): Response {
  const status = PROBLEM_STATUS[code]
  const retryAfter = RETRY_AFTER_SECONDS[code]
  const body = { ...details, type: `/api/docs#${code}`, title: code, status, code, requestId }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    },
  })
}

/** The problem behind any thrown value; what we did not foresee becomes `server.failed` and tells nothing. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('server.failed', {}, { cause: error })
}
