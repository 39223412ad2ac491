import { z } from '@hono/zod-openapi'
import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { followReport, rateAnswer, reopenReport, supplyMore, unfollowReport } from './citizen-steps.usecases.ts'
import { findConcernedUnits } from './concerned-units.usecases.ts'
import { ReportCode } from './feedback.schemas.ts'
import {
  Following,
  LinkAsked,
  MyReports,
  PublicReport,
  PublicReportList,
  PublicReportQuery,
  Rating,
  Reopening,
  ReportProgress,
  StatusAsked,
  Supplement,
} from './progress.schemas.ts'
import { listMyReports, showByLink, showMyReport, showStatus } from './progress.usecases.ts'
import { listPublicReports, showPublicReport } from './public-reports.usecases.ts'
import { ConcernedUnitQuery, ConcernedUnits, PublicCategories } from './settings.schemas.ts'
import { listPublicCategories } from './settings.usecases.ts'
import { NewReport, ReportCheck, ReportChecked, ReportReceipt } from './submit.schemas.ts'
import { checkReport, submitReport } from './submit.usecases.ts'

const byCode = z.object({ code: ReportCode })
const own = { access: 'citizen', params: byCode } as const

const categories = route('GET /api/feedback/categories', {
  summary: 'What a report can be about, and how long an answer takes',
  access: 'anyone',
  reply: PublicCategories,
})
const units = route('GET /api/feedback/units', {
  summary: 'Units a report can be about, by a part of the name; twenty at most',
  access: 'anyone',
  query: ConcernedUnitQuery,
  reply: ConcernedUnits,
})
const check = route('POST /api/feedback/check', {
  summary: 'Before sending: the legal channel, help that is urgent, and answers that are there already',
  access: 'anyone',
  body: ReportCheck,
  reply: ReportChecked,
})
const submit = route('POST /api/feedback', {
  summary: 'Send a report; with an Idempotency-Key, a retry is the same report',
  access: 'citizen',
  body: NewReport,
  reply: ReportReceipt,
  status: 201,
  problems: ['feedback.too_many', 'feedback.legal_channel', 'consent.text_changed', 'idempotency.key_reused'],
})
const mine = route('GET /api/me/feedback', {
  summary: 'What I have sent, newest first',
  access: 'citizen',
  query: z.strictObject({ cursor: z.string().max(80).optional() }),
  reply: MyReports,
})
const show = route('GET /api/me/feedback/{code}', {
  ...own,
  summary: 'One report of mine, whole',
  reply: ReportProgress,
  problems: ['report.not_found'],
})
const supply = route('POST /api/me/feedback/{code}/supplements', {
  ...own,
  summary: 'What the office asked for',
  body: Supplement,
  reply: ReportProgress,
  problems: ['report.not_found', 'report.changed_meanwhile', 'feedback.too_many_files'],
})
const rate = route('POST /api/me/feedback/{code}/ratings', {
  ...own,
  summary: 'What I think of the answer, once for each',
  body: Rating,
  reply: ReportProgress,
  problems: ['report.not_found', 'report.not_ratable'],
})
const reopen = route('POST /api/me/feedback/{code}/reopenings', {
  ...own,
  summary: 'Ask the office to look again',
  body: Reopening,
  reply: ReportProgress,
  problems: ['report.not_found', 'report.reopening_over', 'report.changed_meanwhile'],
})
const status = route('POST /api/feedback/status', {
  summary: 'How a report stands, by its code and the last four digits of the phone',
  access: 'anyone',
  body: StatusAsked,
  reply: ReportProgress,
  problems: ['report.not_found', 'report.too_many_guesses'],
})
const byLink = route('POST /api/feedback/by-link', {
  summary: 'A report by its private link',
  access: 'anyone',
  body: LinkAsked,
  reply: ReportProgress,
  problems: ['report.not_found', 'report.too_many_guesses'],
})
const list = route('GET /api/feedback/answered', {
  summary: 'Answered reports that everybody may read, newest first',
  access: 'anyone',
  query: PublicReportQuery,
  reply: PublicReportList,
  problems: ['cursor.invalid'],
})
const answered = route('GET /api/feedback/answered/{code}', {
  summary: 'One of them',
  access: 'anyone',
  params: byCode,
  reply: PublicReport,
  problems: ['report.not_found'],
})
const follow = route('POST /api/feedback/answered/{code}/followers', {
  ...own,
  summary: 'I have met with it too, and want to hear of it',
  reply: Following,
  problems: ['report.not_found'],
})
const unfollow = route('DELETE /api/feedback/answered/{code}/followers', {
  ...own,
  summary: 'No longer',
  reply: Following,
  problems: ['report.not_found'],
})

export function feedbackDoors(api: Api) {
  api.serve(categories, (ctx) => listPublicCategories(ctx))
  api.serve(units, (ctx, { query }) => findConcernedUnits(ctx, query))
  api.serve(check, (ctx, { body }) => checkReport(ctx, body))
  api.serveCitizen(submit, (ctx, { body }, from) => submitReport(ctx, body, from.idempotencyKey ?? null))
  api.serveCitizen(mine, (ctx, { query }) => listMyReports(ctx, query))
  api.serveCitizen(show, (ctx, { params }) => showMyReport(ctx, params.code))
  api.serveCitizen(supply, (ctx, { params, body }) => supplyMore(ctx, params.code, body))
  api.serveCitizen(rate, (ctx, { params, body }) => rateAnswer(ctx, params.code, body))
  api.serveCitizen(reopen, (ctx, { params, body }) => reopenReport(ctx, params.code, body))
  api.serve(status, (ctx, { body }, from) => showStatus(ctx, body, from))
  api.serve(byLink, (ctx, { body }, from) => showByLink(ctx, body, from))
  api.serve(list, (ctx, { query }) => listPublicReports(ctx, query))
  api.serve(answered, (ctx, { params }) => showPublicReport(ctx, params.code))
  api.serveCitizen(follow, (ctx, { params }) => followReport(ctx, params.code))
  api.serveCitizen(unfollow, (ctx, { params }) => unfollowReport(ctx, params.code))
}
