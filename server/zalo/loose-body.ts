/** Reads bodies whose fields Zalo writes as text here and as a number there, or leaves out. */
export type Body = Record<string, unknown>

/** The object itself, or an empty one for anything else. */
export function asBody(value: unknown): Body {
  return isBody(value) ? value : {}
}

export function partOf(body: Body, name: string): Body {
  return asBody(body[name])
}

export function listOf(body: Body, name: string): unknown[] {
  const value = body[name]
  return Array.isArray(value) ? value : []
}

/** A text or a whole number as text; nothing when it is empty or anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : Number(textOf(value) ?? Number.NaN)
  return Number.isFinite(number) ? number : undefined
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
