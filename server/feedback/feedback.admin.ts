import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { showCase } from './case.usecases.ts'
import { Id } from './feedback.schemas.ts'
import {
  Case,
  ContactAsked,
  ContactOpened,
  HandlerList,
  HandlersQuery,
  Hiding,
  Inbox,
  InboxCounts,
  InboxQuery,
  NewPublicReport,
} from './inbox.schemas.ts'
import { addNote, countInbox, listInbox, listReportHandlers, openReportContact } from './inbox.usecases.ts'
import { mergeReport, splitReport } from './merging.usecases.ts'
import { hideReport, publishReport } from './public-reports.usecases.ts'
import { BulkResult, BulkStep, Merge, Note, Split, STAFF_STEPS, StepSaid } from './steps.schemas.ts'
import { takeBulkStep, takeReportStep } from './steps.usecases.ts'

const read = { access: { may: 'feedback.read' } } as const
const triage = { access: { may: 'feedback.triage' } } as const
const noting = { access: { may: 'feedback.note' } } as const
const moderate = { access: { may: 'feedback.moderate' } } as const
const byId = z.object({ id: Id })

const inbox = route('GET /admin/api/reports', {
  ...read,
  summary: 'What the units hold: newest first, or soonest due first',
  query: InboxQuery,
  reply: Inbox,
  problems: ['cursor.invalid'],
})
const counts = route('GET /admin/api/reports/counts', {
  ...read,
  summary: 'How many are open, late, due soon and mine',
  reply: InboxCounts,
})
const show = route('GET /admin/api/reports/{id}', {
  ...read,
  summary: 'One report with its history, its clock and what may be done with it',
  params: byId,
  reply: Case,
  problems: ['report.not_found'],
})
const step = route('POST /admin/api/reports/{id}/steps/{step}', {
  ...read,
  summary: 'Triage, assign, ask, draft, approve, send …',
  params: z.object({ id: Id, step: z.enum(STAFF_STEPS) }),
  body: StepSaid,
  reply: Case,
  needsIfMatch: true,
  problems: [
    'report.not_found',
    'report.wrong_state',
    'report.changed_meanwhile',
    'report.step_says_more',
    'report.own_answer',
    'report.is_about_you',
  ],
})
const bulk = route('POST /admin/api/reports/steps', {
  ...read,
  summary: 'The same step with many reports, each by itself',
  body: BulkStep,
  reply: BulkResult,
})
const merge = route('POST /admin/api/reports/{id}/merge', {
  ...triage,
  summary: 'Make it one with another report of the same thing',
  params: byId,
  body: Merge,
  reply: Case,
  needsIfMatch: true,
  problems: ['report.not_found', 'report.not_mergeable', 'report.changed_meanwhile', 'report.is_about_you'],
})
const split = route('POST /admin/api/reports/{id}/split', {
  ...triage,
  summary: 'Give the second thing it is about a report of its own',
  params: byId,
  body: Split,
  reply: Case,
  needsIfMatch: true,
  problems: ['report.not_found', 'report.changed_meanwhile', 'report.is_about_you'],
})
const handlers = route('GET /admin/api/reports/{id}/handlers', {
  ...triage,
  summary: 'Whom it can be given to, in its own unit or in the one it would go to',
  params: byId,
  query: HandlersQuery,
  reply: HandlerList,
  problems: ['report.not_found'],
})
const note = route('POST /admin/api/reports/{id}/notes', {
  ...noting,
  summary: 'A note to colleagues, never told to the sender',
  params: byId,
  body: Note,
  reply: Case,
  status: 201,
  problems: ['report.not_found', 'report.is_about_you'],
})
const contact = route('POST /admin/api/reports/{id}/contact', {
  summary: 'Open who sent it, for a reason that is kept',
  access: { may: 'feedback.contact' },
  params: byId,
  body: ContactAsked,
  reply: ContactOpened,
  problems: ['report.not_found', 'report.no_contact', 'report.is_about_you', 'staff.second_factor_required'],
})
const publish = route('PUT /admin/api/reports/{id}/public', {
  ...moderate,
  summary: 'Put the answered report before everybody, in words looked over by staff',
  params: byId,
  body: NewPublicReport,
  reply: Case,
  problems: ['report.not_found', 'report.not_publishable', 'report.is_about_you'],
})
const hide = route('POST /admin/api/reports/{id}/public/hide', {
  ...moderate,
  summary: 'Take it from everybody’s sight',
  params: byId,
  body: Hiding,
  reply: Case,
  problems: ['report.not_found', 'report.not_public', 'report.is_about_you'],
})

export function feedbackAdminDoors(api: StaffApi) {
  api.serve(inbox, (ctx, { query }) => listInbox(ctx, query))
  api.serve(counts, (ctx) => countInbox(ctx))
  api.serve(bulk, (ctx, { body }) => takeBulkStep(ctx, body))
  api.serve(show, (ctx, { params }) => showCase(ctx, params.id))
  api.serve(step, (ctx, { params, body, ifMatch }) =>
    takeReportStep(ctx, { id: params.id, version: ifMatch, step: params.step, said: body }),
  )
  api.serve(merge, (ctx, { params, body, ifMatch }) => mergeReport(ctx, { id: params.id, version: ifMatch }, body))
  api.serve(split, (ctx, { params, body, ifMatch }) => splitReport(ctx, { id: params.id, version: ifMatch }, body))
  api.serve(handlers, (ctx, { params, query }) => listReportHandlers(ctx, params.id, query))
  api.serve(note, (ctx, { params, body }) => addNote(ctx, params.id, body))
  api.serve(contact, (ctx, { params, body }) => openReportContact(ctx, params.id, body), { isReplySecret: true })
  api.serve(publish, (ctx, { params, body }) => publishReport(ctx, params.id, body))
  api.serve(hide, (ctx, { params, body }) => hideReport(ctx, params.id, body))
}
