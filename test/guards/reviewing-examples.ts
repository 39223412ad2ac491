import { expectOk } from '../publishing/writing.ts'
import type { Example, Office } from './staff-example.ts'
import { draft } from './written-examples.ts'

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

export const REVIEWING_EXAMPLES: Example[] = [
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
]
