import { z } from '@hono/zod-openapi'
import { AppError } from '../errors.ts'

const Position = z.tuple([z.string(), z.string()])

/** A place in a list, opaque to callers: what it holds may change from one version to the next. */
export function encodeCursor(sortKey: string, id: string): string {
  return Buffer.from(JSON.stringify([sortKey, id])).toString('base64url')
}

/** The sort key and the id of the last row seen. */
export function decodeCursor(cursor: string): { sortKey: string; id: string } {
  try {
    const [sortKey, id] = Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { sortKey, id }
  } catch {
    throw new AppError('cursor.invalid')
  }
}
