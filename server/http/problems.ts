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
  'staff.second_factor_on': 409,
  'staff.wrong_credentials': 401,
  'staff.wrong_code': 401,
  'staff.wrong_password': 400,
  'staff.sign_in_expired': 401,
  'staff.too_many_attempts': 429,
  'staff.password_refused': 400,
  'staff.not_found': 404,
  'staff.email_taken': 409,
  'staff.is_yourself': 409,
  'staff.last_admin': 409,
  'token.not_found': 404,
  'idempotency.key_invalid': 400,
  'idempotency.key_reused': 422,
  'idempotency.unanswered': 409,
  'procedure.not_found': 404,
  'article.not_found': 404,
  'document.not_found': 404,
  'index.not_found': 404,
  'situation.not_found': 404,
  'content.gone': 410,
  'answer.not_found': 404,
  'entry.not_found': 404,
  'entry.being_written': 409,
  'entry.never_published': 409,
  'edition.not_found': 404,
  'edition.wrong_state': 409,
  'edition.changed_meanwhile': 412,
  'edition.not_ready': 422,
  'edition.own_work': 403,
  'edition.step_says_more': 400,
  'preview.not_found': 404,
  'preview.too_many': 429,
  'comment.not_found': 404,
  'comment.changed_meanwhile': 412,
  'comment.too_many': 429,
  'link.not_found': 404,
  'link.closed': 409,
  'cursor.invalid': 400,
  'search.query_too_long': 400,
  'search.unavailable': 503,
  'image.type_not_allowed': 415,
  'image.too_large': 413,
  'image.unreadable': 400,
  'image.not_found': 404,
  'spreadsheet.unreadable': 400,
  'spreadsheet.too_large': 413,
  'spreadsheet.has_formula': 400,
  'spreadsheet.too_slow': 400,
  'spreadsheet.busy': 503,
  'unit.not_found': 404,
  'unit.already_exists': 409,
  'unit.changed_meanwhile': 412,
  'unit.not_there_then': 409,
  'unit.parent_not_there': 409,
  'unit.cycle': 409,
  'unit.root_stays': 409,
  'unit.has_children': 409,
  'unit.import_refused': 422,
  'notice.not_found': 404,
  'recheck.not_found': 404,
  'recheck.unreadable': 400,
  'recheck.changed_meanwhile': 412,
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
  'spreadsheet.busy': '5',
  'server.stopping': '5',
}

export function problemResponse(code: ProblemCode, details: ProblemDetails, requestId: string): Response {
  const status = PROBLEM_STATUS[code]
  const retryAfter = details.retryAfterSeconds ?? RETRY_AFTER_SECONDS[code]
  const body = { ...details, type: `/api/docs#${code}`, title: code, status, code, requestId }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  })
}

/** The problem behind any thrown value; what we did not foresee becomes `server.failed` and tells nothing. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('server.failed', {}, { cause: error })
}
