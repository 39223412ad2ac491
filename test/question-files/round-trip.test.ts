import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readGift } from '../../server/question-files/gift.ts'
import { readMoodleXml } from '../../server/question-files/moodle-xml.ts'
import { readQuestionSheet } from '../../server/question-files/question-sheet.ts'
import { writeGift } from '../../server/question-files/write-gift.ts'
import { writeMoodleXml } from '../../server/question-files/write-moodle-xml.ts'
import { writeQuestionSheet } from '../../server/question-files/write-question-sheet.ts'
import { asWritten, fewQuestions, manyQuestions, withoutCode } from './questions.ts'

test('questions written as GIFT come back as they were, whatever signs they hold', () => {
  fc.assert(
    fc.property(fewQuestions, (questions) => {
      expect(asWritten(readGift(writeGift(questions).toString()))).toEqual(withoutCode(questions))
    }),
    { numRuns: 400 },
  )
})

test('questions written as Moodle XML come back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(manyQuestions, async (questions) => {
      expect(asWritten(await readMoodleXml(writeMoodleXml(questions)))).toEqual(withoutCode(questions))
    }),
    { numRuns: 5, endOnFailure: true },
  )
}, 60_000)

test('questions written as a spreadsheet come back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(manyQuestions, async (questions) => {
      expect(asWritten(await readQuestionSheet(await writeQuestionSheet(questions)))).toEqual(withoutCode(questions))
    }),
    { numRuns: 5, endOnFailure: true },
  )
}, 60_000)
