import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { NoticeList, NoticeQuery } from './notices.schemas.ts'
import { listNotices, readNotice } from './notices.usecases.ts'

const list = route('GET /admin/api/notices', {
  summary: 'What I am told, newest first',
  access: 'signed_in',
  query: NoticeQuery,
  reply: NoticeList,
  problems: ['cursor.invalid'],
})
const read = route('POST /admin/api/notices/{id}/read', {
  summary: 'I have read it',
  access: 'signed_in',
  params: z.object({ id: z.string().min(1).max(80) }),
  reply: NoticeList,
  problems: ['notice.not_found'],
})

export function noticeDoors(api: StaffApi) {
  api.serve(list, (ctx, { query }) => listNotices(ctx, query))
  api.serve(read, (ctx, { params }) => readNotice(ctx, params.id))
}
