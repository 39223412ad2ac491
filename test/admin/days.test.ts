import { expect, test } from 'vitest'
import { finishDay, readDay, showDay } from '../../admin/ui/days.ts'

test.each([
  ['31/12/2026', '2026-12-31'],
  ['1/7/2026', '2026-07-01'],
  [' 01-07-2026 ', '2026-07-01'],
  ['1.7.2026', '2026-07-01'],
  ['1 / 7 / 2026', '2026-07-01'],
  ['01072026', '2026-07-01'],
  ['2026-07-01', '2026-07-01'],
  ['29/2/2028', '2028-02-29'],
  ['29/2/2026', undefined],
  ['31/4/2026', undefined],
  ['12/31/2026', undefined],
  ['1/7', undefined],
  ['1/7/26', undefined],
  ['mai', undefined],
  ['', undefined],
])('%s is read as %s', (text, day) => expect(readDay(text)).toBe(day))

test('a year of two figures is of this century, once typing is over', () => {
  expect([finishDay('1/7/26'), finishDay('1/7/2'), finishDay('1/7/2026')]).toEqual([
    '2026-07-01',
    undefined,
    '2026-07-01',
  ])
})

test('a day is shown as it is written here; what is none stands as it was typed', () => {
  expect([showDay('2026-07-01'), showDay('ngày mai'), showDay('')]).toEqual(['01/07/2026', 'ngày mai', ''])
})
