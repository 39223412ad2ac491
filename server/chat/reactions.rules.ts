/** Zalo's names of the thumb up, the heart and the thumb down. */
const USEFUL = new Set(['/-strong', '/-heart'])
const USELESS = new Set(['/-weak'])

/** What a reaction says about an answer; most say nothing. */
export function voteOf(icon: string): 'useful' | 'useless' | undefined {
  if (USEFUL.has(icon)) return 'useful'
  return USELESS.has(icon) ? 'useless' : undefined
}

/** Whether two texts say the same, however they were spaced on the way. */
export function sameWords(one: string, other: string) {
  return tidy(one) === tidy(other)
}

function tidy(text: string) {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
