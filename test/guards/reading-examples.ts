import { expectOk } from '../publishing/writing.ts'
import type { Example, Office } from './staff-example.ts'
import { taken, versioned } from './written-examples.ts'

const DAYS = 'from=2026-11-01&to=2026-11-30'

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

export const READING_EXAMPLES: Example[] = [
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
]
