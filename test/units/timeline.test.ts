import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changeFrom,
  countOn,
  endAfter,
  mergeUnits,
  newUnit,
  type Period,
  periodOn,
  setHeadcount,
  type Unit,
} from '../../server/units/timeline.rules.ts'
import { type Book, findTreeProblems, keeperOf } from '../../server/units/tree.rules.ts'
import { AUDIENCES } from '../../server/units/units.schemas.ts'
import { addDays } from '../../server/working-time/calendar-days.ts'
import { anyBook, DAYS, day, root, soundBook, subtreeOn, totalOn } from './tree-model.ts'

function school(id: string, parentId = 'so-gddt', validFrom = '2025-07-01'): Unit {
  return newUnit(
    { id, createdAt: '2025-07-01T00:00:00Z' },
    { name: `Trường ${id}`, kind: 'primary', parentId, validFrom },
  )
}

const line = ({ validFrom, validTo, name, parentId }: Period) => `${validFrom}..${validTo ?? ''} ${name} < ${parentId}`
const story = (unit: Unit) => unit.periods.map(line)

function bookOf(...units: Unit[]): Map<string, Unit> {
  return new Map([root(), ...units].map((unit) => [unit.id, unit]))
}

describe('a change starts a new period and leaves the past as it was', () => {
  const renamed = changeFrom(school('a'), '2026-09-01', { name: 'Trường Lê Lợi' })

  test.each<[string, Unit, string[]]>([
    ['a new name', renamed, ['2025-07-01..2026-08-31 Trường a < so-gddt', '2026-09-01.. Trường Lê Lợi < so-gddt']],
    [
      'a place before a name already planned',
      changeFrom(renamed, '2026-01-01', { parentId: 'xa-1' }),
      [
        '2025-07-01..2025-12-31 Trường a < so-gddt',
        '2026-01-01..2026-08-31 Trường a < xa-1',
        '2026-09-01.. Trường Lê Lợi < so-gddt',
      ],
    ],
    [
      'a mistake set right on its own first day',
      changeFrom(renamed, '2026-09-01', { name: 'Trường Lê Lai' }),
      ['2025-07-01..2026-08-31 Trường a < so-gddt', '2026-09-01.. Trường Lê Lai < so-gddt'],
    ],
    ['a name taken back', changeFrom(renamed, '2026-09-01', { name: 'Trường a' }), ['2025-07-01.. Trường a < so-gddt']],
    ['an end', endAfter(renamed, '2026-06-30'), ['2025-07-01..2026-06-30 Trường a < so-gddt']],
  ])('%s', (_, unit, told) => expect(story(unit)).toEqual(told))

  test('what says nothing new is not a change', () => {
    const unit = setHeadcount(school('a'), { audience: 'teacher', asOf: '2025-07-01', count: 3 })
    expect(changeFrom(unit, '2026-01-01', { name: 'Trường a', parentId: 'so-gddt' })).toBe(unit)
    expect(setHeadcount(unit, { audience: 'teacher', asOf: '2025-07-01', count: 3 })).toBe(unit)
    const ended = endAfter(unit, '2026-01-01')
    expect(endAfter(ended, '2026-01-01')).toBe(ended)
  })

  test.each<[string, (unit: Unit) => unknown]>([
    ['renaming', (unit) => changeFrom(unit, '2024-01-01', { name: 'Trường b' })],
    ['counting', (unit) => setHeadcount(unit, { audience: 'student', asOf: '2025-06-30', count: 1 })],
    ['ending', (unit) => endAfter(unit, '2025-06-30')],
    ['ending what has ended', (unit) => endAfter(endAfter(unit, '2025-12-31'), '2026-01-01')],
  ])('%s on a day the unit is not there is refused', (_, attempt) => {
    expect(() => attempt(school('a'))).toThrow('unit.not_there_then')
  })
})

test('a number holds until a later one is told, and before the first nothing is known', () => {
  const told = setHeadcount(setHeadcount(school('a'), { audience: 'student', asOf: '2026-09-05', count: 510 }), {
    audience: 'student',
    asOf: '2025-09-05',
    count: 480,
  })
  const on = (date: string) => countOn(told, 'student', date)
  expect([on('2025-09-04'), on('2025-09-05'), on('2026-09-04'), on('2026-09-05'), on('2030-01-01')]).toEqual([
    null,
    480,
    480,
    510,
    510,
  ])
  expect(countOn(told, 'teacher', '2026-09-05')).toBeNull()
})

