import { setTimeout as wait } from 'node:timers/promises'
import type { Permission } from '../../server/staff/permissions.ts'
import type { Phone } from '../feedback/reporting.ts'
import { createArticle, type EditionReply, expectOk, save, take, wholeArticle } from '../publishing/writing.ts'
import type { StaffClient } from '../world/staff.ts'
import { FEEDBACK_EXAMPLES } from './feedback-examples.ts'
import { QUIZ_EXAMPLES } from './quiz-examples.ts'

/** Things of one unit, made by people of that unit; every title holds the canary. */
export type Office = {
  unitId: string
  canary: string
  author: StaffClient
  boss: StaffClient
  /** A report that the unit holds, with a photo: the same one each time. */
  photographed: () => Promise<{ reportId: string; fileId: string }>
  /** Approves what the boss has drafted. */
  head: StaffClient
  /** Of the unit above all others. */
  rootBoss: StaffClient
  citizen: Citizen
  openPhone: () => Phone
}
type Citizen = (path: string, body: unknown) => Promise<unknown>
export type Call = {
  path: string
  body?: unknown
  headers?: Record<string, string>
  bytes?: { type: string; data: Buffer }
}

/**
 * A valid call of one route on a thing of an office. `needs` is what makes it succeed; `scope` tells what a
 * stranger of another unit gets: nothing (`object`), a list without it (`list`), or their own (`own`). What holds for the
 * whole province (`root`) is changed by people of the root unit, and by nobody of the office's.
 */
export type Example = {
  line: string
  needs: Permission | null
  scope: 'object' | 'list' | 'own' | 'root'
  call: (office: Office) => Promise<Call> | Call
}

const DAYS = 'from=2026-11-01&to=2026-11-30'
const MORNING = [{ opens: '07:00', closes: '11:00' }]
const HOURS = {
  ...{ monday: MORNING, tuesday: MORNING, wednesday: MORNING, thursday: MORNING, friday: MORNING },
  ...{ saturday: [], sunday: [], makeUpDay: MORNING },
}
const draft = ({ author, unitId, canary }: Office) => createArticle(author, { title: canary, unitId })

async function written(office: Office) {
  const { entry, edition } = await draft(office)
  const body = { ...edition.body, ...wholeArticle({ title: office.canary }) }
  return { entry, edition: expectOk(await save(office.author, edition, body)) }
}

async function taken(office: Office, steps: ['author' | 'boss', string][]) {
  const { entry, edition } = await written(office)
  let now: EditionReply = edition
  for (const [who, step] of steps) now = expectOk(await take(office[who], now, step, { remark: 'Vì một lý do.' }))
  return { entry, edition: now }
}

const versioned = (edition: { version: number }) => ({ 'if-match': `"${edition.version}"` })
const stepOn = ({ edition }: { edition: EditionReply }, step: string): Call => ({
  path: `/admin/api/editions/${edition.id}/steps/${step}`,
  body: { remark: 'Vì một lý do.' },
  headers: versioned(edition),
})

async function colleague({ boss, unitId, canary }: Office) {
  const email = `a${Math.random().toString(36).slice(2)}@example.vn`
  const made = await boss.post<{ id: string }>('/admin/api/staff', {
    email,
    name: canary,
    roles: [{ role: 'viewer', unitId }],
  })
  return expectOk(made).id
}

async function childUnit({ boss, unitId, canary }: Office) {
  const made = await boss.post<{ id: string; version: number }>('/admin/api/units', {
    name: canary,
    kind: 'other',
    parentId: unitId,
    validFrom: '2026-01-01',
  })
  return expectOk(made)
}

const comments = new WeakMap<Office, Promise<string>>()

/** One reader says something once; how it stands now is read anew each time. */
async function comment(office: Office) {
  const id = comments.get(office) ?? writeComment(office)
  comments.set(office, id)
  const wanted = await id
  const list = await office.boss.get<{ items: { id: string; version: number }[] }>('/admin/api/page-comments')
  const found = expectOk(list).items.find((each) => each.id === wanted)
  if (found === undefined) throw new Error('the comment is gone')
  return found
}

async function writeComment(office: Office) {
  const { entry } = await taken(office, [
    ['author', 'submit'],
    ['boss', 'approve'],
    ['boss', 'publish'],
  ])
  const said = { type: 'article', slug: entry.slug, isUseful: false, comment: office.canary }
  await office.citizen('/api/page-comments', said)
  const list = await office.boss.get<{ items: { id: string }[] }>('/admin/api/page-comments')
  return expectOk(list).items[0]?.id ?? ''
}

