import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { ContestParams } from './builder.schemas.ts'
import {
  Deleted,
  ListUpload,
  MemberList,
  MemberParams,
  MemberReport,
  MembersParams,
  OrganiserMark,
} from './members.schemas.ts'
import { dropMembers, listMembers, markOrganiser, memberTemplate, uploadMembers } from './members.usecases.ts'

const MOST_LIST_BYTES = 2 * 1024 * 1024
const looksAfter = { access: { may: 'contests.members' }, params: MembersParams } as const

const template = route('GET /admin/api/contests/{id}/files/members-template', {
  access: { may: 'contests.members' },
  summary: 'An empty list to fill in',
  params: ContestParams,
  reply: z.unknown(),
  problems: ['contest.not_found'],
})
const list = route('GET /admin/api/contests/{id}/units/{unitId}/members', {
  ...looksAfter,
  summary: 'The people a unit has told',
  reply: MemberList,
  problems: ['contest.not_found'],
})
const upload = route('POST /admin/api/contests/{id}/units/{unitId}/members', {
  ...looksAfter,
  summary: 'A unit’s list from a spreadsheet: try it, then it takes the old one’s place whole',
  query: ListUpload,
  reply: MemberReport,
  mostBytes: MOST_LIST_BYTES,
  problems: [
    'spreadsheet.unreadable',
    'spreadsheet.too_large',
    'spreadsheet.has_formula',
    'spreadsheet.too_slow',
    'spreadsheet.busy',
    'contest.not_found',
    'contest.wrong_state',
    'contest.members_refused',
  ],
})
const drop = route('DELETE /admin/api/contests/{id}/units/{unitId}/members', {
  ...looksAfter,
  summary: 'Delete a unit’s list',
  reply: Deleted,
  problems: ['contest.not_found', 'contest.wrong_state'],
})
const organiser = route('PUT /admin/api/contests/{id}/members/{memberId}/organiser', {
  access: { may: 'contests.manage' },
  summary: 'Somebody on the committee is never ranked',
  params: MemberParams,
  body: OrganiserMark,
  reply: OrganiserMark,
  problems: ['contest.not_found', 'contest.member_not_found'],
})

export function contestMemberDoors(api: StaffApi) {
  api.download(template, (ctx, { params }) => memberTemplate(ctx, params.id))
  api.serve(list, (ctx, { params }) => listMembers(ctx, params))
  api.receive(upload, (ctx, { params, query, bytes }) =>
    uploadMembers(ctx, { ...params, isDryRun: query.dryRun === 'true' }, bytes),
  )
  api.serve(drop, (ctx, { params }) => dropMembers(ctx, params))
  api.serve(organiser, (ctx, { params, body }) => markOrganiser(ctx, params, body))
}
