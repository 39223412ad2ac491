/** Every way a request can fail, by its stable code; faces turn the code into words. */
export type ProblemCode =
  | 'request.invalid'
  | 'request.too_large'
  | 'request.unknown_parameter'
  | 'request.not_json'
  | 'request.malformed'
  | 'request.if_match_missing'
  | 'route.not_found'
  | 'route.method_not_allowed'
  | 'access.denied'
  | 'access.foreign_origin'
  | 'staff.not_signed_in'
  | 'staff.forbidden'
  | 'staff.second_factor_required'
  | 'idempotency.key_invalid'
  | 'idempotency.key_reused'
  | 'idempotency.unanswered'
  | 'procedure.not_found'
  | 'article.not_found'
  | 'document.not_found'
  | 'index.not_found'
  | 'situation.not_found'
  | 'cursor.invalid'
  | 'search.query_too_long'
  | 'search.unavailable'
  | 'image.type_not_allowed'
  | 'image.too_large'
  | 'image.unreadable'
  | 'storage.busy'
  | 'storage.full'
  | 'storage.read_only'
  | 'server.stopping'
  | 'server.failed'

/** Facts a face may show beside the problem, such as the nearest existing code. Never personal data. */
export type ProblemDetails = Record<string, unknown>

export class AppError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
    options?: { cause?: unknown },
  ) {
    super(code, options)
    this.name = 'AppError'
  }
}
