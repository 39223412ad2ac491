import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { MissesQuery, MissGroups, ReadFigures, ReadsQuery } from './figures.schemas.ts'
import { exportReads, showMisses, showReads } from './figures.usecases.ts'
import {
  CommentParams,
  PageComment,
  PageCommentList,
  PageCommentQuery,
  PageVerdicts,
  Triage,
} from './page-comments.schemas.ts'
import { countPageVerdicts, listPageComments, triageComment } from './page-comments.usecases.ts'
import {
  NewSourceLink,
  SourceLink,
  SourceLinkChange,
  SourceLinkList,
  SourceLinkParams,
  SourceLinkQuery,
} from './source-links.schemas.ts'
import { closeSourceLink, getSourceLink, listSourceLinks, makeSourceLink } from './source-links.usecases.ts'

const triages = { access: { may: 'comments.triage' } } as const
const links = { access: { may: 'links.manage' } } as const
const figures = { access: { may: 'figures.read' } } as const

const comments = route('GET /admin/api/page-comments', {
  ...triages,
  summary: 'What readers wrote about pages, newest first',
  query: PageCommentQuery,
  reply: PageCommentList,
})
const verdicts = route('GET /admin/api/page-comments/pages', {
  ...triages,
  summary: 'How many found each page useful and how many did not',
  reply: PageVerdicts,
})
const triage = route('POST /admin/api/page-comments/{id}/triage', {
  ...triages,
  summary: 'Say what is to be done about a comment',
  params: CommentParams,
  body: Triage,
  reply: PageComment,
  needsIfMatch: true,
  problems: ['comment.not_found', 'comment.changed_meanwhile'],
})
const makeLink = route('POST /admin/api/source-links', {
  ...links,
  summary: 'Make an address by which a unit learns how many came',
  body: NewSourceLink,
  reply: SourceLink,
  status: 201,
})
const listLinks = route('GET /admin/api/source-links', {
  ...links,
  summary: 'Source links of the units managed, newest first',
  query: SourceLinkQuery,
  reply: SourceLinkList,
  problems: ['cursor.invalid'],
})
const oneLink = route('GET /admin/api/source-links/{code}', {
  ...links,
  summary: 'One source link with its QR code, for the poster',
  params: SourceLinkParams,
  reply: SourceLink,
  problems: ['link.not_found'],
})
const closeLink = route('PATCH /admin/api/source-links/{code}', {
  ...links,
  summary: 'Close a source link: it goes on leading here, but no longer counts',
  params: SourceLinkParams,
  body: SourceLinkChange,
  reply: SourceLink,
  problems: ['link.not_found', 'link.closed'],
})
const reads = route('GET /admin/api/figures/reads', {
  ...figures,
  summary: 'How often pages were opened, by page, unit or day',
  query: ReadsQuery,
  reply: ReadFigures,
})
const readsFile = route('GET /admin/api/figures/reads/export', {
  ...figures,
  summary: 'The same figures as a spreadsheet',
  query: ReadsQuery,
  reply: z.unknown(),
})
const misses = route('GET /admin/api/search-misses', {
  ...figures,
  summary: 'What people looked for and did not find, alike questions counted together',
  query: MissesQuery,
  reply: MissGroups,
  problems: ['cursor.invalid'],
})

export function readingAdminDoors(api: StaffApi) {
  api.serve(comments, (ctx, { query }) => listPageComments(ctx, query))
  api.serve(verdicts, (ctx) => countPageVerdicts(ctx))
  api.serve(triage, (ctx, { params, ifMatch, body }) => triageComment(ctx, { id: params.id, ifMatch, triage: body }))
  api.serve(makeLink, (ctx, { body }) => makeSourceLink(ctx, body))
  api.serve(listLinks, (ctx, { query }) => listSourceLinks(ctx, query))
  api.serve(oneLink, (ctx, { params }) => getSourceLink(ctx, params.code))
  api.serve(closeLink, (ctx, { params }) => closeSourceLink(ctx, params.code))
  api.serve(reads, (ctx, { query }) => showReads(ctx, query))
  api.download(readsFile, (ctx, { query }) => exportReads(ctx, query))
  api.serve(misses, (ctx, { query }) => showMisses(ctx, query))
}
