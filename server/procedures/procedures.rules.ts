import { z } from '@hono/zod-openapi'
import { AppError } from '../errors.ts'

const Position = z.tuple([z.string(), z.string()])

/** A place in the list, opaque to callers: what it holds may change from one version to the next. */
export function encodeCursor({ sortKey, id }: { sortKey: string; id: string }): string {
  return Buffer.from(JSON.stringify([sortKey, id])).toString('base64url')
}

export function decodeCursor(cursor: string): { sortKey: string; id: string } {
  try {
    const [sortKey, id] = Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { sortKey, id }
  } catch {
    throw new AppError('cursor.invalid')
  }
}

/** Codes are normally d.dddddd, but oddities exist (2.009182739, C08_XPHCDB), so this is a hint and never a gate. */
export function looksLikeCode(text: string): boolean {
  return /^\d\.\d{6,9}$/.test(text) || /^[A-Z]\d{2}_[A-Z]+$/.test(text)
}
