import { describe, expect, test } from 'vitest'
import { SENDING_JOB } from '../../server/chat/chat.schemas.ts'
import { report } from '../feedback/reporting.ts'
import { shareOffice } from './shared-office.ts'
import type { Call } from './staff-example.ts'
import { EXAMPLES } from './staff-examples.ts'

const { world, office, send, watchDatabase } = shareOffice()

/** What nobody may set by sending it. */
const PRIVILEGED = [
  ...['id', 'kindId', 'state', 'version', 'number', 'origin', 'authors', 'approvedBy', 'publishedBy', 'publishedAt'],
  ...['submittedBy', 'scheduledBy', 'secondLookBy', 'isLive', 'isListed', 'entryId', 'createdBy', 'createdAt'],
  ...['actorId', 'isAdmin', 'admin', 'permission', 'hasSecondFactor', 'passwordHash', 'tokenHash', 'sessionId'],
  ...['emailVerified', 'zaloUserId', 'handledBy', 'goneAt', 'constructor', 'prototype', '__proto__'],
]

/** A new unit may bring a code of its own. */
const BRINGS_ITS_CODE = new Set(['POST /admin/api/units', 'POST /admin/api/units/merge'])

type Attempt = { line: string; call: Call; keys: string[] }

const PLACE = 'one more'

/** The value once for each object in it, that object having one more key. */
function withOneMore(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([name, child]) =>
    withOneMore(child, key).map((more) =>
      Array.isArray(value) ? value.map((each, at) => (String(at) === name ? more : each)) : { ...value, [name]: more },
    ),
  )
  return Array.isArray(value) || Object.hasOwn(value, key) ? inner : [{ [PLACE]: '1', ...value }, ...inner]
}

/** As text, since an object literal cannot hold `__proto__` like any other key. */
function bodiesWith(body: unknown, key: string) {
  return withOneMore(body, key).map((more) => JSON.stringify(more).replace(PLACE, key))
}

/** The text of an edition is written by the kind's schema, which is tried in test/publishing. */
const isFreeText = (line: string) => line === 'PUT /admin/api/editions/{id}'

async function tryEach(cookie: string, { line, call, keys }: Attempt) {
  const wrong = []
  for (const key of keys) {
    const bodies = isFreeText(line) ? bodiesWith(call.body, key).slice(0, 1) : bodiesWith(call.body, key)
    for (const text of bodies) {
      const answer = await send(cookie, line, call, text)
      const { code } = JSON.parse(answer.text) as { code?: string }
      if (answer.status !== 400 || code !== 'request.unknown_parameter') wrong.push([line, text, answer.status, code])
    }
  }
  return wrong
}

