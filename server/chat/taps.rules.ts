import type { Option } from './intent.ts'
import { readFolded, readNumber } from './understand.rules.ts'

/**
 * What a line sends back that is an answer to one question alone: `#khac-tinh: Có`. It names the question, so that a tap
 * on an old one answers nothing else. Lines that mean the same at any time begin with no `#`.
 */
export function answerTo(question: string, label: string): Option {
  return { label, payload: `#${question}: ${label}` }
}

export function isTap(text: string): boolean {
  return text.trimStart().startsWith('#')
}

/** The label that was tapped, or what was typed; nothing when the tap answers another question. */
export function readAnswerTo(question: string, text: string): string | undefined {
  if (!isTap(text)) return text
  const start = `#${question}: `
  return text.trim().startsWith(start) ? text.trim().slice(start.length) : undefined
}

/** The line of a list that a text means: by its number, its label or its payload, and by two words and more of one label. */
export function chooseOption(offered: Option[], text: string, { mayBePart }: { mayBePart: boolean }) {
  const said = text.trim()
  const byPayload = offered.find(({ payload }) => payload === said)
  if (byPayload !== undefined || said === '' || isTap(said)) return byPayload
  const at = readNumber(said)
  if (at !== undefined) return offered[at - 1]
  const folded = readFolded(said)
  if (folded === '') return undefined
  const byLabel = offered.find(({ label }) => readFolded(label) === folded)
  if (byLabel !== undefined || !mayBePart || !folded.includes(' ')) return byLabel
  const having = offered.filter(({ label }) => ` ${readFolded(label)} `.includes(` ${folded} `))
  return having.length === 1 ? having[0] : undefined
}
