import { findCase, ok, report, take } from '../feedback/reporting.ts'
import type { Call, Example, Office } from './staff-example.ts'

const CATEGORY = 'ho-so-cham'

/** A report about something in the office's unit, as it stands in the inbox there. */
async function received(office: Office, change: object = {}) {
  const phone = office.openPhone()
  await phone.signIn()
  const said = {
    concernedUnitId: office.unitId,
    content: `${office.canary} bên cổng trường, mong xem giúp.`,
    ...change,
  }
  const { code } = ok(await phone.post<{ code: string }>('/api/feedback', report(said)))
  return findCase(office.boss, code)
}

async function taken(office: Office, steps: ['boss' | 'head', string, object?][]) {
  let now = await received(office)
  for (const [who, step, said] of steps) now = ok(await take(office[who], now, step, said))
  return now
}

const DRAFTED: ['boss' | 'head', string, object?][] = [
  ['boss', 'assign'],
  ['boss', 'begin'],
  ['boss', 'draft', { text: 'Đã xong.' }],
  ['boss', 'submit'],
]
const answered = (office: Office) => taken(office, [...DRAFTED, ['head', 'approve'], ['head', 'send']])

const versioned = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` })
const stepOn = (now: { id: string; version: number }, step: string, body: object = {}): Call => ({
  path: `/admin/api/reports/${now.id}/steps/${step}`,
  body,
  headers: versioned(now),
})
const words = ({ canary }: Office) => ({
  title: `${canary} ở trường`,
  content: `${canary} bên cổng trường.`,
  answer: 'Đã xong.',
  reason: 'Nhiều người hỏi',
})

const newName = () => `a${Math.random().toString(36).slice(2, 10)}`
const category = () => ({
  ...{ name: 'Việc thử', help: '', position: 9, isActive: true },
  ...{ limitDays: 15, reopenDays: 7, retentionMonths: 24 },
})

async function template({ boss, unitId, canary }: Office) {
  const made = { use: 'ask', categoryId: null, title: canary, text: 'Xin cho biết thêm.', isActive: true, unitId }
  const { items } = ok(
    await boss.post<{ items: { id: string; version: number }[] }>('/admin/api/feedback/templates', made),
  )
  const newest = items.toSorted((one, other) => (one.id < other.id ? 1 : -1))[0]
  if (newest === undefined) throw new Error('the template is gone')
  return newest
}

const reports = (line: string, rest: Omit<Example, 'line'>): Example => ({ line, ...rest })

const OF_REPORTS: Example[] = [
  reports('GET /admin/api/reports', {
    needs: 'feedback.read',
    scope: 'list',
    call: async (office) => {
      await received(office)
      return { path: '/admin/api/reports' }
    },
  }),
  reports('GET /admin/api/reports/counts', {
    needs: 'feedback.read',
    scope: 'list',
    call: () => ({ path: '/admin/api/reports/counts' }),
  }),
  reports('GET /admin/api/reports/{id}', {
    needs: 'feedback.read',
    scope: 'object',
    call: async (office) => ({ path: `/admin/api/reports/${(await received(office)).id}` }),
  }),
  reports('POST /admin/api/reports/{id}/steps/{step}', {
    needs: 'feedback.triage',
    scope: 'object',
    call: async (office) => stepOn(await received(office), 'triage'),
  }),
  reports('POST /admin/api/reports/{id}/steps/{step}', {
    needs: 'feedback.handle',
    scope: 'object',
    call: async (office) => stepOn(await taken(office, [['boss', 'assign']]), 'begin'),
  }),
  reports('POST /admin/api/reports/{id}/steps/{step}', {
    needs: 'feedback.approve',
    scope: 'object',
    call: async (office) => stepOn(await taken(office, DRAFTED), 'return_answer', { text: 'Xem lại giúp.' }),
  }),
  reports('POST /admin/api/reports/steps', {
    needs: 'feedback.triage',
    scope: 'list',
    call: async (office) => {
      const { id, version } = await received(office)
      return { path: '/admin/api/reports/steps', body: { step: 'triage', items: [{ id, version }], said: {} } }
    },
  }),
  reports('POST /admin/api/reports/{id}/merge', {
    needs: 'feedback.triage',
    scope: 'object',
    call: async (office) => {
      const [now, into] = [await received(office), await received(office)]
      return {
        path: `/admin/api/reports/${now.id}/merge`,
        body: { intoCode: into.code, text: 'Cùng một việc.' },
        headers: versioned(now),
      }
    },
  }),
  reports('POST /admin/api/reports/{id}/split', {
    needs: 'feedback.triage',
    scope: 'object',
    call: async (office) => {
      const now = await received(office)
      const body = { content: 'Phần thứ hai của việc này.', categoryId: CATEGORY, unitId: office.unitId }
      return { path: `/admin/api/reports/${now.id}/split`, body, headers: versioned(now) }
    },
  }),
  reports('GET /admin/api/reports/{id}/handlers', {
    needs: 'feedback.triage',
    scope: 'object',
    call: async (office) => ({ path: `/admin/api/reports/${(await received(office)).id}/handlers` }),
  }),
  reports('POST /admin/api/reports/{id}/notes', {
    needs: 'feedback.note',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/reports/${(await received(office)).id}/notes`,
      body: { text: 'Hỏi lại văn thư.' },
    }),
  }),
  reports('POST /admin/api/reports/{id}/contact', {
    needs: 'feedback.contact',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/reports/${(await received(office)).id}/contact`,
      body: { reason: 'Gọi lại cho người gửi' },
    }),
  }),
  reports('PUT /admin/api/reports/{id}/public', {
    needs: 'feedback.moderate',
    scope: 'object',
    call: async (office) => ({ path: `/admin/api/reports/${(await answered(office)).id}/public`, body: words(office) }),
  }),
  reports('POST /admin/api/reports/{id}/public/hide', {
    needs: 'feedback.moderate',
    scope: 'object',
    call: async (office) => {
      const { id } = await answered(office)
      ok(await office.boss.put(`/admin/api/reports/${id}/public`, words(office)))
      return { path: `/admin/api/reports/${id}/public/hide`, body: { reason: 'Còn tên người gửi' } }
    },
  }),
]

/** Categories and routes hold for the whole province: everybody who reads reports reads them, the root unit sets them. */
const OF_SETTINGS: Example[] = [
  {
    line: 'GET /admin/api/feedback/categories',
    needs: 'feedback.read',
    scope: 'own',
    call: () => ({ path: '/admin/api/feedback/categories' }),
  },
  {
    line: 'POST /admin/api/feedback/categories',
    needs: 'feedback.settings',
    scope: 'root',
    call: () => ({ path: '/admin/api/feedback/categories', body: { id: newName(), ...category() } }),
  },
  {
    line: 'PUT /admin/api/feedback/categories/{id}',
    needs: 'feedback.settings',
    scope: 'root',
    call: async ({ rootBoss }) => {
      const id = newName()
      ok(await rootBoss.post('/admin/api/feedback/categories', { id, ...category() }))
      const headers = versioned({ version: 1 })
      return { path: `/admin/api/feedback/categories/${id}`, body: category(), headers }
    },
  },
  {
    line: 'GET /admin/api/feedback/routes',
    needs: 'feedback.read',
    scope: 'own',
    call: () => ({ path: '/admin/api/feedback/routes' }),
  },
  {
    line: 'POST /admin/api/feedback/routes',
    needs: 'feedback.settings',
    scope: 'root',
    call: ({ unitId }) => ({
      path: '/admin/api/feedback/routes',
      body: { categoryId: 'khac', concernedUnitId: unitId, unitId, validFrom: '2026-12-01' },
    }),
  },
  {
    line: 'POST /admin/api/feedback/routes/{id}/end',
    needs: 'feedback.settings',
    scope: 'root',
    call: async ({ rootBoss, unitId }) => {
      const made = { categoryId: 'khac', concernedUnitId: null, unitId, validFrom: '2026-12-01' }
      const { items } = ok(
        await rootBoss.post<{ items: { id: string; validTo: string | null }[] }>('/admin/api/feedback/routes', made),
      )
      const newest = items.toSorted((one, other) => (one.id < other.id ? 1 : -1))[0]
      return { path: `/admin/api/feedback/routes/${newest?.id}/end`, body: { validTo: '2026-12-31' } }
    },
  },
  {
    line: 'GET /admin/api/feedback/templates',
    needs: 'feedback.note',
    scope: 'list',
    call: async (office) => {
      await template(office)
      return { path: '/admin/api/feedback/templates' }
    },
  },
  {
    line: 'POST /admin/api/feedback/templates',
    needs: 'feedback.note',
    scope: 'object',
    call: ({ unitId, canary }) => ({
      path: '/admin/api/feedback/templates',
      body: { use: 'ask', categoryId: null, title: canary, text: 'Xin cho biết thêm.', isActive: true, unitId },
    }),
  },
  {
    line: 'PUT /admin/api/feedback/templates/{id}',
    needs: 'feedback.note',
    scope: 'object',
    call: async (office) => {
      const made = await template(office)
      const body = { use: 'answer', categoryId: null, title: office.canary, text: 'Đã xong.', isActive: false }
      return { path: `/admin/api/feedback/templates/${made.id}`, body, headers: versioned(made) }
    },
  },
]

export const FEEDBACK_EXAMPLES = [...OF_REPORTS, ...OF_SETTINGS]
