import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as chat from '../../server/procedures/checklist.rules.ts'
import type { Procedure } from '../../server/procedures/procedures.schemas.ts'
import * as app from '../../src/features/procedures/checklist.ts'
import { shareWorld } from '../world/world.ts'

const world = shareWorld()

test('a chat asks the questions of the Mini App and comes to its list, for every procedure and every answer', async () => {
  const { procedures } = await world().getJson<{ procedures: Procedure[] }>('/api/library')
  expect(procedures.length).toBeGreaterThan(50)
  fc.assert(
    fc.property(
      fc.constantFrom(...procedures),
      fc.infiniteStream(fc.constantFrom('yes', 'no', undefined)),
      (procedure, said) => {
        const questions = app.openQuestions(procedure)
        expect(chat.openQuestions(procedure)).toEqual(questions)
        const answers: chat.Answers = Object.fromEntries(
          questions.flatMap(({ key }): [string, 'yes' | 'no'][] => {
            const answer = said.next().value
            return answer === undefined ? [] : [[key, answer]]
          }),
        )
        for (const each of procedure.cases) {
          const { needed, maybe } = app.makeChecklist(each, { answers, ticked: [], seen: null })
          expect(chat.makeChecklist(each, answers)).toEqual({ needed, maybe })
        }
        expect(chat.readAnswers(chat.writeAnswers(answers))).toEqual(app.readAnswers(chat.writeAnswers(answers)))
        expect(chat.readAnswers(chat.writeAnswers(answers))).toEqual(answers)
      },
    ),
    { numRuns: 400 },
  )
})
