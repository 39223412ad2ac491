import { expectOk } from '../publishing/writing.ts'
import type { Example, Office } from './staff-example.ts'
import { versioned } from './written-examples.ts'

async function childUnit({ boss, unitId, canary }: Office) {
  const made = await boss.post<{ id: string; version: number }>('/admin/api/units', {
    name: canary,
    kind: 'other',
    parentId: unitId,
    validFrom: '2026-01-01',
  })
  return expectOk(made)
}

export const UNIT_EXAMPLES: Example[] = [
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
]
