import { createHash } from 'node:crypto'

/** Neither 0 nor 1, nor the letters O, I and L that are taken for them. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 12
/** 248 = 8 · 31: bytes above would make some letters likelier than others. */
const EVEN_BYTES = 248

/** The same for the same person in the same result. It is a name to be typed, and what it shows is masked. */
export function certificateCode(of: string): string {
  const bytes = createHash('sha512').update(`certificate ${of}`).digest()
  const even = [...bytes].filter((byte) => byte < EVEN_BYTES).slice(0, LENGTH)
  return `CN${even.map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`
}
