import { LONGEST_TEXT } from './chat.schemas.ts'
import type { Say } from './intent.ts'

/** The whole of it in plain text: buttons are decoration, so everything that can be chosen has its numbered line. */
export function writeOut({ text, options = [], links = [] }: Say): string {
  const lines = options.map(({ label }, at) => `${at + 1}. ${label}`)
  const addresses = links.map(({ title, url }) => `${title}: ${url}`)
  return [text, lines.join('\n'), addresses.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
    .normalize('NFC')
}

/** As many messages as the channel needs for it: what can be chosen stands under the last one. */
export function splitSay(say: Say, longest = LONGEST_TEXT): Say[] {
  if (lengthOf(writeOut(say)) <= longest) return [{ ...say, text: say.text.normalize('NFC') }]
  const { text, ...choices } = say
  const choice = { ...choices, text: '' }
  const room = longest - lengthOf(writeOut(choice)) - PARAGRAPH.length
  if (room < longest / 2) return splitText(writeOut(say), longest).map((part) => ({ text: part }))
  const parts = splitText(text.normalize('NFC'), longest)
  const last = parts.at(-1) ?? ''
  if (lengthOf(last) <= room)
    return parts.map((part, at) => (at < parts.length - 1 ? { text: part } : { ...choice, text: part }))
  return [...parts.map((part) => ({ text: part })), choice]
}

const PARAGRAPH = '\n\n'
/** Where to cut, the best first; what is cut at a space loses the space. */
const SEAMS = [/\n\s*\n/g, /\n/g, /(?<=[.!?…])\s+/g, /\s+/g]

/** A text in parts of at most so many code points: at a paragraph, else at a line, a sentence, a word. */
export function splitText(text: string, longest: number): string[] {
  const parts: string[] = []
  for (let rest = text.trim(); rest !== ''; ) {
    const end = lengthOf(rest) <= longest ? rest.length : cutAt(rest, longest)
    parts.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return parts
}

function cutAt(text: string, longest: number): number {
  const room = [...text].slice(0, longest).join('')
  for (const seam of SEAMS) {
    const places = [...text.slice(0, room.length + 1).matchAll(seam)].map(({ index }) => index)
    const place = places.filter((at) => at > 0 && at <= room.length).at(-1)
    // A seam right at the beginning would make a crumb of a message.
    if (place !== undefined && place >= room.length / 3) return place
  }
  return room.length
}

function lengthOf(text: string) {
  return [...text].length
}
