import { describe, expect, test } from 'vitest'
import { PROBLEM_WORDS, problemText } from '../../admin/api/problem-text.ts'
import { describeApi } from '../../scripts/contract.ts'
import { PROBLEM_STATUS } from '../../server/http/problems.ts'

const { document, staffDocument } = describeApi()
const staffCodes = codesOf(staffDocument)
/** A key sent twice is met at every staff route, so none of them names it. */
const citizensAlone = codesOf(document).filter((code) => !staffCodes.includes(code) && !code.startsWith('idempotency.'))
/** What failed by surprise has no words of its own: it names the number to quote. */
const SURPRISE = 'server.failed'

describe('the words for what staff meet when something is refused', () => {
  test('every problem that a staff route names has its own', () => {
    expect(staffCodes.length).toBeGreaterThan(40)
    expect(wordless(staffCodes)).toEqual([])
  })

  test('so does every other one that is not for citizens alone, such as a full disk or a key sent twice', () => {
    const others = Object.keys(PROBLEM_STATUS).filter((code) => !citizensAlone.includes(code))
    expect(others).toEqual(expect.arrayContaining(['storage.full', 'idempotency.key_reused', 'request.too_large']))
    expect(wordless(others)).toEqual([])
  })

  test('none is left for a code that the service no longer has', () => {
    const gone = Object.keys(PROBLEM_WORDS).filter((code) => !code.startsWith('app.') && !(code in PROBLEM_STATUS))
    expect(gone).toEqual([])
  })

  test('a surprise names the number to quote, and a wait how long it is', () => {
    const none = { fields: [], requestId: 'yc-7' }
    expect(problemText({ ...none, code: SURPRISE, details: {} })).toContain('yc-7')
    expect(problemText({ ...none, code: 'staff.too_many_attempts', details: { retryAfterSeconds: 90 } })).toContain(
      '2 phút',
    )
  })
})

function wordless(codes: string[]) {
  return codes.filter((code) => code !== SURPRISE && (PROBLEM_WORDS[code] ?? '').length < 10)
}

/** A refusal's description lists the codes behind its status. */
function codesOf({ paths = {} }: typeof document): string[] {
  const operations = Object.values(paths).flatMap((path) => [path.get, path.post, path.put, path.patch, path.delete])
  const refusals = operations
    .flatMap((operation) => Object.entries(operation?.responses ?? {}))
    .filter(([status]) => Number(status) >= 400)
  const codes = refusals.flatMap(([, reply]) => ('description' in reply ? reply.description.split(', ') : []))
  return [...new Set(codes)].sort()
}
