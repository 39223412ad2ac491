import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import {
  ContestCheck,
  ContestParams,
  ContestStepSaid,
  LaterClosing,
  NewContest,
  PaperPreview,
  PresetList,
  PreviewQuery,
  RoundParams,
  StaffContest,
  StaffContestList,
  StepParams,
} from './builder.schemas.ts'
import { checkContest, previewPaper } from './check.usecases.ts'
import { ContestSettings } from './contests.schemas.ts'
import { createContest, editContest, listPresets, listStaffContests, showContest } from './contests.usecases.ts'
import { closeLater, takeContestStep } from './steps.usecases.ts'

const reads = { access: { may: 'contests.read' } } as const
const manages = { access: { may: 'contests.manage' } } as const
const one = { params: ContestParams, reply: StaffContest } as const

const presets = route('GET /admin/api/contest-presets', {
  ...manages,
  summary: 'Rules of contests elsewhere to begin from, each with its source',
  reply: PresetList,
})
const list = route('GET /admin/api/contests', {
  ...reads,
  summary: 'One’s own contests, and those that reach down to one’s unit',
  reply: StaffContestList,
})
const create = route('POST /admin/api/contests', {
  ...manages,
  summary: 'Begin a contest: blank, from a preset or from an earlier one',
  body: NewContest,
  reply: StaffContest,
  status: 201,
  problems: ['contest.not_found'],
})
const show = route('GET /admin/api/contests/{id}', {
  ...reads,
  ...one,
  summary: 'A contest as it is written, and what the reader may do with it',
  problems: ['contest.not_found'],
})
const edit = route('PUT /admin/api/contests/{id}', {
  ...manages,
  ...one,
  summary: 'Change the settings, until it is scheduled',
  body: ContestSettings,
  needsIfMatch: true,
  problems: ['contest.not_found', 'contest.wrong_state', 'contest.changed_meanwhile'],
})
const check = route('GET /admin/api/contests/{id}/check', {
  ...reads,
  summary: 'What keeps it from being scheduled, and how much two papers have in common',
  params: ContestParams,
  reply: ContestCheck,
  problems: ['contest.not_found'],
})
const preview = route('GET /admin/api/contests/{id}/preview', {
  access: { may: 'quizzes.read' },
  summary: 'A paper as somebody of a block would get it, without keys',
  params: ContestParams,
  query: PreviewQuery,
  reply: PaperPreview,
  problems: ['contest.not_found', 'contest.not_ready'],
})
const step = route('POST /admin/api/contests/{id}/steps/{step}', {
  access: reads.access,
  summary: 'Review, return, schedule, take back, archive; each step asks for its own permission',
  params: StepParams,
  body: ContestStepSaid,
  reply: StaffContest,
  needsIfMatch: true,
  problems: [
    'contest.not_found',
    'contest.wrong_state',
    'contest.own_work',
    'contest.not_ready',
    'contest.step_says_more',
    'contest.changed_meanwhile',
  ],
})
const later = route('POST /admin/api/contests/{id}/rounds/{number}/closing', {
  ...manages,
  summary: 'A round closes later, for a reason',
  params: RoundParams,
  body: LaterClosing,
  reply: StaffContest,
  needsIfMatch: true,
  problems: ['contest.not_found', 'contest.round_not_found', 'contest.only_later', 'contest.changed_meanwhile'],
})

export function contestAdminDoors(api: StaffApi) {
  api.serve(presets, async () => listPresets())
  api.serve(list, (ctx) => listStaffContests(ctx))
  api.serve(create, (ctx, { body }) => createContest(ctx, body))
  api.serve(show, (ctx, { params }) => showContest(ctx, params.id))
  api.serve(edit, (ctx, { params, body, ifMatch }) => editContest(ctx, { id: params.id, version: ifMatch }, body))
  api.serve(check, (ctx, { params }) => checkContest(ctx, params.id))
  api.serve(preview, (ctx, { params, query }) => previewPaper(ctx, params.id, query))
  api.serve(step, (ctx, { params, body, ifMatch }) =>
    takeContestStep(ctx, { id: params.id, step: params.step, version: ifMatch }, body),
  )
  api.serve(later, (ctx, { params, body, ifMatch }) =>
    closeLater(ctx, { id: params.id, number: params.number, version: ifMatch }, body),
  )
}
