import { isFoldedStopWord } from '../search/stop-words.ts'

/** One wording, however often it came. */
export type Asked = { folded: string; text: string; count: number; newestAt: string }
export type QuestionGroup = {
  /** The wording asked most. */
  question: string
  count: number
  newestAt: string
  /** The other wordings, the most asked first. */
  wordings: string[]
  /** All of them, as they are kept. */
  folded: string[]
}
type Leader = Asked & { words: ReadonlySet<string> }

/** Two questions are alike when they share this much of the words that say what is asked. */
const ALIKE = 0.6

/**
 * Questions that ask the same, together. Each wording joins the most asked one that it is most alike to, and that one
 * alone, so that a chain of neighbours does not bring together what is not alike. The order they come in does not matter.
 */
export function groupQuestions(lines: readonly Asked[]): QuestionGroup[] {
  const leaders: Leader[] = []
  const members = new Map<string, Asked[]>()
  const byWord = new Map<string, Leader[]>()
  for (const line of [...lines].sort(mostAskedFirst)) {
    const words = tellingWords(line.folded)
    const near = new Set([...words].flatMap((word) => byWord.get(word) ?? []))
    const leader = mostAlike(words, near)
    if (leader !== undefined) {
      members.get(leader.folded)?.push(line)
      continue
    }
    const made = { ...line, words }
    leaders.push(made)
    members.set(line.folded, [line])
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), made])
  }
  return leaders
    .map((leader) => summarise(leader, members.get(leader.folded) ?? []))
    .sort((a, b) => b.count - a.count || (a.newestAt < b.newestAt ? 1 : -1))
}

/** Shared words of all words, 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** Words that say what is asked; a question of nothing but courtesy keeps them all. */
export function tellingWords(folded: string): ReadonlySet<string> {
  const all = folded.split(/[^\p{L}\p{N}./-]+/u).filter(Boolean)
  const telling = all.filter((word) => !isFoldedStopWord(word))
  return new Set(telling.length > 0 ? telling : all)
}

function mostAlike(words: ReadonlySet<string>, near: ReadonlySet<Leader>) {
  const alike = [...near].map((leader) => ({ leader, by: likeness(words, leader.words) }))
  const [best] = alike.filter(({ by }) => by >= ALIKE).sort((a, b) => b.by - a.by || mostAskedFirst(a.leader, b.leader))
  return best?.leader
}

/** Of two asked as often the shorter: it has fewer words of courtesy. */
function mostAskedFirst(a: Asked, b: Asked) {
  return b.count - a.count || a.folded.length - b.folded.length || (a.folded < b.folded ? -1 : 1)
}

function summarise(leader: Leader, group: readonly Asked[]): QuestionGroup {
  return {
    question: leader.text,
    count: group.reduce((sum, { count }) => sum + count, 0),
    newestAt: group.reduce((newest, { newestAt }) => (newestAt > newest ? newestAt : newest), leader.newestAt),
    wordings: group.filter((line) => line.folded !== leader.folded).map(({ text }) => text),
    folded: group.map(({ folded }) => folded),
  }
}
