import { describe, expect, test } from 'vitest'
import { describeApi } from '../../scripts/contract.ts'
import { ROLE_PERMISSIONS, ROLES } from '../../server/staff/permissions.ts'
import { createArticle, expectOk, save, wholeArticle } from '../publishing/writing.ts'
import { shareOffice } from './shared-office.ts'
import { EXAMPLES } from './staff-examples.ts'

const { world, office, colleague, ofRoot, send } = shareOffice()
const { document, staffDocument } = describeApi()

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type Schema = { type?: string; properties?: object; additionalProperties?: unknown }

/**
 * Objects that hold whatever was written: a problem's facts, a text that refers to itself, a draft and its preview
 * (looked at by the kind's own schema), what an audit row says of before and after, and one count for each state.
 */
const OPEN = [
  ...['Problem', 'Inline', 'Preview.properties.reply'],
  ...['Problem', 'Edition.properties.body', 'AuditEntry.properties.before', 'AuditEntry.properties.after'],
  ...['LinkCheckList.properties.counts'],
]

/** Objects of a contract that would let a field out, or in, which nobody declared. */
function openObjects(schema: unknown, path = ''): string[] {
  if (!isObject(schema)) return []
  const { type, properties, additionalProperties } = schema as Schema
  const isOpen = type === 'object' && (properties ? additionalProperties !== false : !isObject(additionalProperties))
  const inner = Object.entries(schema).flatMap(([name, child]) => openObjects(child, path ? `${path}.${name}` : name))
  return isOpen ? [path, ...inner] : inner
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Of nobody's business, whoever asks. */
const NEVER = /password|passwd|hash|secret|salt|token|cookie|backup_?codes|totp|otpauth|pepper/i
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/
/** How a page came about is the office's. */
const OFFICE_ALONE =
  /^(authors?|actorId|actorName|(created|updated|submitted|approved|published|scheduled|handled|secondLook)By|remarks?|unitId|staffId|entryId|ownerId|email)$/

function namesIn(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(namesIn)
  return Object.entries(value).flatMap(([name, child]) => [name, ...namesIn(child)])
}

function forbiddenIn(text: string, { seesEmail }: { seesEmail: boolean }) {
  const names = [...new Set(namesIn(JSON.parse(text)))]
  const found = names.filter((name) => NEVER.test(name))
  return seesEmail ? found : [...found, ...names.filter((name) => name === 'email'), ...(EMAIL.exec(text) ?? [])]
}

/** What the database keeps of passwords, keys and sessions, word by word. */
async function keptSecrets() {
  const asked = [
    'SELECT password FROM staff_accounts WHERE password IS NOT NULL',
    'SELECT token FROM staff_sessions',
    'SELECT token_hash FROM staff_tokens',
    'SELECT token_hash FROM preview_links',
    'SELECT secret FROM staff_second_factors',
    'SELECT backup_codes FROM staff_second_factors',
  ]
  const rows = []
  for (const sql of asked) rows.push(...(await world().service.ctx.db.values<[string]>(sql)))
  return [...new Set(rows.map(([secret]) => secret))]
}

describe('what leaves is named in the contract', () => {
  test('every reply and every body is closed, but for those that are open on purpose', () => {
    const replies = [document, staffDocument].flatMap(({ components }) => openObjects(components?.schemas))
    expect(replies).toEqual(OPEN)
    const bodies = [document, staffDocument].flatMap(({ paths }) => openObjects(paths))
    expect(bodies).toEqual(['/admin/api/editions/{id}.put.requestBody.content.application/json.schema.properties.body'])
  })
})

describe('what staff are told', () => {
  test('holds no password, key or session, for no role and nowhere; an e-mail address only for who manages staff', async () => {
    const own = await office()
    const replies: { role: string; line: string; text: string; seesEmail: boolean }[] = []
    for (const { line, call, needs, scope } of EXAMPLES.filter((each) => each.line.startsWith('GET '))) {
      const made = await call(own)
      for (const role of ROLES) {
        const { cookie } = await (scope === 'root' ? ofRoot : colleague)(role)
        const { status, text } = await send(cookie, line, made)
        const may = needs === null || ROLE_PERMISSIONS[role].includes(needs)
        expect([line, role, status]).toEqual([line, role, may ? 200 : 403])
        const seesEmail = ROLE_PERMISSIONS[role].includes('staff.manage') || line === 'GET /admin/api/me'
        if (text.startsWith('{')) replies.push({ role, line, text, seesEmail })
      }
    }
    expect(replies.length).toBeGreaterThan(EXAMPLES.length)
    const found = replies.flatMap(({ role, line, text, seesEmail }) =>
      line === 'GET /admin/api/openapi.json' ? [] : forbiddenIn(text, { seesEmail }).map((name) => [role, line, name]),
    )
    expect(found).toEqual([])

    const secrets = await keptSecrets()
    expect(secrets.length).toBeGreaterThan(20)
    const told = replies.filter(({ text }) => secrets.some((secret) => text.includes(secret)))
    expect(told.map(({ role, line }) => [role, line])).toEqual([])
  })

  test('a field too many would be noticed', () => {
    const row = { items: [{ name: 'Lan', passwordHash: 'x', nested: [{ email: 'lan@example.vn' }] }] }
    expect(forbiddenIn(JSON.stringify(row), { seesEmail: true })).toEqual(['passwordHash'])
    expect(forbiddenIn(JSON.stringify(row), { seesEmail: false })).toEqual(['passwordHash', 'email', 'lan@example.vn'])
    expect(openObjects({ A: { type: 'object', properties: {} } })).toEqual(['A'])
  })
})

describe('what citizens are told', () => {
  test('holds nothing of the office: who wrote, who checked, who published', async () => {
    const seen = []
    for (const path of [...(await publicAddresses()), await preview()]) {
      const response = await world().get(path)
      expect([path, response.status]).toEqual([path, 200])
      const text = await response.text()
      const names = [...new Set(namesIn(JSON.parse(text)))].filter((name) => OFFICE_ALONE.test(name))
      seen.push(...[...names, ...forbiddenIn(text, { seesEmail: true })].map((name) => [path, name]))
    }
    expect(seen).toEqual([])
  })

  async function preview() {
    const { author, unitId } = await office()
    const { entry, edition } = await createArticle(author, { title: 'Bài để xem trước', unitId })
    expectOk(await save(author, edition, { ...edition.body, ...wholeArticle() }))
    const made = await author.post<{ path: string }>(`/admin/api/entries/${entry.id}/preview-links`, { label: 'Gửi' })
    return expectOk(made).path.replace('/xem-truoc/', '/api/previews/')
  }

  async function publicAddresses() {
    const lists = ['/api/procedures', '/api/articles', '/api/documents', '/api/indices', '/api/situations']
    const items = await Promise.all(
      [...lists, '/api/answers'].map(async (list) => {
        const { items } = await world().getJson<{ items: { slug: string }[] }>(list)
        return [list, ...items.slice(0, 3).map(({ slug }) => `${list}/${slug}`)]
      }),
    )
    const promised = '/api/promised-date?procedure=2.002854&channel=online&receivedAt=2026-11-20T08:00:00Z'
    return [...items.flat(), '/api/home', '/api/library', '/api/search?q=hoc', promised]
  }
})
