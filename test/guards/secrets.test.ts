import { expect, test } from 'vitest'
import { newPreviewToken } from '../../server/publishing/preview-token.ts'
import { newToken } from '../../server/staff/new-token.ts'

/** What one letter of base64url holds. */
const BITS = 6

test.each([
  ['the address of a preview', newPreviewToken, 1_000_000, /^[\w-]{22}$/],
  ['another system’s key', newToken, 100_000, /^cchc_[\w-]{43}$/],
])('%s has at least 128 bits, and of many no two are alike', (_, make, many, shape) => {
  const made = new Set<string>()
  for (let count = 0; count < many; count += 1) made.add(make())
  expect(made.size).toBe(many)
  const [first = ''] = made
  expect(first).toMatch(shape)
  expect(first.replace('cchc_', '').length * BITS).toBeGreaterThanOrEqual(128)
})
