import { foldedWords } from '../search/vietnamese-text.ts'
import type { Option } from './intent.ts'
import { answerTo, isTap } from './taps.rules.ts'
import { readNumber, readYesNo } from './understand.rules.ts'

/** A line a person may choose, and what it means to whoever offers it. */
export type Choice<T> = Option & { value: T }

const ALSO_YES = new Set(['toi dong y', 'chung toi dong y', 'da co', 'chac chan'])
const ALSO_NO = new Set(['khong can', 'de sau', 'toi khong dong y', 'hong', 'thoi khoi'])

/** `#Loại: Góp ý`: says where it belongs, so that it means nothing anywhere else. */
export function choice<T>(group: string, value: T, label: string): Choice<T> {
  return { value, ...answerTo(group, label) }
}

export function toOptions(choices: readonly Option[]): Option[] {
  return choices.map(({ label, payload }) => ({ label, payload }))
}

/** What a text chooses: by number, by label or by payload, with or without marks; never by a part of it. */
export function chosen<T>(choices: readonly Choice<T>[], text: string): Choice<T> | undefined {
  const said = text.trim()
  if (isTap(said)) return choices.find(({ payload }) => payload === said)
  const number = readNumber(said)
  if (number !== undefined) return choices[number - 1]
  const folded = foldWords(said)
  return folded === '' ? undefined : choices.find(({ label }) => foldWords(label) === folded)
}

/** Exactly a yes: a word that merely has one in it is none. */
export function isYes(text: string): boolean {
  return readYesNo(text) === 'yes' || ALSO_YES.has(foldWords(text))
}

export function isNo(text: string): boolean {
  return readYesNo(text) === 'no' || ALSO_NO.has(foldWords(text))
}

export function foldWords(text: string): string {
  return foldedWords(text).join(' ')
}
