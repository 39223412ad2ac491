import type { Say } from '../chat/intent.ts'
import { writeOut } from '../chat/write-out.ts'

const MOST_BUTTONS = 5
const LONGEST_TITLE = 100
const LONGEST_PAYLOAD = 1_000

/** One message as Zalo takes it. Buttons only repeat what the text says in numbered lines. */
export function messageOf(say: Say, { buttons }: { buttons: boolean }) {
  const text = writeOut(say)
  const shown = buttons ? buttonsOf(say) : []
  if (shown.length === 0) return { text }
  return { text, attachment: { type: 'template', payload: { buttons: shown } } }
}

/** All of them or none: a row that misses some would say that those are not there. */
function buttonsOf({ options = [], links = [] }: Say) {
  const choices = options.map(({ label, payload }, at) => ({
    title: cut(`${at + 1}. ${label}`, LONGEST_TITLE),
    // Shown as what the person said, so that the conversation can be read afterwards.
    type: 'oa.query.show',
    payload,
  }))
  const addresses = links.map(({ title, url }) => ({
    title: cut(title, LONGEST_TITLE),
    type: 'oa.open.url',
    payload: { url },
  }))
  const all = [...choices, ...addresses]
  const fits = all.length <= MOST_BUTTONS && options.every(({ payload }) => payload.length <= LONGEST_PAYLOAD)
  return fits ? all : []
}

function cut(text: string, longest: number) {
  const letters = [...text.normalize('NFC')]
  return letters.length <= longest ? letters.join('') : `${letters.slice(0, longest - 1).join('')}…`
}