describe('A and B become C on 1/7', () => {
  const count = (unit: Unit, students: number) =>
    setHeadcount(unit, { audience: 'student', asOf: '2025-09-05', count: students })
  const a = count(school('a'), 300)
  const b = count(school('b'), 200)
  const class1 = school('a-le', 'a')
  function merged(headcounts = new Map()): Book {
    const made = mergeUnits({
      ended: [a, b],
      into: school('c', 'so-gddt', '2026-07-01'),
      others: [root(), class1],
      from: '2026-07-01',
      headcounts,
      note: null,
    })
    return new Map(made.map((unit) => [unit.id, unit]))
  }
  const total = (book: Book, date: string) => totalOn(book, 'so-gddt', 'student', date)

  test('until 30/6 the total is A + B, from 1/7 it is C’s, which starts with their sum', () => {
    expect([total(merged(), '2026-06-30'), total(merged(), '2026-07-01')]).toEqual([500, 500])
    expect(subtreeOn(merged(), 'so-gddt', '2026-06-30').sort()).toEqual(['a', 'a-le', 'b', 'so-gddt'])
    expect(subtreeOn(merged(), 'so-gddt', '2026-07-01').sort()).toEqual(['a-le', 'c', 'so-gddt'])
    expect(findTreeProblems(merged())).toEqual([])
  })

  test('a number told for C counts instead of the sum', () => {
    const book = merged(new Map([['student', 470]]))
    expect([total(book, '2026-06-30'), total(book, '2026-07-01')]).toEqual([500, 470])
  })

  test('setting C right later does not change what was before', () => {
    const book = merged()
    const c = setHeadcount(book.get('c') ?? a, { audience: 'student', asOf: '2026-07-01', count: 450 })
    const corrected = new Map([...book, ['c', c] as const])
    expect([total(corrected, '2026-06-30'), total(corrected, '2026-07-01')]).toEqual([500, 450])
  })

  test('what nobody has told stays unknown, it is not zero', () => {
    expect(totalOn(merged(), 'c', 'teacher', '2026-07-01')).toBeNull()
  })

  test('A may take in B and go on as A', () => {
    const made = mergeUnits({
      ended: [b],
      into: a,
      others: [root(), class1],
      from: '2026-07-01',
      headcounts: new Map(),
      note: 'Quyết định sáp nhập',
    })
    const book = new Map(made.map((unit) => [unit.id, unit]))
    expect([countOn(book.get('a') ?? b, 'student', '2026-06-30'), total(book, '2026-07-01')]).toEqual([300, 500])
    expect(book.get('b')?.successors).toEqual([
      { successorId: 'a', validFrom: '2026-07-01', note: 'Quyết định sáp nhập' },
    ])
  })
})

