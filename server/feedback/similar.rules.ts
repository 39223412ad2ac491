import { foldedWords } from '../search/vietnamese-text.ts'

const ENOUGH = 0.3
const MOST = 3

/** Up to three texts that share the most words with this one; what everybody writes counts for little. */
export function mostSimilar<T extends { folded: string }>(text: string, among: readonly T[]): T[] {
  const asked = new Set(foldedWords(text))
  if (asked.size === 0) return []
  const bags = among.map((item) => ({ item, words: new Set(item.folded.split(' ')) }))
  const weightOf = (word: string) => 1 / (1 + bags.filter(({ words }) => words.has(word)).length)
  const weights = new Map([...asked].map((word) => [word, weightOf(word)]))
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  return bags
    .map(({ item, words }) => {
      const shared = [...weights].filter(([word]) => words.has(word)).reduce((sum, [, weight]) => sum + weight, 0)
      return { item, share: shared / total }
    })
    .filter(({ share }) => share >= ENOUGH)
    .sort((one, other) => other.share - one.share)
    .slice(0, MOST)
    .map(({ item }) => item)
}
