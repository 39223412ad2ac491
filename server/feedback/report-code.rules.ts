import { createHash, timingSafeEqual } from 'node:crypto'

/** Neither 0 nor 1, nor the letters O, I and L that are taken for them. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 8
/** 248 = 8 · 31: bytes above would make some letters likelier than others. */
const EVEN_BYTES = 248

/** `PA` and eight letters or digits from an id nobody can foresee, 8.5·10¹¹ of them. It is a name, not a secret. */
export function reportCode(id: string): string {
  const bytes = createHash('sha512').update(`report code ${id}`).digest()
  const even = [...bytes].filter((byte) => byte < EVEN_BYTES).slice(0, LENGTH)
  return `PA${even.map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`
}

/** In the same time whatever differs. */
export function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}
