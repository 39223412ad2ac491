import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { EntryLinks, LinkCheckList, LinkCheckQuery, LinkCheckStarted } from './links.schemas.ts'
import { listLinkChecks, readEntryLinks, startLinkCheck } from './links.usecases.ts'

const start = route('POST /admin/api/link-checks', {
  summary: 'Ask for every address now; a few minutes, one check at a time',
  access: { may: 'content.write' },
  reply: LinkCheckStarted,
})
const list = route('GET /admin/api/link-checks', {
  summary: 'What the addresses on pages of my units answered, the worst first',
  access: { may: 'content.read' },
  query: LinkCheckQuery,
  reply: LinkCheckList,
  problems: ['cursor.invalid'],
})
const ofEntry = route('GET /admin/api/entries/{id}/links', {
  summary: 'The addresses of what is being written, or else of what people read',
  access: { may: 'content.read' },
  params: z.object({ id: z.string().min(1).max(80) }),
  reply: EntryLinks,
  problems: ['entry.not_found'],
})

export function linkDoors(api: StaffApi) {
  api.serve(start, (ctx) => startLinkCheck(ctx))
  api.serve(list, (ctx, { query }) => listLinkChecks(ctx, query))
  api.serve(ofEntry, (ctx, { params }) => readEntryLinks(ctx, params.id))
}
