import { createHash } from 'node:crypto'
import { foldedWords } from '../search/vietnamese-text.ts'
import { MOST_OPTIONS, type QuestionKind } from './questions.schemas.ts'

type Key = { kind: QuestionKind; key: readonly number[] }

/** A set is right when it is the very set; an ordering when it is the very order. */
export function isRightAnswer({ kind, key }: Key, chosen: readonly number[]): boolean {
  if (chosen.length !== key.length) return false
  if (kind === 'ordering') return key.every((place, at) => chosen[at] === place)
  return key.every((place) => chosen.includes(place))
}

/** The lines in the order in which they are shown: of an ordering always the same one, and known without its key. */
export function shownOrder({ kind, code, options }: { kind: QuestionKind; code: string; options: readonly string[] }) {
  const places = options.map((_, place) => place)
  if (kind !== 'ordering') return places
  const chance = (place: number) => createHash('sha256').update(`${code} ${place}`).digest('hex')
  return places.sort((one, other) => chance(one).localeCompare(chance(other)))
}

/**
 * Which of the shown lines were named, from 0: "2", "B", "câu b", "A C", "ac", "2 1 3". Nothing when it is no answer to
 * a question of this kind with so many lines.
 */
export function readLines(text: string, { kind, count }: { kind: QuestionKind; count: number }): number[] | undefined {
  const polite = text
    .normalize('NFC')
    .trim()
    .replace(/\sạ[.!]?$/iu, '')
  const said = foldedWords(polite.replace(/[,;.+&→>-]/g, ' ')).flatMap((word) => word.split(' '))
  const words = said.filter((word) => !FILLERS.has(word))
  const signs = words.length === 1 && /^(?:[a-h]{2,8}|[1-8]{2,8})$/.test(words[0] ?? '') ? [...(words[0] ?? '')] : words
  const lines = signs.map(toLine)
  if (lines.length === 0 || lines.some((line) => line === undefined || line >= count)) return undefined
  const named = lines.filter((line) => line !== undefined)
  if (new Set(named).size < named.length) return undefined
  if (kind === 'ordering') return named.length === count ? named : undefined
  return kind === 'multiple' || named.length === 1 ? named : undefined
}

const FILLERS = new Set(['cau', 'dap', 'an', 'dong', 'so', 'chon', 'y', 'phuong', 'la', 'va', 'roi', 'nha', 'nhe'])

function toLine(sign: string): number | undefined {
  if (/^[1-8]$/.test(sign)) return Number(sign) - 1
  const letter = /^[a-h]$/.test(sign) ? sign.charCodeAt(0) - 97 : MOST_OPTIONS
  return letter < MOST_OPTIONS ? letter : undefined
}

/** The one after it in the order of codes, from the first again after the last. */
export function codeAfter(codes: readonly string[], code: string): string | undefined {
  return codes.find((each) => each > code) ?? codes[0]
}

/** Where a round begins, so that not everybody meets the same question first; the same event begins at the same. */
export function firstCode(codes: readonly string[], seed: string): string | undefined {
  const chance = createHash('sha256').update(seed).digest().readUInt32BE(0)
  return codes[chance % Math.max(1, codes.length)]
}
