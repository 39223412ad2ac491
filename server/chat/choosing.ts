import { foldedWords } from '../search/vietnamese-text.ts'
import type { Option } from './intent.ts'

/** A line a person may choose, and what it means to whoever offers it. */
export type Choice<T> = Option & { value: T }

/** Every payload begins so, which tells a tap from what somebody wrote: a tap on an old button is no answer. */
const TAP = '#'

const YES = new Set([
  ...['co', 'co a', 'vang', 'vang a', 'da', 'da co', 'da vang', 'u', 'uh', 'ok', 'oke', 'dong y', 'toi dong y'],
  ...['chung toi dong y', 'dung', 'dung roi', 'phai', 'yes', 'chac chan', 'duoc'],
])
const NO = new Set([
  ...['khong', 'khong a', 'da khong', 'ko', 'k', 'kg', 'hong', 'thoi', 'khong dong y', 'toi khong dong y', 'no'],
  ...['chua', 'khong can', 'de sau', 'khong phai'],
])

/** `#Loại: Góp ý`: says where it belongs, so that it means nothing anywhere else. */
export function choice<T>(group: string, value: T, label: string): Choice<T> {
  return { value, label, payload: `${TAP}${group}: ${label}` }
}

export function toOptions(choices: readonly Option[]): Option[] {
  return choices.map(({ label, payload }) => ({ label, payload }))
}

/** What a text chooses: by number, by label or by payload, with or without marks; never by a part of it. */
export function chosen<T>(choices: readonly Choice<T>[], text: string): Choice<T> | undefined {
  const said = text.trim()
  if (isTap(said)) return choices.find(({ payload }) => payload === said)
  const number = /^(?:so |câu |chọn )?(\d{1,2})[.)]?$/i.exec(said)?.[1]
  if (number !== undefined) return choices[Number(number) - 1]
  const folded = foldWords(said)
  return folded === '' ? undefined : choices.find(({ label }) => foldWords(label) === folded)
}

export function isTap(text: string): boolean {
  return text.trimStart().startsWith(TAP)
}

/** Exactly a yes: a word that merely has one in it is none. */
export function isYes(text: string): boolean {
  return YES.has(foldWords(text))
}

export function isNo(text: string): boolean {
  return NO.has(foldWords(text))
}

export function foldWords(text: string): string {
  return foldedWords(text).join(' ')
}
