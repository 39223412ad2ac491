import { createHash, randomBytes } from 'node:crypto'

/** 128 bits: the address itself is the key. */
const TOKEN_BYTES = 16

export function newPreviewToken() {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

export function hashPreviewToken(token: string) {
  return createHash('sha256').update(token).digest('base64url')
}
