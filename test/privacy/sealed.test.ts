import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toE164 } from '../../server/sealing/phone.rules.ts'
import { createSealing } from '../../server/sealing/sealed.ts'

const KEY = 'a key of the office, long enough to be one'
const PLACE = { table: 'reports', column: 'phone_sealed', rowId: 'r1' }
const sealing = createSealing([KEY])

describe('what is sealed', () => {
  test('opens again, whatever was written, and looks different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [one, other] = [sealing.seal(PLACE, text), sealing.seal(PLACE, text)]
        return one !== other && sealing.open(PLACE, one) === text && sealing.open(PLACE, other) === text
      }),
    )
  })

  test.each([
    ['another table', { ...PLACE, table: 'citizens' }],
    ['another column', { ...PLACE, column: 'name_sealed' }],
    ['another row', { ...PLACE, rowId: 'r2' }],
  ])('does not open when it is moved to %s', (_, elsewhere) => {
    expect(() => sealing.open(elsewhere, sealing.seal(PLACE, '+84912345678'))).toThrow()
  })

  test('does not open with one character changed, wherever, nor cut short', () => {
    const sealed = sealing.seal(PLACE, '+84912345678')
    const opened = [...sealed].flatMap((letter, at) =>
      ['A', 'B', '8', '.', ''].flatMap((other) => {
        const changed = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`
        return other !== letter && opens(changed) ? [[at, other]] : []
      }),
    )
    expect(opened).toEqual([])
    expect([`${sealed}.`, `${sealed}=`, ` ${sealed}`, `${sealed}.A`].filter(opens)).toEqual([])
    expect(Array.from({ length: sealed.length }, (_, at) => opens(sealed.slice(0, at))).filter(Boolean)).toEqual([])
  })

  test('with a new key in front is still read; with the old one gone it is not', () => {
    const old = sealing.seal(PLACE, 'cũ')
    const rotated = createSealing(['the next key of the office, as long', KEY])
    expect(rotated.open(PLACE, old)).toBe('cũ')
    expect(rotated.seal(PLACE, 'mới').split('.')[0]).not.toBe(old.split('.')[0])
    expect(() => createSealing(['the next key of the office, as long']).open(PLACE, old)).toThrow(
      /a key that is not set/,
    )
    expect(rotated.indexes('phone', '+84912345678')).toEqual([
      rotated.index('phone', '+84912345678'),
      sealing.index('phone', '+84912345678'),
    ])
  })

  test('is found by an index that tells nothing, and another one in each field', () => {
    const index = sealing.index('phone', '+84912345678')
    expect(index).toMatch(/^[\w-]{43}$/)
    expect([sealing.index('phone', '+84912345678'), sealing.index('phone', '+84912345679')]).toEqual([
      index,
      expect.not.stringMatching(index),
    ])
    expect(sealing.index('zalo_id', '+84912345678')).not.toBe(index)
  })
})

function opens(sealed: string) {
  try {
    sealing.open(PLACE, sealed)
    return true
  } catch {
    return false
  }
}

describe('a phone number', () => {
  test.each([
    ['0912345678', '+84912345678'],
    ['0912 345 678', '+84912345678'],
    ['0912.345.678', '+84912345678'],
    ['(+84) 912-345-678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['+840912345678', '+84912345678'],
    ['0084912345678', '+84912345678'],
    ['０９１２３４５６７８', '+84912345678'],
    ['02763822444', '+842763822444'],
    ['+14155550123', '+14155550123'],
    ['', undefined],
    ['113', undefined],
    ['091234567', undefined],
    ['09123456789', undefined],
    ['0112345678', undefined],
    ['912345678', undefined],
    ['không có', undefined],
    ['0912345678 hoặc 0987654321', undefined],
  ])('%s is %s', (typed, written) => {
    expect(toE164(typed)).toBe(written)
  })
})
