import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 128 bits: the address itself is the key. */
const TOKEN_BYTES = 16

export function newPreviewToken() {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** The same for the same words, and to be guessed by nobody who has not the service's secret. */
export function makeOwnToken(secret: string, words: string) {
  return createHmac('sha256', secret).update(`preview ${words}`).digest().subarray(0, TOKEN_BYTES).toString('base64url')
}

export function hashPreviewToken(token: string) {
  return createHash('sha256').update(token).digest('base64url')
}
