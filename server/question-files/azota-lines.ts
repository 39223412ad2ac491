import { LETTERS } from './check-question.ts'
import type { WordBlock, WordParagraph } from './word-file.ts'

/** One line as it is read, and for each of its characters whether it is underlined. */
export type Line = { text: string; underlined: boolean[]; hasPicture: boolean }
export type OptionPiece = { letter: string; text: string; isMarkUnderlined: boolean; isWhollyUnderlined: boolean }

const LONGEST_LINE = 10_000

export function linesOf(paragraph: WordParagraph): Line[] {
  const lines: Line[] = [{ text: '', underlined: [], hasPicture: paragraph.hasPicture }]
  for (const { text, underlined } of paragraph.runs) {
    text
      .normalize('NFC')
      .split('\n')
      .forEach((piece, at) => {
        if (at > 0) lines.push({ text: '', underlined: [], hasPicture: false })
        const line = lines.at(-1)
        if (!line) return
        line.text += piece
        line.underlined.push(...Array.from({ length: piece.length }, () => underlined))
      })
  }
  return lines.map(shorten)
}

/** A longer one is no question's, and the rest of it would only cost time. */
function shorten({ text, underlined, hasPicture }: Line): Line {
  return { text: text.slice(0, LONGEST_LINE), underlined: underlined.slice(0, LONGEST_LINE), hasPicture }
}

/** A table that is no table of answers only places lines side by side. */
export const linesOfBlock = (block: WordBlock): Line[] =>
  'rows' in block ? block.rows.flat(2).flatMap(linesOf) : linesOf(block)

const MARK = /(?<![^\s])([A-H])\s{0,3}[.):](?=\s|\p{L}|\p{N}|\p{S}|["“(]|$)/gu

/**
 * The options on a line and what stands before them. At the start of a line any letter begins an option; further on
 * only one of a row, or any later one after a tab, so that "điểm A. Sau đó" stays a text.
 */
export function splitOptions(line: Line, last: string | undefined): { before: string; options: OptionPiece[] } {
  const marks = [...line.text.matchAll(MARK)].flatMap(({ 0: whole, 1: letter = '', index }) => {
    const before = line.text.slice(0, index)
    const isFirst = before.trim() === ''
    const isFar = /(?:\t| {2})$/.test(before)
    return [{ letter, start: index, end: index + whole.length, isFirst, isFar }]
  })
  const kept: typeof marks = []
  for (const mark of marks) {
    const previous = kept.at(-1)?.letter ?? last
    const follows = mark.letter === nextLetter(previous)
    const goesOn = kept.length > 0 || marks.some(({ letter }) => letter === nextLetter(mark.letter))
    const isLater = mark.letter > (previous ?? '')
    if (mark.isFirst || (follows && goesOn) || (mark.isFar && isLater)) kept.push(mark)
  }
  const options = kept.map((mark, at) => pieceOf(line, mark, kept[at + 1]?.start ?? line.text.length))
  return { before: line.text.slice(0, kept[0]?.start ?? line.text.length), options }
}

function nextLetter(letter: string | undefined) {
  return letter === undefined ? 'A' : LETTERS[LETTERS.indexOf(letter) + 1]
}

function pieceOf(line: Line, { letter, start, end }: { letter: string; start: number; end: number }, stop: number) {
  const places = Array.from({ length: stop - end }, (_, at) => end + at)
  const written = places.filter((at) => line.text[at]?.trim() !== '')
  return {
    letter,
    text: line.text.slice(end, stop),
    isMarkUnderlined: line.underlined[start] === true,
    isWhollyUnderlined: written.length > 0 && written.every((at) => line.underlined[at] === true),
  }
}
