import { describe, expect, test } from 'vitest'
import { findFreeCode } from '../../server/feedback/free-code.ts'
import { linkTokenOf } from '../../server/feedback/private-link.ts'
import { reportCode } from '../../server/feedback/report-code.rules.ts'
import { createSealing } from '../../server/sealing/sealed.ts'
import { createWorld } from '../world/world.ts'
import { send } from './reporting.ts'

const MILLION = 1_000_000
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LONG = 120_000

const draw = (make: (at: number) => string) => Array.from({ length: MILLION }, (_, at) => make(at))

describe('a million reports', () => {
  test(
    'have codes that are read out over the phone without a mistake, each letter as likely as any other',
    () => {
      const codes = draw((at) => reportCode(`report ${at}`))
      expect(codes.filter((code) => !/^PA[2-9A-HJKMNP-Z]{8}$/.test(code))).toEqual([])
      const seen = new Map<string, number>()
      for (const code of codes) for (const letter of code.slice(2)) seen.set(letter, (seen.get(letter) ?? 0) + 1)
      expect([...seen.keys()].sort().join('')).toBe(LETTERS)
      // Five standard deviations, which is one percent here.
      const even = (MILLION * 8) / LETTERS.length
      expect([...seen].filter(([, count]) => Math.abs(count / even - 1) > 0.01)).toEqual([])
      // As with birthdays: n²/2N, of a million among 31⁸, is 0.6 pairs alike. A few are luck, ten would be a fault.
      expect(MILLION - new Set(codes).size).toBeLessThan(10)
    },
    LONG,
  )

  test(
    'have private links of 128 bits and more, no two alike',
    () => {
      const sealing = createSealing(['a key of the office, long enough to be one'])
      const tokens = draw((at) => linkTokenOf({ sealing }, { id: `report ${at}`, linkVersion: 1 }))
      expect(tokens.filter((token) => !/^[\w-]{22}$/.test(token))).toEqual([])
      expect(new Set(tokens).size).toBe(MILLION)
    },
    LONG,
  )
})

describe('a code that somebody has', () => {
  /** Ids in the order given, as chance would hand them out. */
  const drawing = (ids: string[]) => () => ids.shift() ?? 'none is left'

  test('is not given to another: the next one is drawn', async () => {
    const world = await createWorld()
    const phone = world.openPhone()
    await phone.signIn()
    const { code } = await send(phone)
    const [taken, free] = ['drawn before', 'drawn next']
    const { db, write } = world.service.ctx
    await write((tx) => tx.run(`UPDATE reports SET code = '${reportCode(taken)}' WHERE code = '${code}'`))
    expect(await findFreeCode({ db, newId: drawing([taken, taken, free]) })).toBe(reportCode(free))
    await expect(findFreeCode({ db, newId: () => taken })).rejects.toThrow('no free code')
  })
})
