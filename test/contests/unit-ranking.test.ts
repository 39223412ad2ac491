import { expect, test } from 'vitest'
import { rankUnits } from '../../server/contests/unit-ranking.rules.ts'

const LIMITS = { minSize: 10, minParticipation: 50 }
const unit = (unitId: string, headcount: number | null, participants: number, quality: number) => ({
  ...{ unitId, headcount, participants, shares: participants * quality },
})

test('a school where nearly everybody took part stands above one where the few who did were brilliant', () => {
  const ranked = rankUnits([unit('ít người', 60, 12, 1), unit('đông đủ', 82, 80, 0.8)], {
    ...LIMITS,
    minParticipation: 0,
  })
  expect(ranked.map(({ unitId, rank, points }) => [unitId, rank, points])).toEqual([
    ['đông đủ', 1, 78.0488],
    ['ít người', 2, 20],
  ])
})

test('who is too small, too few or not in the register is listed apart and takes nobody’s rank', () => {
  const ranked = rankUnits(
    [
      unit('nhỏ', 9, 9, 1),
      unit('thưa', 100, 49, 1),
      unit('vừa đủ', 100, 50, 0.5),
      unit('không có sổ', null, 30, 0.9),
      unit('không ai', 40, 0, 0),
    ],
    LIMITS,
  )
  expect(ranked.map(({ unitId, rank, apart }) => [unitId, rank, apart])).toEqual([
    ['vừa đủ', 1, null],
    ['nhỏ', null, 'too_small'],
    ['thưa', null, 'too_few'],
    ['không có sổ', null, 'no_headcount'],
  ])
})

test('more people than the register knows of are no more than all, and equal points share a rank', () => {
  const ranked = rankUnits([unit('a', 20, 25, 0.6), unit('b', 10, 10, 0.6), unit('c', 10, 10, 0.5)], LIMITS)
  expect(ranked.map(({ rank, participation }) => [rank, participation])).toEqual([
    [1, 1],
    [1, 1],
    [3, 1],
  ])
})
