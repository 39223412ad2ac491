import { isFoldedStopWord } from '../search/stop-words.ts'

export type MissLine = { query: string; count: number; newestDay: string }
export type MissGroup = MissLine & { wordings: string[] }

type Line = MissLine & { words: Set<string> }
type Gathered = { leader: Line; members: Line[] }

/** The shortest beginning that says what somebody was going to type. */
const SHORTEST_BEGINNING = 3
const MOST_WORDINGS = 10

/**
 * Questions that ask the same: what was typed on the way to a longer one, the same words in another order, and
 * those that differ by one word. Each joins the most asked question it resembles, and that one alone, so that
 * "hoc" does not bring "hoc phi" and "hoc bong" together. The most asked group comes first.
 */
export function groupMisses(lines: MissLine[]): MissGroup[] {
  const groups: Gathered[] = []
  const byWord = new Map<string, Gathered[]>()
  for (const line of foldBeginnings(lines).sort(mostAskedFirst)) {
    const near = new Set([...line.words].flatMap((word) => byWord.get(beginningOf(word)) ?? []))
    const group = [...near].find(({ leader }) => asksTheSame(leader.words, line.words))
    if (group) {
      group.members.push(line)
      continue
    }
    const made = { leader: line, members: [line] }
    groups.push(made)
    for (const word of new Set([...line.words].map(beginningOf))) byWord.set(word, [...(byWord.get(word) ?? []), made])
  }
  return groups.map(summarise).sort(mostAskedFirst)
}

/** Each beginning of a longer question is counted for the most asked one of those it leads to. */
function foldBeginnings(lines: MissLine[]): Line[] {
  const sorted = lines
    .map((line) => ({ ...line, words: wordsOf(line.query) }))
    .sort((a, b) => (a.query < b.query ? -1 : 1))
  const kept: Line[] = []
  // From the last to the first, a longer question has been seen before each of its beginnings.
  for (const line of sorted.reverse()) {
    const longer = kept.filter((other) => isOnTheWay(line, other))
    const target = longer.sort(mostAskedFirst)[0]
    if (target === undefined) kept.push(line)
    else Object.assign(target, addUp(target, line))
  }
  return kept
}

/**
 * "chuyen tr" and "chuyen truong" are on the way to "chuyen truong cho con". The whole word "hoc" is a question, and
 * so are whole words asked more often than what begins with them.
 */
function isOnTheWay({ query: beginning, count }: MissLine, { query, count: times }: MissLine) {
  if (query === beginning || !query.startsWith(beginning) || beginning.length < SHORTEST_BEGINNING) return false
  const endsInWord = query[beginning.length] !== ' '
  return endsInWord || (beginning.includes(' ') && count <= times)
}

function asksTheSame(asked: Set<string>, other: Set<string>) {
  const onlyAsked = [...asked].filter((word) => !other.has(word))
  const onlyOther = [...other].filter((word) => !asked.has(word))
  const shared = asked.size - onlyAsked.length
  if (onlyAsked.length > 1 || onlyOther.length > 1) return false
  const [here] = onlyAsked
  const [there] = onlyOther
  if (here === undefined && there === undefined) return true
  if (here === undefined || there === undefined) return shared >= 2
  return shared >= 3 || (shared >= 1 && isSlip(here, there))
}

/** One letter more, less or other, in a word long enough for that to be a slip. */
function isSlip(a: string, b: string) {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 4 || long.length - short.length > 1) return false
  const at = [...long].findIndex((letter, index) => letter !== short[index])
  return long.slice(at + 1) === short.slice(at + (long.length === short.length ? 1 : 0))
}

/** Words that say what is asked; a question of nothing but courtesy keeps them all. */
function wordsOf(query: string) {
  const all = query.split(/[^\p{L}\p{N}./-]+/u).filter(Boolean)
  const telling = all.filter((word) => !isFoldedStopWord(word))
  return new Set(telling.length > 0 ? telling : all)
}

/** A slip of one letter leaves the first two or the last alone; the first two are enough to be compared. */
function beginningOf(word: string) {
  return word.slice(0, 2)
}

function addUp(line: Line, other: MissLine): Line {
  return {
    ...line,
    count: line.count + other.count,
    newestDay: line.newestDay > other.newestDay ? line.newestDay : other.newestDay,
  }
}

function summarise({ leader, members }: Gathered): MissGroup {
  const { query, count, newestDay } = members.slice(1).reduce(addUp, leader)
  return { query, count, newestDay, wordings: members.slice(1, MOST_WORDINGS + 1).map((member) => member.query) }
}

type Asked = { query: string; count: number }

export function mostAskedFirst(a: Asked, b: Asked) {
  if (a.count !== b.count) return b.count - a.count
  if (a.query.length !== b.query.length) return b.query.length - a.query.length
  return a.query === b.query ? 0 : a.query < b.query ? -1 : 1
}