describe('fields nobody knows', { timeout: 120_000 }, () => {
  const changing = new Map(EXAMPLES.filter(({ line }) => !line.startsWith('GET ')).map((each) => [each.line, each]))

  test('each privileged one is refused by every staff route, beside the others and inside them, and nothing is written', async () => {
    expect(PRIVILEGED.length).toBeGreaterThanOrEqual(32)
    const own = await office()
    const attempts: Attempt[] = []
    for (const { line, call } of changing.values()) {
      const made = await call(own)
      if (made.body === undefined) continue
      const keys = PRIVILEGED.filter((key) => key !== 'id' || !BRINGS_ITS_CODE.has(line))
      attempts.push({ line, call: made, keys })
    }
    expect(attempts.length).toBeGreaterThan(15)
    // What the examples said to people is sent or refused first.
    await world().runJob(SENDING_JOB)
    const changes = watchDatabase()
    const before = changes()
    const wrong = []
    for (const attempt of attempts) wrong.push(...(await tryEach(own.boss.cookie, attempt)))
    expect(wrong).toEqual([])
    expect(changes()).toBe(before)
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  test('nor by the doors where one signs in and looks after oneself, nor by the citizens’', async () => {
    const own = await office()
    const bodies: [string, object][] = [
      ['POST /admin/api/session', { email: 'a@example.vn', password: 'x' }],
      ['POST /admin/api/session/code', { code: '123456' }],
      ['POST /admin/api/me/password', { current: 'x', next: 'bánh canh Trảng Bàng' }],
      ['POST /admin/api/me/second-factor', { password: 'x' }],
      ['POST /admin/api/me/second-factor/confirm', { code: '123456' }],
      ['POST /admin/api/rechecks/x/accept', {}],
      ['POST /api/page-comments', { type: 'article', slug: 'papi', isUseful: true }],
      ['POST /api/reads', { type: 'article', slug: 'papi' }],
    ]
    const changes = watchDatabase()
    const before = changes()
    const wrong = []
    for (const [line, body] of bodies) {
      const call = { path: line.split(' ')[1] ?? '', body, headers: { 'if-match': '"1"' } }
      wrong.push(...(await tryEach(own.boss.cookie, { line, call, keys: PRIVILEGED })))
    }
    expect(wrong).toEqual([])
    expect(changes()).toBe(before)
  })

  test('nor by a citizen’s doors of feedback, for whoever has a session', async () => {
    const phone = (await office()).openPhone()
    await phone.signIn()
    const authorization = `Bearer ${phone.token}`
    const sender = { name: 'Trần Thị Mai', address: 'Xã Số Một', phone: '0912345678', email: null }
    const guardian = { name: 'Trần Văn Ba', phone: '0912345678' }
    const bodies: [string, object][] = [
      ['POST /api/feedback', report({ sender, isUnder16: true, guardian })],
      ['POST /api/feedback/check', { categoryId: 'khac', content: 'Tôi hỏi việc này.' }],
      ['POST /api/feedback/status', { code: 'PA22222222', lastDigits: '5678' }],
      ['POST /api/feedback/by-link', { code: 'PA22222222', linkToken: 'x' }],
      ['POST /api/me/feedback/PA22222222/supplements', { text: 'Đây.', fileIds: [] }],
      ['POST /api/me/feedback/PA22222222/ratings', { stars: 5, comment: '' }],
      ['POST /api/me/feedback/PA22222222/reopenings', { text: 'Xem lại giúp tôi.' }],
    ]
    const changes = watchDatabase()
    const before = changes()
    const wrong = []
    for (const [line, body] of bodies) {
      const call = { path: line.split(' ')[1] ?? '', body, headers: { authorization } }
      wrong.push(...(await tryEach('', { line, call, keys: PRIVILEGED })))
    }
    expect(wrong).toEqual([])
    expect(changes()).toBe(before)
  })

  test('nor by the doors of contests', async () => {
    const phone = (await office()).openPhone()
    await phone.signIn()
    const authorization = `Bearer ${phone.token}`
    const entry = { blockId: 'x', name: 'Trần Thị Mai', bornOn: '1990-01-01', unitId: null, code: null }
    const bodies: [string, object][] = [
      ['POST /api/contests/x/entry', { ...entry, consentVersion: 1, showsName: false }],
      ['POST /api/guardian-links/read', { token: 'A'.repeat(22) }],
      ['POST /api/guardian-links/agreement', { token: 'A'.repeat(22), consentVersion: 1 }],
    ]
    const changes = watchDatabase()
    const before = changes()
    const wrong = []
    for (const [line, body] of bodies) {
      const call = { path: line.split(' ')[1] ?? '', body, headers: { authorization } }
      wrong.push(...(await tryEach('', { line, call, keys: PRIVILEGED })))
    }
    expect(wrong).toEqual([])
    expect(changes()).toBe(before)
  })

  test('a write would be noticed', async () => {
    const own = await office()
    const changes = watchDatabase()
    const before = changes()
    await own.boss.post('/admin/api/source-links', { unitId: own.unitId, label: 'Bảng tin', path: '/' })
    expect(changes()).not.toBe(before)
  })
})
