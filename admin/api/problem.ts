/** A refused or failed request as screens handle it: RFC 9457 details, or the network itself. */
export type Problem = {
  /** The service's stable code; `app.offline` when no answer came, `app.unknown` when it was no problem document. */
  code: string
  /** To quote when asking for help; missing when the service was not reached. */
  requestId: string | undefined
  details: Record<string, unknown>
  fields: { field: string; problem: string }[]
}

export function readProblem(error: unknown): Problem {
  if (error instanceof TypeError) return { code: 'app.offline', requestId: undefined, details: {}, fields: [] }
  if (!isRecord(error) || typeof error.code !== 'string')
    return { code: 'app.unknown', requestId: undefined, details: {}, fields: [] }
  const { code, requestId, fields, type: _type, title: _title, status: _status, ...details } = error
  return {
    code,
    requestId: typeof requestId === 'string' ? requestId : undefined,
    details,
    fields: Array.isArray(fields) ? fields.filter(isField) : [],
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isField(value: unknown): value is { field: string; problem: string } {
  return isRecord(value) && typeof value.field === 'string' && typeof value.problem === 'string'
}
