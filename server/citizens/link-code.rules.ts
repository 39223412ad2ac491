import { createHash } from 'node:crypto'

const CODES = 1_000_000
const DIGITS = 6

/** Six digits from an id nobody can foresee: typed by hand, so it lasts minutes and few are tried. */
export function linkCodeOf(id: string): string {
  const chance = createHash('sha512').update(`chat link ${id}`).digest().readUIntBE(0, 6)
  return String(chance % CODES).padStart(DIGITS, '0')
}

/** `#lienket 123456`, `lien ket 123 456`, `liên kết: 123456`: the code that was typed, or nothing. */
export function readLinkCode(folded: string): string | undefined {
  const typed = /^#?lien ?ket(?: ma)?((?: ?\d){6})$/.exec(folded)?.[1]
  return typed?.replaceAll(' ', '')
}
