import { createHash } from 'node:crypto'

/** No letter or digit that is taken for another when read aloud or copied by hand. */
const ALPHABET = 'abcdefghkmnpqrtwxy346789'
const LENGTH = 6

/** A code of six letters from an id nobody can foresee. */
export function sourceCode(id: string): string {
  const bytes = createHash('sha256').update(id).digest()
  return [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

export function sourceUrl(publicUrl: string, { path, code }: { path: string; code: string }): string {
  return `${publicUrl}${path}?src=${code}`
}
