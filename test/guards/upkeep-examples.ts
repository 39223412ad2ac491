import { setTimeout as wait } from 'node:timers/promises'
import { expectOk } from '../publishing/writing.ts'
import type { Example, Office } from './staff-example.ts'
import { draft } from './written-examples.ts'

/** A second check at the same time is not begun. */
async function noLinkCheck({ author }: Office) {
  while (expectOk(await author.get<{ isRunning: boolean }>('/admin/api/link-checks')).isRunning) await wait(20)
}

const recheckPath = ({ unitId, canary }: Office) =>
  `/admin/api/rechecks?${new URLSearchParams({ name: canary, exportedOn: '2026-11-20', unitId })}`

async function recheck(office: Office) {
  return expectOk(await office.author.post<{ id: string }>(recheckPath(office), [{ code: '1.000001' }])).id
}

export const UPKEEP_EXAMPLES: Example[] = [
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
    line: 'GET /admin/api/notices',
    needs: null,
    scope: 'own',
    call: () => ({ path: '/admin/api/notices' }),
  },
]
