import { expect, test } from 'vitest'
import { type SheetState, sheetFrom } from '../../src/features/contests/sheet.rules.ts'
import { createSheetKeeper, type Sending } from '../../src/features/contests/sheet-keeper.ts'

const SAVED_AT = '2026-11-23T03:00:00.000Z'

/** A phone with a paper of three questions; the network answers as the test says. */
function openPaper(answers: (sent: SheetState) => Sending | Promise<Sending>) {
  const log: string[] = []
  const waits: { ms: number; then: () => void }[] = []
  const keeper = createSheetKeeper(sheetFrom({ seq: 0, sheet: [], prediction: null }, 3), {
    async send(sheet) {
      log.push(`sent ${sheet.seq}`)
      return answers(sheet)
    },
    async keep(sheet) {
      log.push(`kept ${sheet.seq}`)
    },
    after(ms, then) {
      const wait = { ms, then }
      waits.push(wait)
      return () => void waits.splice(waits.indexOf(wait) >>> 0, 1)
    },
    random: () => 0.5,
  })
  return { keeper, log, waits }
}

const taken = (sheet: SheetState): Sending => ({ outcome: 'saved', seq: sheet.seq, savedAt: SAVED_AT })

test('an answer is on the phone before it is sent, and then it is saved', async () => {
  const { keeper, log } = openPaper(taken)
  keeper.answer(0, [2])
  expect(keeper.current().saving).toBe('saving')
  await keeper.flush()
  expect([log.slice(0, 2), keeper.current()]).toEqual([
    ['kept 1', 'sent 1'],
    {
      sheet: { seq: 1, savedSeq: 1, sheet: [[2], [], []], prediction: null },
      ...{ saving: 'saved', savedAt: SAVED_AT, problem: undefined },
    },
  ])
})

test('three quick answers are one sending and then the last state, never two at a time', async () => {
  let open = 0
  let most = 0
  const { keeper, log } = openPaper(async (sheet) => {
    open += 1
    most = Math.max(most, open)
    await Promise.resolve()
    open -= 1
    return taken(sheet)
  })
  keeper.answer(0, [2])
  keeper.answer(1, [1])
  keeper.predict(250)
  await keeper.flush()
  expect(most).toBe(1)
  expect(log.filter((line) => line.startsWith('sent')).at(-1)).toBe('sent 3')
  expect(keeper.current().sheet).toEqual({ seq: 3, savedSeq: 3, sheet: [[2], [1], []], prediction: 250 })
})

test('without a network it says so, tries less and less often, and sends everything once it is back', async () => {
  let isOnline = false
  const { keeper, waits, log } = openPaper((sheet) => (isOnline ? taken(sheet) : { outcome: 'unreached' }))
  keeper.answer(0, [2])
  await keeper.flush()
  const asked: number[] = []
  for (let turn = 0; turn < 6; turn += 1) {
    const wait = waits.pop()
    asked.push(wait?.ms ?? 0)
    wait?.then()
    await keeper.flush()
  }
  expect(asked).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 30_000])
  keeper.answer(1, [0])
  expect(keeper.current().saving).toBe('waiting')
  isOnline = true
  await keeper.flush()
  expect([keeper.current().saving, log.filter((line) => line === 'sent 2').length >= 1]).toEqual(['saved', true])
})

test('a busy service is left alone for as long as it asks', async () => {
  const { keeper, waits } = openPaper(() => ({ outcome: 'unreached', retryAfterS: 20 }))
  keeper.answer(0, [2])
  await keeper.flush()
  expect(waits.map(({ ms }) => ms)).toEqual([20_000])
})

test('a later sheet from another phone stops this one: nothing more is sent over it', async () => {
  const { keeper, log } = openPaper(() => ({ outcome: 'saved', seq: 40, savedAt: SAVED_AT }))
  keeper.answer(0, [2])
  await keeper.flush()
  keeper.answer(1, [2])
  await keeper.flush()
  expect([keeper.current().saving, log]).toEqual(['elsewhere', ['kept 1', 'sent 1']])
})

test('what the service refuses is not sent again and again', async () => {
  const { keeper, waits } = openPaper(() => ({ outcome: 'refused', problem: { code: 'attempt.over' } }))
  keeper.answer(0, [2])
  await keeper.flush()
  expect([keeper.current().saving, keeper.current().problem, waits]).toEqual(['refused', { code: 'attempt.over' }, []])
})
