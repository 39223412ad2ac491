import type { Body, Kind } from './words.ts'

/** Options and key as one thing: a change of either changes what the other means. */
export type Choices = { options: string[]; key: number[] }

export const MOST_OPTIONS = 8
const TRUE_FALSE = ['Đúng', 'Sai']

/** As the form shows them; steps stand in their right order there. */
export function toChoices({ kind, options, key }: Pick<Body, 'kind' | 'options' | 'key'>): Choices {
  if (kind !== 'ordering') return { options, key }
  const sorted = key.flatMap((place) => options[place] ?? [])
  return { options: sorted, key: sorted.map((_, at) => at) }
}

/** As they are kept. Steps stand by the alphabet, so that the order they are shown in does not tell the right one. */
export function fromChoices({ options, key }: Choices, kind: Kind): Choices {
  const trimmed = options.map((option) => option.trim())
  if (kind !== 'ordering') return { options: trimmed, key }
  const byAlphabet = trimmed.toSorted((one, other) => one.localeCompare(other, 'vi'))
  const kept = byAlphabet.join('\n') === trimmed.join('\n') ? byAlphabet.toReversed() : byAlphabet
  return { options: kept, key: trimmed.map((step) => kept.indexOf(step)) }
}

/** What is left of the choices when the question becomes one of another kind. */
export function changeKind({ options, key }: Choices, kind: Kind): Choices {
  if (kind === 'true_false') return { options: TRUE_FALSE, key: key.filter((place) => place < 2).slice(0, 1) }
  if (kind === 'ordering') return { options, key: options.map((_, at) => at) }
  return { options, key: kind === 'single' ? key.slice(0, 1) : key }
}

export function renameOption({ options, key }: Choices, at: number, text: string): Choices {
  return { options: options.map((option, each) => (each === at ? text : option)), key }
}

export function addOption({ options, key }: Choices, kind: Kind): Choices {
  return { options: [...options, ''], key: kind === 'ordering' ? [...key, options.length] : key }
}

export function removeOption({ options, key }: Choices, at: number, kind: Kind): Choices {
  const left = options.filter((_, each) => each !== at)
  if (kind === 'ordering') return { options: left, key: left.map((_, each) => each) }
  return { options: left, key: key.filter((place) => place !== at).map((place) => (place > at ? place - 1 : place)) }
}

/** The key goes along with the options it names. */
export function moveOption({ options, key }: Choices, at: number, by: 1 | -1, kind: Kind): Choices {
  const to = at + by
  const moved = [...options]
  const [option] = moved.splice(at, 1)
  if (option === undefined || to < 0 || to >= options.length) return { options, key }
  moved.splice(to, 0, option)
  if (kind === 'ordering') return { options: moved, key }
  return { options: moved, key: key.map((place) => (place === at ? to : place === to ? at : place)) }
}

export function markOption({ options, key }: Choices, at: number, kind: Kind): Choices {
  if (kind !== 'multiple') return { options, key: [at] }
  const isMarked = key.includes(at)
  return { options, key: isMarked ? key.filter((place) => place !== at) : [...key, at].sort((a, b) => a - b) }
}

/** What is wrong before it is sent, in words; the service looks again. */
export function choicesProblem({ options, key }: Choices): string | undefined {
  if (options.some((option) => option.trim() === '')) return 'Có phương án chưa viết'
  return key.length === 0 ? 'Chưa đánh dấu đáp án' : undefined
}
