import { z } from '@hono/zod-openapi'
import { PERMISSIONS } from './permissions.schemas.ts'

const id = z.string().min(1).max(80)

export const NewToken = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    /** Of the maker's own for the unit. */
    permissions: z.array(z.enum(PERMISSIONS)).min(1),
    unitId: id,
    expiresInDays: z.int().min(1).max(365),
  })
  .openapi('NewToken')

/** `token` is shown this once. */
export const MadeToken = z
  .strictObject({ id: z.string(), token: z.string(), expiresAt: z.string() })
  .openapi('MadeToken')

export const Token = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    permissions: z.array(z.enum(PERMISSIONS)),
    unitId: z.string(),
    unitName: z.string(),
    makerName: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .openapi('Token')

export const TokenList = z
  .strictObject({ items: z.array(Token), nextCursor: z.string().nullable() })
  .openapi('TokenList')

export const TokenQuery = z.strictObject({ cursor: id.optional() })
export const TokenId = z.strictObject({ id })
