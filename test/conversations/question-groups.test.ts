import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Asked, groupQuestions, likeness, tellingWords } from '../../server/conversations/question-groups.rules.ts'

const SUBJECTS = ['hoc phi', 'hoc bong', 'chuyen truong', 'xe dua don', 'dong phuc', 'bao hiem', 'lop 10', 'truong tu']
const COURTESY = ['cho em hoi', 'a', 'o dau', 'bao nhieu', 'khi nao', 'di', '']
const questions = fc
  .uniqueArray(
    fc
      .tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(...SUBJECTS), fc.constantFrom(...COURTESY))
      .map(([one, other, rest]) => `${one} ${other} ${rest}`.trim()),
    { maxLength: 25 },
  )
  .chain((texts) =>
    fc.tuple(
      ...texts.map((folded) =>
        fc.record({
          folded: fc.constant(folded),
          text: fc.constant(folded.toUpperCase()),
          count: fc.integer({ min: 1, max: 9 }),
          newestAt: fc.integer({ min: 10, max: 30 }).map((day) => `2026-11-${day}T00:00:00Z`),
        }),
      ),
    ),
  )

const line = (folded: string, count = 1, newestAt = '2026-11-20T00:00:00Z'): Asked => ({
  ...{ folded, text: folded, count, newestAt },
})

test('three ways of asking the same are one row with three, and what only sounds near stays apart', () => {
  const groups = groupQuestions([
    line('hoc phi truong tu bao nhieu', 2),
    line('cho em hoi hoc phi truong tu'),
    line('hoc bong cho hoc sinh gioi'),
    line('hoc phi truong tu lop 10', 1, '2026-11-25T00:00:00Z'),
  ])
  expect(groups.map(({ question, count, newestAt, wordings }) => ({ question, count, newestAt, wordings }))).toEqual([
    {
      question: 'hoc phi truong tu bao nhieu',
      count: 4,
      newestAt: '2026-11-25T00:00:00Z',
      wordings: ['hoc phi truong tu lop 10', 'cho em hoi hoc phi truong tu'],
    },
    { question: 'hoc bong cho hoc sinh gioi', count: 1, newestAt: '2026-11-20T00:00:00Z', wordings: [] },
  ])
})

test('every question stands in one group and is counted once', () => {
  fc.assert(
    fc.property(questions, (lines) => {
      const groups = groupQuestions(lines)
      expect(groups.flatMap(({ folded }) => folded).sort()).toEqual(lines.map(({ folded }) => folded).sort())
      const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
      expect(sum(groups)).toBe(sum(lines))
    }),
  )
})

test('the order in which they come makes no difference', () => {
  fc.assert(
    fc.property(questions, fc.integer(), (lines, seed) => {
      const shuffled = [...lines].sort((a, b) => hash(a.folded, seed) - hash(b.folded, seed))
      expect(groupQuestions(shuffled)).toEqual(groupQuestions(lines))
    }),
  )
})

test('whatever is in a group shares most of its telling words with the question the group is named after', () => {
  fc.assert(
    fc.property(questions, (lines) => {
      for (const { question, folded } of groupQuestions(lines))
        for (const member of folded)
          expect(
            member.toUpperCase() === question ||
              likeness(tellingWords(member), tellingWords(question.toLowerCase())) >= 0.6,
          ).toBe(true)
    }),
  )
})

test('the most asked group comes first', () => {
  fc.assert(
    fc.property(questions, (lines) => {
      const counts = groupQuestions(lines).map(({ count }) => count)
      expect(counts).toEqual([...counts].sort((a, b) => b - a))
    }),
  )
})

function hash(text: string, seed: number) {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed)
}
