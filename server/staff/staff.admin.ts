import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import {
  NewStaff,
  RolesChange,
  SetUpPassword,
  StaffChange,
  StaffId,
  StaffList,
  StaffMember,
  StaffQuery,
} from './staff.schemas.ts'
import {
  changeRoles,
  changeStaff,
  createStaff,
  listStaff,
  readStaff,
  resetPassword,
  resetSecondFactor,
} from './staff.usecases.ts'

const access = { may: 'staff.manage' } as const

const list = route('GET /admin/api/staff', {
  summary: 'Staff of the reader’s units, by name',
  access,
  query: StaffQuery,
  reply: StaffList,
})

const create = route('POST /admin/api/staff', {
  summary: 'A new account; answers its first password, once',
  access,
  body: NewStaff,
  reply: SetUpPassword,
  status: 201,
  problems: ['staff.email_taken'],
})

const one = route('GET /admin/api/staff/{id}', {
  summary: 'One member of staff',
  access,
  params: StaffId,
  reply: StaffMember,
  problems: ['staff.not_found'],
})

const change = route('PATCH /admin/api/staff/{id}', {
  summary: 'Another name, or out and in again',
  access,
  params: StaffId,
  body: StaffChange,
  reply: StaffMember,
  problems: ['staff.not_found', 'staff.is_yourself', 'staff.last_admin'],
})

const roles = route('PUT /admin/api/staff/{id}/roles', {
  summary: 'Replaces all roles; the person signs in anew',
  access,
  params: StaffId,
  body: RolesChange,
  reply: StaffMember,
  problems: ['staff.not_found', 'staff.last_admin'],
})

const password = route('POST /admin/api/staff/{id}/reset-password', {
  summary: 'A new first password, told once',
  access,
  params: StaffId,
  reply: SetUpPassword,
  problems: ['staff.not_found'],
})

const secondFactor = route('POST /admin/api/staff/{id}/reset-second-factor', {
  summary: 'Turns the second factor off for whoever has lost it',
  access,
  params: StaffId,
  reply: StaffMember,
  problems: ['staff.not_found'],
})

export function staffDoors(api: StaffApi) {
  api.serve(list, (ctx, { query }) => listStaff(ctx, query))
  api.serve(create, (ctx, { body }) => createStaff(ctx, body), { isReplySecret: true })
  api.serve(one, (ctx, { params }) => readStaff(ctx, params.id))
  api.serve(change, (ctx, { params, body }) => changeStaff(ctx, params.id, body))
  api.serve(roles, (ctx, { params, body }) => changeRoles(ctx, params.id, body))
  api.serve(password, (ctx, { params }) => resetPassword(ctx, params.id), { isReplySecret: true })
  api.serve(secondFactor, (ctx, { params }) => resetSecondFactor(ctx, params.id))
}
