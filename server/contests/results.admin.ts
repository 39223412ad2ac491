import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { ComplaintAnswer, ComplaintList, ComplaintRow, ComplaintsQuery } from './complaints.schemas.ts'
import { answerComplaint, listComplaints } from './complaints.usecases.ts'
import {
  correctKey,
  makeOfficial,
  openComplaints,
  recompute,
  showResultBoard,
  voidQuestion,
} from './officiating.usecases.ts'
import { exportOfficialText, exportResults, showStaffResults, showStaffUnitResults } from './result-export.usecases.ts'
import {
  ContestResults,
  CorrectKey,
  Recompute,
  ResultBoard,
  StaffFileQuery,
  StaffResultsQuery,
  StaffUnitResultsQuery,
  UnitResults,
  VoidQuestion,
} from './results.schemas.ts'
import { showSimilarPapers } from './similarity.usecases.ts'
import { RoundStatistics, SimilarityQuery, SimilarPapers } from './statistics.schemas.ts'
import { showStatistics } from './statistics.usecases.ts'

const byId = z.object({ id: z.string().max(60) })
const byRound = byId.extend({ number: z.coerce.number().int().min(1).max(20) })
const read = { access: { may: 'contests.read' } } as const
const officiate = { access: { may: 'contests.officiate' }, params: byRound, reply: ResultBoard } as const

const board = route('GET /admin/api/contests/{id}/result-board', {
  ...read,
  summary: 'How each round of a contest stands, and its newest result',
  params: byId,
  reply: ResultBoard,
  problems: ['contest.not_found'],
})
const list = route('GET /admin/api/contests/{id}/results', {
  ...read,
  summary: 'A block’s list as everybody reads it, or will',
  params: byId,
  query: StaffResultsQuery,
  reply: ContestResults,
  problems: ['contest.not_found', 'round.not_found', 'result.not_made', 'cursor.invalid'],
})
const units = route('GET /admin/api/contests/{id}/result-units', {
  ...read,
  summary: 'A block’s units by participation and quality, and those listed apart',
  params: byId,
  query: StaffUnitResultsQuery,
  reply: UnitResults,
  problems: ['contest.not_found', 'round.not_found', 'result.not_made'],
})
const window = route('POST /admin/api/contests/{id}/rounds/{number}/complaint-window', {
  access: { may: 'contests.manage' },
  summary: 'From now on the provisional result may be disputed',
  params: byRound,
  reply: ResultBoard,
  problems: ['contest.not_found', 'round.not_found', 'round.wrong_state'],
})
const official = route('POST /admin/api/contests/{id}/rounds/{number}/official', {
  ...officiate,
  summary: 'Sign the result that stands',
  problems: [
    'round.wrong_state',
    'result.not_made',
    'result.being_made',
    'result.own_contest',
    'complaint.waiting',
    'complaint.window_open',
  ],
})
const again = route('POST /admin/api/contests/{id}/rounds/{number}/recompute', {
  ...officiate,
  summary: 'Rank everybody again; the result before is kept',
  body: Recompute,
  problems: ['round.not_found', 'round.wrong_state', 'result.own_contest'],
})
const voids = route('POST /admin/api/contests/{id}/rounds/{number}/voids', {
  ...officiate,
  summary: 'Take a question out of the marking, with a public notice',
  body: VoidQuestion,
  problems: ['round.wrong_state', 'question.not_in_round', 'question.void_already', 'result.own_contest'],
})
const keys = route('POST /admin/api/contests/{id}/rounds/{number}/keys', {
  ...officiate,
  summary: 'Correct a key, with a public notice; every round with the question is ranked again',
  body: CorrectKey,
  problems: ['round.wrong_state', 'question.not_in_round', 'result.own_contest'],
})
const statistics = route('GET /admin/api/contests/{id}/rounds/{number}/statistics', {
  ...read,
  summary: 'How each question has fared',
  params: byRound,
  reply: RoundStatistics,
  problems: ['contest.not_found', 'round.not_found'],
})
const similarity = route('GET /admin/api/contests/{id}/rounds/{number}/similarity', {
  access: { may: 'contests.review' },
  summary: 'Papers of a unit that agree more than chance would have it, for people to look at',
  params: byRound,
  query: SimilarityQuery,
  reply: SimilarPapers,
  problems: ['contest.not_found', 'round.not_found'],
})
const complaints = route('GET /admin/api/contests/{id}/complaints', {
  access: { may: 'contests.manage' },
  summary: 'What people dispute, the oldest first',
  params: byId,
  query: ComplaintsQuery,
  reply: ComplaintList,
  problems: ['contest.not_found'],
})
const answer = route('POST /admin/api/contest-complaints/{id}/answer', {
  access: { may: 'contests.manage' },
  summary: 'Answer, once',
  params: byId,
  body: ComplaintAnswer,
  reply: ComplaintRow,
  needsIfMatch: true,
  problems: ['complaint.not_found', 'complaint.answered_already'],
})
const sheet = route('GET /admin/api/contests/{id}/results.xlsx', {
  ...read,
  summary: 'Everybody in their order as a spreadsheet',
  params: byId,
  query: StaffFileQuery,
  reply: z.unknown(),
  problems: ['contest.not_found', 'round.not_found', 'result.not_made'],
})
const text = route('GET /admin/api/contests/{id}/results.docx', {
  ...read,
  summary: 'The result as a document of the office',
  params: byId,
  query: StaffFileQuery,
  reply: z.unknown(),
  problems: ['contest.not_found', 'round.not_found', 'result.not_made'],
})

export function resultAdminDoors(api: StaffApi) {
  api.serve(board, (ctx, { params }) => showResultBoard(ctx, params.id))
  api.serve(list, (ctx, { params, query }) => showStaffResults(ctx, params.id, query))
  api.serve(units, (ctx, { params, query }) => showStaffUnitResults(ctx, params.id, query))
  api.serve(window, (ctx, { params }) => openComplaints(ctx, params.id, params.number))
  api.serve(official, (ctx, { params }) => makeOfficial(ctx, params.id, params.number))
  api.serve(again, (ctx, { params, body }) => recompute(ctx, params.id, params.number, body.reason))
  api.serve(voids, (ctx, { params: { id, number }, body }) => voidQuestion(ctx, { contestId: id, number, ...body }))
  api.serve(keys, (ctx, { params: { id, number }, body }) => correctKey(ctx, { contestId: id, number, ...body }))
  api.serve(statistics, (ctx, { params }) => showStatistics(ctx, params.id, params.number))
  api.serve(similarity, (ctx, { params, query }) =>
    showSimilarPapers(ctx, { contestId: params.id, number: params.number, unitId: query.unitId }),
  )
  api.serve(complaints, (ctx, { params, query }) => listComplaints(ctx, params.id, query))
  api.serve(answer, (ctx, { params, body, ifMatch }) =>
    answerComplaint(ctx, { id: params.id, version: ifMatch, ...body }),
  )
  api.download(sheet, (ctx, { params, query }) => exportResults(ctx, params.id, query))
  api.download(text, (ctx, { params, query }) => exportOfficialText(ctx, params.id, query))
}
