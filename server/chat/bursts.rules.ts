/** Whoever goes on and on is answered after so long all the same. */
const LONGEST_MS = 6_000

export type Text = { happenedMs: number; receivedAt: string; text: string }

/**
 * How many of the texts that wait, from the first on, are answered together, and from when. What may be a choice, one
 * word or a number or one of the lines just offered, is answered alone and at once.
 */
export function planBurst(
  texts: Text[],
  { burstMs, offered }: { burstMs: number; offered: string[] },
): { count: number; readyMs: number } {
  const [first] = texts
  const choices = new Set(offered.map(tidy))
  const isChoice = ({ text }: Text) => !/\s/.test(text.trim()) || choices.has(tidy(text))
  if (first === undefined || burstMs === 0 || isChoice(first)) return { count: 1, readyMs: 0 }
  const parted = texts.findIndex((text, at) => {
    const before = texts[at - 1]
    return before !== undefined && (isChoice(text) || text.happenedMs - before.happenedMs > burstMs)
  })
  const together = parted === -1 ? texts : texts.slice(0, parted)
  const last = together.at(-1) ?? first
  // Something else has come after them: there is nothing to wait for.
  if (together.length < texts.length) return { count: together.length, readyMs: 0 }
  const readyMs = Math.min(Date.parse(last.receivedAt) + burstMs, Date.parse(first.receivedAt) + LONGEST_MS)
  return { count: together.length, readyMs }
}

const tidy = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