async function sourceLink({ boss, unitId, canary }: Office) {
  const made = await boss.post<{ code: string }>('/admin/api/source-links', { unitId, label: canary, path: '/' })
  return expectOk(made).code
}

async function token({ boss, unitId, canary }: Office) {
  const wish = { name: canary, permissions: ['content.read'], unitId, expiresInDays: 30 }
  return expectOk(await boss.post<{ id: string }>('/admin/api/tokens', wish)).id
}

/** A second check at the same time is not begun. */
async function noLinkCheck({ author }: Office) {
  while (expectOk(await author.get<{ isRunning: boolean }>('/admin/api/link-checks')).isRunning) await wait(20)
}

const recheckPath = ({ unitId, canary }: Office) =>
  `/admin/api/rechecks?${new URLSearchParams({ name: canary, exportedOn: '2026-11-20', unitId })}`

async function recheck(office: Office) {
  return expectOk(await office.author.post<{ id: string }>(recheckPath(office), [{ code: '1.000001' }])).id
}

async function previewLink(office: Office) {
  const { entry } = await draft(office)
  const path = `/admin/api/entries/${entry.id}/preview-links`
  const made = expectOk(await office.author.post<{ id: string }>(path, { label: office.canary }))
  return `${path}/${made.id}`
}

/** The smallest PNG there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const photoPath = async ({ photographed }: Office) => {
  const { reportId, fileId } = await photographed()
  return `/admin/api/reports/${reportId}/files/${fileId}`
}

/** Signing in and out, and one's own password, are tried in test/staff; a spreadsheet in test/units, a file of questions in
 * test/quizzes; the rest in test/upkeep. */
export const TRIED_ELSEWHERE = [
  'POST /admin/api/session',
  'POST /admin/api/session/code',
  'DELETE /admin/api/session',
  'POST /admin/api/me/password',
  'POST /admin/api/me/second-factor',
  'POST /admin/api/me/second-factor/confirm',
  'POST /admin/api/units/import',
  'POST /admin/api/question-imports',
  'POST /admin/api/rechecks/{id}/accept',
  'POST /admin/api/notices/{id}/read',
]

