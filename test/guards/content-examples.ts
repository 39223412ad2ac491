import type { Example } from './staff-example.ts'
import { draft, stepOn, taken, versioned, written } from './written-examples.ts'

export const CONTENT_EXAMPLES: Example[] = [
  {
    line: 'GET /admin/api/work',
    needs: 'content.read',
    scope: 'list',
    call: async (office) => {
      await taken(office, [['author', 'submit']])
      return { path: '/admin/api/work' }
    },
  },
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
]
