import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedMarks, marksOfTexts } from '../../server/contests/marking.rules.ts'
import { readPaper, readSheet, writePaper, writeSheet } from '../../server/contests/paper.rules.ts'
import { QUESTION_KINDS } from '../../server/quizzes/questions.schemas.ts'

const OPTIONS = [0, 1, 2, 3]
const question = fc.record({
  right: fc.record({ kind: fc.constantFrom(...QUESTION_KINDS), key: fc.shuffledSubarray(OPTIONS, { minLength: 1 }) }),
  isVoid: fc.boolean(),
})
const asked = fc.record({
  place: fc.integer({ min: 0, max: 14 }),
  order: fc.shuffledSubarray(OPTIONS, { minLength: 4 }),
  chosen: fc.oneof(fc.shuffledSubarray(OPTIONS), fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 5 })),
  knows: fc.boolean(),
})

test('a paper marked from its texts has the marks it has when it is read first', () => {
  fc.assert(
    fc.property(
      fc.array(question, { maxLength: 12 }),
      fc.array(asked, { minLength: 1, maxLength: 20 }),
      (pool, paper) => {
        const answers = paper.map(({ place, order, chosen, knows }) =>
          knows ? (pool[place]?.right.key ?? []).map((written) => order.indexOf(written)) : chosen,
        )
        const [text, sheet] = [writePaper(paper), writeSheet(answers)]
        const read = countedMarks(readPaper(text), readSheet(sheet), pool)
        expect(marksOfTexts(text, sheet, pool)).toEqual({ score: read, outOf: paper.length })
        const empty = countedMarks(readPaper(text), readSheet(''), pool)
        expect(marksOfTexts(text, '', pool).score).toBe(empty)
      },
    ),
    { numRuns: 1_000 },
  )
})
