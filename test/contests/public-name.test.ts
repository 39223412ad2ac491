import { describe, expect, expectTypeOf, test } from 'vitest'
import { ageBandOf, ageOn, mayEnter } from '../../server/contests/age.rules.ts'
import type { PublicName } from '../../server/contests/public-name.schemas.ts'
import { initialsOf, NOBODY, publicNameOf } from '../../server/contests/public-name.ts'

describe('what a public ranking shows of somebody', () => {
  test.each([
    ['Nguyễn Văn An', 'N. V. A.'],
    ['đặng thị ngọc ánh', 'Đ. T. N. Á.'],
    ['Đỗ Ánh'.normalize('NFD'), 'Đ. Á.'],
    ['  Lê   Hoàng\tƯng ', 'L. H. Ư.'],
    ["H'Hen Niê", 'H. N.'],
    ['Y Moan Êban', 'Y. M. Ê.'],
    ['Công Tằng Tôn Nữ Hương-Giang', 'C. T. T. N. H.'],
    ['(Lan) 2', 'L.'],
    ['12', ''],
  ])('%s is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  test('a whole name only of an adult who agrees to it; a minor cannot even be asked', () => {
    const who = { name: ' Nguyễn Thị  Lan', unitName: 'THPT Tân Châu' }
    expect(publicNameOf({ ageBand: 'adult', showsName: true }, who)).toBe('Nguyễn Thị Lan')
    expect(publicNameOf({ ageBand: 'adult', showsName: false }, who)).toBe('N. T. L. – THPT Tân Châu')
    expect(publicNameOf({ ageBand: 'under_18' }, who)).toBe('N. T. L. – THPT Tân Châu')
    expect(publicNameOf({ ageBand: 'under_16' }, { ...who, unitName: null })).toBe('N. T. L.')
    expect(publicNameOf({ ageBand: 'under_16' }, { name: '12', unitName: 'THPT Tân Châu' })).toBe(NOBODY)
    // @ts-expect-error a minor's whole name is refused by the compiler
    publicNameOf({ ageBand: 'under_16', showsName: true }, who)
    expectTypeOf<string>().not.toMatchTypeOf<PublicName>()
  })
})

describe('ages', () => {
  test.each([
    ['2010-11-23', '2026-11-23', 16],
    ['2010-11-24', '2026-11-23', 15],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['1990-01-01', '2026-12-31', 36],
  ])('born on %s, on %s', (bornOn, day, age) => {
    expect(ageOn(bornOn, day)).toBe(age)
  })

  test('bands and limits are as the rules of contests have them', () => {
    expect([15, 16, 17, 18].map(ageBandOf)).toEqual(['under_16', 'under_18', 'under_18', 'adult'])
    expect([9, 10, 15, 16].map((age) => mayEnter({ minAge: 10, maxAge: 15 }, age))).toEqual([false, true, true, false])
    expect(mayEnter({ minAge: null, maxAge: null }, 99)).toBe(true)
  })
})
