import { expectOk } from '../publishing/writing.ts'
import type { Example, Office } from './staff-example.ts'
import { draft } from './written-examples.ts'

async function colleague({ boss, unitId, canary }: Office) {
  const email = `a${Math.random().toString(36).slice(2)}@example.vn`
  const made = await boss.post<{ id: string }>('/admin/api/staff', {
    email,
    name: canary,
    roles: [{ role: 'viewer', unitId }],
  })
  return expectOk(made).id
}

async function token({ boss, unitId, canary }: Office) {
  const wish = { name: canary, permissions: ['content.read'], unitId, expiresInDays: 30 }
  return expectOk(await boss.post<{ id: string }>('/admin/api/tokens', wish)).id
}

export const PEOPLE_EXAMPLES: Example[] = [
  { line: 'GET /admin/api/jobs', needs: 'audit.read', scope: 'own', call: () => ({ path: '/admin/api/jobs' }) },
  { line: 'GET /admin/api/openapi.json', needs: null, scope: 'own', call: () => ({ path: '/admin/api/openapi.json' }) },
  { line: 'GET /admin/api/me', needs: null, scope: 'own', call: () => ({ path: '/admin/api/me' }) },
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
]
