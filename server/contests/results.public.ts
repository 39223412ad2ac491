import { z } from '@hono/zod-openapi'
import { Slug } from '../content/provenance.schemas.ts'
import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { CertificateCode, CertificatePage } from './certificates.schemas.ts'
import { downloadCertificate, downloadShareCard, showCertificate } from './certificates.usecases.ts'
import { NewComplaint, OwnComplaints } from './complaints.schemas.ts'
import { complain, listOwnComplaints } from './complaints.usecases.ts'
import { showOwnAnswers } from './own-answers.usecases.ts'
import {
  ContestResults,
  OwnAnswers,
  OwnRank,
  OwnRankQuery,
  ResultsQuery,
  UnitResults,
  UnitResultsQuery,
} from './results.schemas.ts'
import { showOwnRank, showResults, showUnitResults } from './results.usecases.ts'

const bySlug = z.object({ slug: Slug.max(80) })
const byRound = bySlug.extend({ number: z.coerce.number().int().min(1).max(20) })
const byCode = z.object({ code: CertificateCode })
const own = { access: 'citizen' } as const

const results = route('GET /api/contests/{slug}/results', {
  summary: 'A block’s list of a round, or of the whole contest; there once the round has its provisional result',
  access: 'anyone',
  params: bySlug,
  query: ResultsQuery,
  reply: ContestResults,
  problems: ['contest.not_found', 'round.not_found', 'result.not_published', 'cursor.invalid'],
})
const units = route('GET /api/contests/{slug}/units', {
  summary: 'Units of a block by participation and quality; those listed apart have no rank',
  access: 'anyone',
  params: bySlug,
  query: UnitResultsQuery,
  reply: UnitResults,
  problems: ['contest.not_found', 'round.not_found', 'result.not_published'],
})
const certificate = route('GET /api/certificates/{code}', {
  summary: 'What a certificate says, and whether it holds',
  access: 'anyone',
  params: byCode,
  reply: CertificatePage,
  problems: ['certificate.not_found'],
})
const rank = route('GET /api/me/contests/{slug}/rank', {
  ...own,
  summary: 'My rank and why it is this one',
  params: bySlug,
  query: OwnRankQuery,
  reply: OwnRank,
  problems: ['contest.not_found', 'contest.entry_missing', 'round.not_found', 'result.not_published'],
})
const answers = route('GET /api/me/contests/{slug}/rounds/{number}/answers', {
  ...own,
  summary: 'My papers with their keys, where the contest tells them',
  params: byRound,
  reply: OwnAnswers,
  problems: ['contest.not_found', 'contest.entry_missing', 'result.not_published', 'answers.not_told'],
})
const complaints = route('GET /api/me/contests/{slug}/complaints', {
  ...own,
  summary: 'What I have disputed, and where I may',
  params: bySlug,
  reply: OwnComplaints,
  problems: ['contest.not_found', 'contest.entry_missing'],
})
const dispute = route('POST /api/me/contests/{slug}/rounds/{number}/complaints', {
  ...own,
  summary: 'Dispute the provisional result of a round; one at a time',
  params: byRound,
  body: NewComplaint,
  reply: OwnComplaints,
  status: 201,
  problems: [
    'contest.not_found',
    'contest.entry_missing',
    'round.not_found',
    'complaint.not_open',
    'complaint.waiting',
  ],
})
const paper = route('GET /api/me/certificates/{code}/pdf', {
  ...own,
  summary: 'My certificate to print',
  params: byCode,
  reply: z.unknown(),
  problems: ['certificate.not_found'],
})
const card = route('GET /api/me/certificates/{code}/card', {
  ...own,
  summary: 'A picture of my result to share, with my name as the public list shows it',
  params: byCode,
  reply: z.unknown(),
  problems: ['certificate.not_found'],
})

export function resultDoors(api: Api) {
  api.serve(results, (ctx, { params, query }) => showResults(ctx, params.slug, query))
  api.serve(units, (ctx, { params, query }) => showUnitResults(ctx, params.slug, query))
  api.serve(certificate, (ctx, { params }) => showCertificate(ctx, params.code))
  api.serveCitizen(rank, (ctx, { params, query }) => showOwnRank(ctx, params.slug, query))
  api.serveCitizen(answers, (ctx, { params }) => showOwnAnswers(ctx, params.slug, params.number))
  api.serveCitizen(complaints, (ctx, { params }) => listOwnComplaints(ctx, params.slug))
  api.serveCitizen(dispute, (ctx, { params, body }) => complain(ctx, params.slug, params.number, body.text))
  api.downloadCitizen(paper, (ctx, { params }) => downloadCertificate(ctx, params.code))
  api.downloadCitizen(card, (ctx, { params }) => downloadShareCard(ctx, params.code))
}
