import { describe, expect, test } from 'vitest'
import { auditEntries } from '../../server/audit/audit.table.ts'
import { ROLE_PERMISSIONS, ROLES, type Role } from '../../server/staff/permissions.ts'
import type { StaffClient } from '../world/staff.ts'
import { shareWorld } from '../world/world.ts'
import { type Call, EXAMPLES, type Example, type Office } from './staff-examples.ts'

const HERE = 'mau-thpt'
const ELSEWHERE = 'mau-tieu-hoc'
/** Found nowhere else; letters only, so that no mask and no fold changes it. */
const CANARY = 'Chuồn chuồn ớt bay thấp'

const world = shareWorld()
const people = new Map<string, Promise<StaffClient>>()
let office: Promise<Office> | undefined

function somebody(role: Role, unitId: string) {
  const key = `${role} ${unitId}`
  const known = people.get(key) ?? world().signIn({ role, unitId, name: key })
  people.set(key, known)
  return known
}

function openOffice() {
  office ??= (async () => ({
    unitId: HERE,
    canary: CANARY,
    author: await world().signIn({ role: 'editor', unitId: HERE, name: 'Người soạn' }),
    boss: await world().signIn({ role: 'admin', unitId: HERE, name: 'Người duyệt' }),
    citizen: someCitizen,
  }))()
  return office
}

async function someCitizen(path: string, body: unknown) {
  const headers = { 'content-type': 'application/json' }
  const response = await world().get(path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
}

async function send(client: StaffClient, line: string, { path, body, headers, bytes }: Call) {
  const [method = 'GET'] = line.split(' ')
  const response = await world().get(path, {
    method,
    headers: {
      cookie: client.cookie,
      origin: world().url,
      ...(bytes ? { 'content-type': bytes.type } : body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: bytes ? new Uint8Array(bytes.data) : body === undefined ? undefined : JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}

const isMutating = ({ line }: Example) => !line.startsWith('GET ')
const countAudit = () => world().service.ctx.db.$count(auditEntries)
/** Signing in and out, and one's own password, are tried in test/staff; a spreadsheet in test/units; the rest in test/upkeep. */
const TRIED_ELSEWHERE = [
  'POST /admin/api/session',
  'POST /admin/api/session/code',
  'DELETE /admin/api/session',
  'POST /admin/api/me/password',
  'POST /admin/api/me/second-factor',
  'POST /admin/api/me/second-factor/confirm',
  'POST /admin/api/units/import',
  'POST /admin/api/rechecks/{id}/accept',
  'POST /admin/api/notices/{id}/read',
]

test('every staff route has an example, so that none is left out of what follows', () => {
  const routes = world()
    .service.policies.filter(({ path }) => path.startsWith('/admin/api/'))
    .map(({ method, path }) => `${method} ${path}`)
  const known = new Set([...EXAMPLES.map(({ line }) => line), ...TRIED_ELSEWHERE])
  expect(routes.filter((line) => !known.has(line))).toEqual([])
})

describe.each(EXAMPLES.map((example, at) => ({ ...example, name: `${at + 1} ${example.line} (${example.needs})` })))(
  '$name',
  (example) => {
    test('in one’s own unit: whoever holds the permission succeeds and leaves an audit row; others get 403', async () => {
      const own = await openOffice()
      const seen: [Role, string][] = []
      for (const role of ROLES) {
        const client = await somebody(role, HERE)
        const call = await example.call(own)
        const before = await countAudit()
        const answer = await send(client, example.line, call)
        const isAllowed = example.needs === null || ROLE_PERMISSIONS[role].includes(example.needs)
        const rows = (await countAudit()) - before
        const isRight = isAllowed
          ? answer.status < 300 && (!isMutating(example) || rows > 0)
          : answer.status === 403 && rows === 0
        if (!isRight) seen.push([role, `${answer.status} ${answer.text.slice(0, 200)} (${rows} rows)`])
      }
      expect(seen).toEqual([])
    })

    test('from another unit: no role reads, changes or counts what is not theirs', async () => {
      if (example.scope === 'own') return
      const own = await openOffice()
      const call = await example.call(own)
      const seen: [Role, string][] = []
      for (const role of ROLES) {
        const stranger = await somebody(role, ELSEWHERE)
        const before = await countAudit()
        const answer = await send(stranger, example.line, call)
        const rows = (await countAudit()) - before
        const isKept = example.scope === 'list' ? !answer.text.includes(CANARY) : answer.status >= 400
        if (!isKept || rows > 0 || answer.status >= 500)
          seen.push([role, `${answer.status} ${answer.text.slice(0, 200)}`])
      }
      expect(seen).toEqual([])
    })
  },
)

describe('strangers', () => {
  test('get 401 everywhere, whatever they send', async () => {
    const own = await openOffice()
    const wrong = []
    for (const example of EXAMPLES) {
      const { path, body, headers } = await example.call(own)
      const [method = 'GET'] = example.line.split(' ')
      const response = await world().get(path, {
        method,
        headers: { origin: world().url, 'content-type': 'application/json', ...headers },
        body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
      })
      if (response.status !== 401) wrong.push([example.line, response.status])
    }
    expect(wrong).toEqual([])
  })
})

/** What nobody may set by sending it. */
const PRIVILEGED = [
  ...['id', 'kindId', 'state', 'version', 'number', 'origin', 'authors', 'approvedBy', 'publishedBy', 'publishedAt'],
  ...['submittedBy', 'scheduledBy', 'secondLookBy', 'isLive', 'isListed', 'entryId', 'createdBy', 'createdAt'],
  ...['actorId', 'isAdmin', 'admin', 'permission', 'hasSecondFactor', 'passwordHash', 'tokenHash', 'sessionId'],
  ...['emailVerified', 'zaloUserId', 'handledBy', 'goneAt', 'constructor', 'prototype', '__proto__'],
]

describe('fields nobody knows', () => {
  test.each(EXAMPLES.filter(({ line }) => !line.startsWith('GET ')).map((example, at) => ({ ...example, at: at + 1 })))(
    '$at $line refuses each privileged one, beside the others and inside them, and changes nothing',
    async (example) => {
      const own = await openOffice()
      const call = await example.call(own)
      if (call.body === undefined) return
      const seen = []
      for (const key of PRIVILEGED) {
        const text = JSON.stringify(call.body)
        const body = text === '{}' ? `{"${key}":"1"}` : `{"${key}":"1",${text.slice(1)}`
        if (Object.hasOwn(call.body as object, key)) continue
        // A new unit may bring a code of its own.
        if (key === 'id' && example.line === 'POST /admin/api/units') continue
        const before = await countAudit()
        const response = await world().get(call.path, {
          method: example.line.split(' ')[0],
          headers: {
            cookie: own.boss.cookie,
            origin: world().url,
            'content-type': 'application/json',
            ...call.headers,
          },
          body,
        })
        const { code } = (await response.json()) as { code?: string }
        if (response.status !== 400 || code !== 'request.unknown_parameter' || (await countAudit()) !== before)
          seen.push([key, response.status, code])
      }
      expect(seen).toEqual([])
      expect(({} as Record<string, unknown>).x).toBeUndefined()
    },
  )
})
