import { randomBytes } from 'node:crypto'

/** 256 bits; what is before them tells whoever finds the key lying about what it opens. */
export function newToken() {
  return `cchc_${randomBytes(32).toString('base64url')}`
}
