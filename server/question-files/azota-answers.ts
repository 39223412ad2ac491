import type { WordTable } from './word-file.ts'

/** The letters of right answers by the question's number. */
export type Answers = { number: number; letters: string[] }[]

const TOKEN = /(\d{1,4}) ?[-–.:)]? ?([A-H][A-H ,;+]*|đúng|sai)/giu
const SAYS_QUESTION = /câu/giu
const NUMBER = /^(?:câu\s{0,3})?(\d{1,4})[.:)]?$/iu
const CHOICE = /^[A-H](?:\s{0,2}[A-H]|\s{0,2}[,;+]\s{0,2}[A-H])*$/i
const BETWEEN = /^[\s,;|.()/-]*$/

/** "1-A 2.B 3d": nothing where the line is anything else. */
export function answersOfLine(line: string): Answers {
  const text = line.replace(SAYS_QUESTION, ' ').replace(/\s+/g, ' ')
  const tokens = [...text.matchAll(TOKEN)]
  const rest = text.replace(TOKEN, ' ')
  if (!BETWEEN.test(rest)) return []
  return tokens.map(([, number, letters = '']) => ({ number: Number(number), letters: lettersOf(letters) }))
}

/** "Đúng" is the first of two, "Sai" the second. */
export function lettersOf(text: string): string[] {
  if (/^đúng$/i.test(text)) return ['A']
  if (/^sai$/i.test(text)) return ['B']
  return [...new Set(text.toUpperCase().match(/[A-H]/g) ?? [])].sort()
}

/** A table of answers in any of its ways: "1-A" in each cell, numbers over letters, or number beside letter. */
export function answersOfTable({ rows }: WordTable): Answers {
  const cells = rows.map((row) =>
    row.map((cell) =>
      cell
        .map(({ runs }) => runs.map(({ text }) => text).join(''))
        .join(' ')
        .trim(),
    ),
  )
  const filled = cells.flat().filter((cell) => cell !== '')
  const singles = filled.flatMap(answersOfLine)
  if (filled.filter((cell) => answersOfLine(cell).length > 0).length * 2 > filled.length) return singles
  const pairs = cells.flatMap((row, at) =>
    row.flatMap((cell, place) => {
      const number = NUMBER.exec(cell)?.[1]
      const choice = [cells[at + 1]?.[place], row[place + 1]].find((near) => near !== undefined && CHOICE.test(near))
      return number === undefined || choice === undefined
        ? []
        : [{ number: Number(number), letters: lettersOf(choice) }]
    }),
  )
  return pairs.length * 3 >= filled.length ? pairs : []
}
