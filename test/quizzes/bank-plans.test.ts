import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listBank, readBankRows } from '../../server/quizzes/bank.queries.ts'
import { listToLookAt } from '../../server/quizzes/flags.queries.ts'
import { listPractice } from '../../server/quizzes/practice.queries.ts'
import { findLastCode, listKeysOf, listVersions } from '../../server/quizzes/questions.queries.ts'
import { LOOKED_THROUGH, searchWords } from '../../server/quizzes/questions.rules.ts'
import { openWatched } from '../feedback/inbox-cases.ts'
import { createWorld } from '../world/world.ts'
import { write } from './writing-questions.ts'

test('no page of the bank goes through all questions or sorts them, whatever is asked for', async () => {
  const world = await createWorld()
  const { db, asked, findScans, close } = openWatched(world.databaseFile)
  const filters = [{}, { topic: 'giao-duc' }, { flag: 'review_due' }, { audience: 'student', pool: 'contest' }]
  for (const filter of filters)
    for (const state of ['published', 'draft', 'retired'] as const)
      for (const after of [undefined, { sortKey: '2026-11-23T02:00:00.000Z', id: 'x' }]) {
        const words = searchWords('chuyển trường')
        const wish = { ...filter, state, after, words, unitIds: ['so-gddt'], limit: 51, through: LOOKED_THROUGH }
        const { ids } = await listBank(db, wish)
        await readBankRows(db, ids)
      }
  await listToLookAt(db, { after: '', limit: 500 })
  await listPractice(db, 'giao-duc')
  await findLastCode(db, 'CH-')
  await listVersions(db, 'x')
  await listKeysOf(db, ['x'])
  expect(asked.size).toBeGreaterThan(20)
  expect(findScans()).toEqual([])
  close()
})

test('a question that does would be found', async () => {
  const world = await createWorld()
  const { db, findScans, close } = openWatched(world.databaseFile)
  await db.values(sql`SELECT count(*) FROM question_versions WHERE text = 'x'`)
  expect(findScans()).toHaveLength(1)
  close()
})

test('what is rare is found further down, by going on from where the last page stopped looking', async () => {
  const world = await createWorld()
  const author = await world.signIn({ role: 'quiz_manager' })
  const oldest = await write(author, { text: 'Câu hiếm nhất kho này là gì?' })
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  for (let at = 0; at < 6; at += 1) await write(author)
  const wish = { unitIds: ['so-gddt'], state: 'draft' as const, words: searchWords('hiem nhat'), limit: 51, through: 4 }
  const { db } = world.service.ctx
  const first = await listBank(db, { ...wish, after: undefined })
  expect(first.ids).toEqual([])
  const second = await listBank(db, { ...wish, after: first.end })
  const found = await readBankRows(db, second.ids)
  expect(found.map(({ question }) => question.code)).toEqual([oldest.code])
})