export const EXAMPLES: Example[] = [
  ...FEEDBACK_EXAMPLES,
  ...QUIZ_EXAMPLES,
  {
    line: 'GET /admin/api/work',
    needs: 'content.read',
    scope: 'list',
    call: async (office) => {
      await taken(office, [['author', 'submit']])
      return { path: '/admin/api/work' }
    },
  },
  { line: 'GET /admin/api/jobs', needs: 'audit.read', scope: 'own', call: () => ({ path: '/admin/api/jobs' }) },
  { line: 'GET /admin/api/openapi.json', needs: null, scope: 'own', call: () => ({ path: '/admin/api/openapi.json' }) },
  { line: 'GET /admin/api/me', needs: null, scope: 'own', call: () => ({ path: '/admin/api/me' }) },
  {
    line: 'GET /admin/api/entries',
    needs: 'content.read',
    scope: 'list',
    call: async (office) => {
      await draft(office)
      return { path: '/admin/api/entries' }
    },
  },
  {
    line: 'GET /admin/api/entries',
    needs: 'content.read',
    scope: 'list',
    call: async (office) => {
      await draft(office)
      return { path: `/admin/api/entries?q=${encodeURIComponent(office.canary)}` }
    },
  },
  {
    line: 'POST /admin/api/entries',
    needs: 'content.write',
    scope: 'object',
    call: ({ unitId, canary }) => ({
      path: '/admin/api/entries',
      body: { kind: 'article', title: canary, unitId },
    }),
  },
  {
    line: 'GET /admin/api/entries/{id}',
    needs: 'content.read',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/entries/${(await draft(office)).entry.id}`,
    }),
  },
  {
    line: 'PATCH /admin/api/entries/{id}',
    needs: 'content.write',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/entries/${(await draft(office)).entry.id}`,
      body: { ownerId: office.author.id },
    }),
  },
  {
    line: 'POST /admin/api/entries/{id}/editions',
    needs: 'content.write',
    scope: 'object',
    call: async (office) => {
      const { entry } = await taken(office, [
        ['author', 'submit'],
        ['boss', 'approve'],
        ['boss', 'publish'],
      ])
      return { path: `/admin/api/entries/${entry.id}/editions`, body: {} }
    },
  },
  {
    line: 'GET /admin/api/editions/{id}',
    needs: 'content.read',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/editions/${(await draft(office)).edition.id}`,
    }),
  },
  {
    line: 'PUT /admin/api/editions/{id}',
    needs: 'content.write',
    scope: 'object',
    call: async (office) => {
      const { edition } = await draft(office)
      const body = { body: edition.body, changeKind: null, changeNote: null }
      return { path: `/admin/api/editions/${edition.id}`, body, headers: versioned(edition) }
    },
  },
  {
    line: 'POST /admin/api/editions/{id}/steps/{step}',
    needs: 'content.write',
    scope: 'object',
    call: async (office) => stepOn(await written(office), 'submit'),
  },
  {
    line: 'POST /admin/api/editions/{id}/steps/{step}',
    needs: 'content.review',
    scope: 'object',
    call: async (office) => stepOn(await taken(office, [['author', 'submit']]), 'approve'),
  },
  {
    line: 'POST /admin/api/editions/{id}/steps/{step}',
    needs: 'content.publish',
    scope: 'object',
    call: async (office) =>
      stepOn(
        await taken(office, [
          ['author', 'submit'],
          ['boss', 'approve'],
        ]),
        'publish',
      ),
  },
  {
    line: 'POST /admin/api/editions/{id}/steps/{step}',
    needs: 'content.publish',
    scope: 'object',
    call: async (office) =>
      stepOn(
        await taken(office, [
          ['author', 'submit'],
          ['boss', 'approve'],
          ['boss', 'publish'],
        ]),
        'withdraw',
      ),
  },
  {
    line: 'GET /admin/api/editions/{id}/diff',
    needs: 'content.read',
    scope: 'object',
    call: async (office) => {
      const { edition } = await draft(office)
      return { path: `/admin/api/editions/${edition.id}/diff?against=${edition.id}` }
    },
  },
  {
    line: 'GET /admin/api/entries/{id}/timeline',
    needs: 'content.read',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/entries/${(await draft(office)).entry.id}/timeline`,
    }),
  },
  {
    line: 'POST /admin/api/entries/{id}/remarks',
    needs: 'content.read',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/entries/${(await draft(office)).entry.id}/remarks`,
      body: { text: 'Xem lại giúp.' },
    }),
  },
  {
    line: 'GET /admin/api/entries/{id}/preview-links',
    needs: 'content.read',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/entries/${(await draft(office)).entry.id}/preview-links`,
    }),
  },
  {
    line: 'POST /admin/api/entries/{id}/preview-links',
    needs: 'content.read',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/entries/${(await draft(office)).entry.id}/preview-links`,
      body: { label: 'Gửi cho trường' },
    }),
  },
  {
    line: 'DELETE /admin/api/entries/{id}/preview-links/{linkId}',
    needs: 'content.read',
    scope: 'object',
    call: async (office) => ({
      path: await previewLink(office),
    }),
  },
  {
    line: 'POST /admin/api/images',
    needs: 'content.write',
    scope: 'object',
    call: ({ unitId }) => ({
      path: `/admin/api/images?unitId=${unitId}`,
      bytes: { type: 'image/png', data: PNG },
    }),
  },
  {
    line: 'GET /admin/api/audit',
    needs: 'audit.read',
    scope: 'list',
    call: async (office) => {
      await draft(office)
      return { path: '/admin/api/audit' }
    },
  },
  {
    line: 'GET /admin/api/staff',
    needs: 'staff.manage',
    scope: 'list',
    call: async (office) => {
      await colleague(office)
      return { path: '/admin/api/staff' }
    },
  },
  {
    line: 'POST /admin/api/staff',
    needs: 'staff.manage',
    scope: 'object',
    call: ({ unitId, canary }) => ({
      path: '/admin/api/staff',
      body: {
        email: `b${Math.random().toString(36).slice(2)}@example.vn`,
        name: canary,
        roles: [{ role: 'viewer', unitId }],
      },
    }),
  },
  {
    line: 'GET /admin/api/staff/{id}',
    needs: 'staff.manage',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/staff/${await colleague(office)}`,
    }),
  },
  {
    line: 'PATCH /admin/api/staff/{id}',
    needs: 'staff.manage',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/staff/${await colleague(office)}`,
      body: { disabled: true },
    }),
  },
  {
    line: 'PUT /admin/api/staff/{id}/roles',
    needs: 'staff.manage',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/staff/${await colleague(office)}/roles`,
      body: { roles: [{ role: 'editor', unitId: office.unitId }] },
    }),
  },
  {
    line: 'POST /admin/api/staff/{id}/reset-password',
    needs: 'staff.manage',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/staff/${await colleague(office)}/reset-password`,
    }),
  },
  {
    line: 'POST /admin/api/staff/{id}/reset-second-factor',
    needs: 'staff.manage',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/staff/${await colleague(office)}/reset-second-factor`,
    }),
  },
  {
    line: 'GET /admin/api/tokens',
    needs: 'tokens.manage',
    scope: 'list',
    call: async (office) => {
      await token(office)
      return { path: '/admin/api/tokens' }
    },
  },
  {
    line: 'POST /admin/api/tokens',
    needs: 'tokens.manage',
    scope: 'object',
    call: ({ unitId, canary }) => ({
      path: '/admin/api/tokens',
      body: { name: canary, permissions: ['content.read'], unitId, expiresInDays: 30 },
    }),
  },
  {
    line: 'DELETE /admin/api/tokens/{id}',
    needs: 'tokens.manage',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/tokens/${await token(office)}`,
    }),
  },
  { line: 'GET /admin/api/units', needs: null, scope: 'own', call: () => ({ path: '/admin/api/units' }) },
  {
    line: 'GET /admin/api/units/{id}',
    needs: 'figures.read',
    scope: 'object',
    call: ({ unitId }) => ({ path: `/admin/api/units/${unitId}` }),
  },
  {
    line: 'POST /admin/api/units',
    needs: 'units.manage',
    scope: 'object',
    call: ({ unitId, canary }) => ({
      path: '/admin/api/units',
      body: { name: canary, kind: 'other', parentId: unitId, validFrom: '2026-01-01' },
    }),
  },
  {
    line: 'POST /admin/api/units/{id}/changes',
    needs: 'units.manage',
    scope: 'object',
    call: async (office) => {
      const unit = await childUnit(office)
      return {
        path: `/admin/api/units/${unit.id}/changes`,
        body: { from: '2026-06-01', name: `${office.canary} lắm` },
        headers: versioned(unit),
      }
    },
  },
  {
    line: 'PUT /admin/api/units/{id}/headcounts',
    needs: 'units.manage',
    scope: 'object',
    call: async (office) => {
      const unit = await childUnit(office)
      const body = { audience: 'teacher', asOf: '2026-06-01', count: 31 }
      return { path: `/admin/api/units/${unit.id}/headcounts`, body, headers: versioned(unit) }
    },
  },
  {
    line: 'POST /admin/api/units/{id}/end',
    needs: 'units.manage',
    scope: 'object',
    call: async (office) => {
      const unit = await childUnit(office)
      return { path: `/admin/api/units/${unit.id}/end`, body: { lastDay: '2026-12-31' }, headers: versioned(unit) }
    },
  },
  {
    line: 'POST /admin/api/units/merge',
    needs: 'units.manage',
    scope: 'object',
    call: async (office) => {
      const [first, second] = [await childUnit(office), await childUnit(office)]
      const units = [first, second].map(({ id, version }) => ({ id, version }))
      const into = { name: office.canary, kind: 'other', parentId: office.unitId }
      return { path: '/admin/api/units/merge', body: { units, from: '2026-12-01', into } }
    },
  },
  {
    line: 'GET /admin/api/page-comments',
    needs: 'comments.triage',
    scope: 'list',
    call: async (office) => {
      await comment(office)
      return { path: '/admin/api/page-comments' }
    },
  },
  {
    line: 'GET /admin/api/page-comments/pages',
    needs: 'comments.triage',
    scope: 'list',
    call: async (office) => {
      await comment(office)
      return { path: '/admin/api/page-comments/pages' }
    },
  },
  {
    line: 'POST /admin/api/page-comments/{id}/triage',
    needs: 'comments.triage',
    scope: 'object',
    call: async (office) => {
      const found = await comment(office)
      return {
        path: `/admin/api/page-comments/${found.id}/triage`,
        body: { state: 'done', note: 'Đã sửa.' },
        headers: versioned(found),
      }
    },
  },
  {
    line: 'POST /admin/api/source-links',
    needs: 'links.manage',
    scope: 'object',
    call: ({ unitId, canary }) => ({
      path: '/admin/api/source-links',
      body: { unitId, label: canary, path: '/' },
    }),
  },
  {
    line: 'GET /admin/api/source-links',
    needs: 'links.manage',
    scope: 'list',
    call: async (office) => {
      await sourceLink(office)
      return { path: '/admin/api/source-links' }
    },
  },
  {
    line: 'GET /admin/api/source-links/{code}',
    needs: 'links.manage',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/source-links/${await sourceLink(office)}`,
    }),
  },
  {
    line: 'PATCH /admin/api/source-links/{code}',
    needs: 'links.manage',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/source-links/${await sourceLink(office)}`,
      body: { closed: true },
    }),
  },
  {
    line: 'GET /admin/api/figures/reads',
    needs: 'figures.read',
    scope: 'list',
    call: ({ unitId }) => ({
      path: `/admin/api/figures/reads?${DAYS}&unitId=${unitId}`,
    }),
  },
  {
    line: 'GET /admin/api/figures/reads/export',
    needs: 'figures.read',
    scope: 'list',
    call: () => ({
      path: `/admin/api/figures/reads/export?${DAYS}`,
    }),
  },
  {
    line: 'GET /admin/api/search-misses',
    needs: 'figures.read',
    scope: 'own',
    call: () => ({ path: `/admin/api/search-misses?${DAYS}` }),
  },
  {
    line: 'GET /admin/api/units/files/template',
    needs: 'units.manage',
    scope: 'own',
    call: () => ({ path: '/admin/api/units/files/template' }),
  },
  {
    line: 'GET /admin/api/units/files/export',
    needs: 'units.manage',
    scope: 'own',
    call: () => ({ path: '/admin/api/units/files/export' }),
  },
  {
    line: 'POST /admin/api/link-checks',
    needs: 'content.write',
    scope: 'own',
    call: async (office) => {
      await noLinkCheck(office)
      return { path: '/admin/api/link-checks' }
    },
  },
  {
    line: 'GET /admin/api/link-checks',
    needs: 'content.read',
    scope: 'list',
    call: () => ({ path: '/admin/api/link-checks' }),
  },
  {
    line: 'GET /admin/api/entries/{id}/links',
    needs: 'content.read',
    scope: 'object',
    call: async (office) => ({ path: `/admin/api/entries/${(await draft(office)).entry.id}/links` }),
  },
  {
    line: 'POST /admin/api/rechecks',
    needs: 'content.write',
    scope: 'object',
    call: (office) => ({
      path: recheckPath(office),
      bytes: { type: 'application/json', data: Buffer.from('[{"code":"1.000001"}]') },
    }),
  },
  {
    line: 'GET /admin/api/rechecks',
    needs: 'content.write',
    scope: 'list',
    call: async (office) => {
      await recheck(office)
      return { path: '/admin/api/rechecks' }
    },
  },
  {
    line: 'GET /admin/api/rechecks/{id}',
    needs: 'content.write',
    scope: 'object',
    call: async (office) => ({ path: `/admin/api/rechecks/${await recheck(office)}` }),
  },
  {
    line: 'POST /admin/api/exports',
    needs: null,
    scope: 'own',
    call: ({ canary }) => ({
      path: '/admin/api/exports',
      body: { name: canary, fileName: 'bang', columns: ['Tên'], rows: [[canary]] },
    }),
  },
  {
    line: 'GET /admin/api/reports/{id}/files/{fileId}',
    needs: 'feedback.read',
    scope: 'object',
    call: async (office) => ({ path: await photoPath(office) }),
  },
  {
    line: 'POST /admin/api/reports/{id}/files/{fileId}/redactions',
    needs: 'feedback.moderate',
    scope: 'object',
    call: async (office) => ({
      path: `${await photoPath(office)}/redactions`,
      body: { boxes: [{ x: 0, y: 0, width: 0.5, height: 0.5 }] },
    }),
  },
  {
    line: 'GET /admin/api/notices',
    needs: null,
    scope: 'own',
    call: () => ({ path: '/admin/api/notices' }),
  },
  {
    line: 'GET /admin/api/feedback/office-hours',
    needs: 'feedback.settings',
    scope: 'object',
    call: ({ unitId }) => ({ path: `/admin/api/feedback/office-hours?unitId=${unitId}` }),
  },
  {
    line: 'PUT /admin/api/feedback/office-hours/{unitId}',
    needs: 'feedback.settings',
    scope: 'object',
    call: ({ unitId }) => ({
      path: `/admin/api/feedback/office-hours/${unitId}`,
      body: { validFrom: '2027-01-01', hours: HOURS },
    }),
  },
  {
    line: 'GET /admin/api/feedback/figures',
    needs: 'figures.read',
    scope: 'own',
    call: () => ({ path: `/admin/api/feedback/figures?${DAYS}&by=category` }),
  },
  {
    line: 'GET /admin/api/feedback/export',
    needs: 'figures.read',
    scope: 'own',
    call: () => ({ path: `/admin/api/feedback/export?${DAYS}` }),
  },
]