describe('the tree stands on every day', () => {
  test.each<[string, Book, unknown[]]>([
    ['as it should', bookOf(school('a'), school('b', 'a')), []],
    [
      'a circle',
      bookOf(changeFrom(school('a'), '2026-01-01', { parentId: 'b' }), school('b', 'a')),
      [{ unitId: 'a', on: '2026-01-01', problem: 'unit.cycle' }],
    ],
    ['a unit below itself', bookOf(school('a', 'a')), [{ unitId: 'a', on: '2025-07-01', problem: 'unit.cycle' }]],
    [
      'a circle that only closes on a later day',
      bookOf(
        changeFrom(school('a'), '2026-01-01', { parentId: 'b' }),
        changeFrom(school('b'), '2027-01-01', { parentId: 'a' }),
      ),
      [{ unitId: 'b', on: '2027-01-01', problem: 'unit.cycle' }],
    ],
    [
      'places exchanged on one day',
      bookOf(
        changeFrom(school('a'), '2026-01-01', { parentId: 'b' }),
        changeFrom(school('b', 'a'), '2026-01-01', { parentId: 'so-gddt' }),
      ),
      [],
    ],
    [
      'a unit whose parent has ended',
      bookOf(endAfter(school('a'), '2026-06-30'), school('b', 'a')),
      [{ unitId: 'b', on: '2025-07-01', problem: 'unit.parent_not_there' }],
    ],
    [
      'a unit older than its parent',
      bookOf(school('a', 'so-gddt', '2026-01-01'), school('b', 'a')),
      [{ unitId: 'b', on: '2025-07-01', problem: 'unit.parent_not_there' }],
    ],
    [
      'the Sở below one of its schools',
      bookOf(school('a')).set('so-gddt', changeFrom(root(), '2026-01-01', { parentId: 'a' })),
      [{ unitId: 'so-gddt', on: '2026-01-01', problem: 'unit.root_stays' }],
    ],
  ])('%s', (_, book, problems) => expect(findTreeProblems(book)).toEqual(problems))

  /** Looks at every day on which anything changes, and the day after every end. */
  function isBrokenSlowly(book: Book) {
    const days = new Set([...DAYS, ...DAYS.map((date) => addDays(date, 1))])
    return [...days].some((date) =>
      [...book.values()].some((unit) => {
        const here = periodOn(unit, date)
        if (!here || unit.id === 'so-gddt') return false
        const seen = new Set([unit.id])
        for (let above = here.parentId; above !== 'so-gddt'; ) {
          const next = above === null ? undefined : book.get(above)
          const there = next && periodOn(next, date)
          if (!next || !there || seen.has(next.id)) return true
          seen.add(next.id)
          above = there.parentId
        }
        return false
      }),
    )
  }

  test('in whatever way units were moved and ended, what the rule finds is what is there', () => {
    let broken = 0
    fc.assert(
      fc.property(anyBook, (book) => {
        const isBroken = isBrokenSlowly(book)
        if (isBroken) broken += 1
        expect(findTreeProblems(book).length > 0).toBe(isBroken)
      }),
      { numRuns: 3_000, seed: 71 },
    )
    expect(broken).toBeGreaterThan(300)
    expect(broken).toBeLessThan(2_900)
  })
})

describe('whatever happens to a unit', () => {
  test('its periods follow each other without a gap or an overlap', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        for (const { periods } of book.values())
          for (const [position, { validFrom, validTo }] of periods.entries()) {
            expect(validTo === null || validTo >= validFrom).toBe(true)
            const next = periods[position + 1]
            if (next) expect(next.validFrom).toBe(validTo && addDays(validTo, 1))
          }
      }),
      { numRuns: 1_000, seed: 72 },
    )
  })

  test('a merger keeps the totals of the days before, whichever units merge and whenever', () => {
    let merged = 0
    fc.assert(
      fc.property(
        soundBook,
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }),
        day,
        (book, ids, from) => {
          const lastDay = addDays(from, -1)
          const ended = [...new Set(ids)].flatMap((id) => book.get(id) ?? []).filter((unit) => periodOn(unit, lastDay))
          if (ended.length === 0) return
          const into = newUnit(
            { id: 'z', createdAt: '' },
            { name: 'Z', kind: 'primary', parentId: 'so-gddt', validFrom: from },
          )
          const made = mergeUnits({ ended, into, others: book.values(), from, headcounts: new Map(), note: null })
          const after = new Map(made.map((unit) => [unit.id, unit]))
          merged += 1
          expect(findTreeProblems(after)).toEqual([])
          for (const audience of AUDIENCES) {
            for (const date of [...DAYS.filter((each) => each < from), lastDay])
              expect(totalOn(after, 'so-gddt', audience, date)).toBe(totalOn(book, 'so-gddt', audience, date))
            const sum = ended.map((unit) => countOn(unit, audience, lastDay)).filter((count) => count !== null)
            const z = after.get('z')
            expect(z && countOn(z, audience, from)).toBe(sum.length === 0 ? null : sum.reduce((a, b) => a + b, 0))
          }
        },
      ),
      { numRuns: 1_000, seed: 73 },
    )
    expect(merged).toBeGreaterThan(200)
  })
})

test.each([
  ['a unit of today', 'a', 'a'],
  ['one that is still to come', 'soon', 'a'],
  ['one that has ended', 'gone', 'so-gddt'],
  ['one nobody knows', 'nobody', 'so-gddt'],
])('the people of %s are looked after by the nearest unit of today', (_, id, keeper) => {
  const book = bookOf(school('a'), school('soon', 'a', '2027-01-01'), endAfter(school('gone'), '2026-01-01'))
  expect(keeperOf(book, id, '2026-11-23')).toBe(keeper)
})
