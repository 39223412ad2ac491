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

const GROUPED = /(?:^|[^A-Z0-9])PA[\s.-]?([2-9A-HJ-NP-Z]{4})[\s.-]?([2-9A-HJ-NP-Z]{4})(?![A-Z0-9])/
const SPELT = /^(?:XEM |TRA |TRA CUU |MA |PHIEU )*(P[\s.-]*A(?:[\s.-]*[2-9A-HJ-NP-Z]){8})$/

/** The code named in what somebody typed: in groups anywhere, or spelt out with nothing else beside it. */
export function findReportCode(text: string): string | undefined {
  const said = text.trim().toUpperCase()
  const grouped = GROUPED.exec(said)
  const found = grouped === null ? SPELT.exec(said)?.[1] : `PA${grouped[1]}${grouped[2]}`
  return found?.replace(/[^A-Z0-9]/g, '')
}

/** 128 bits as the app makes them, or a UUID: whoever has such a key is who made it. */
const UNFORESEEN = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/

/** The code of what was sent with a key: the same words with the same key find it again, from whatever session. */
export function codeOfRequest({ requestKey, requestHash }: { requestKey: string | null; requestHash: string }) {
  return requestKey !== null && UNFORESEEN.test(requestKey) ? reportCode(`${requestKey} ${requestHash}`) : undefined
}

/** In the same time whatever differs. */
export function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}
