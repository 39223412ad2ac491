import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import {
  AcceptReport,
  NewRecheck,
  Recheck,
  RecheckList,
  RecheckListQuery,
  RecheckQuery,
  RecheckSummary,
  RowsAccepted,
} from './recheck.schemas.ts'
import { listRechecks, makeRecheck, showRecheck } from './recheck.usecases.ts'
import { acceptRows } from './recheck-accept.usecases.ts'

const MOST_BYTES = 8 * 1024 * 1024
const byId = z.object({ id: z.string().min(1).max(80) })
const write = { access: { may: 'content.write' } } as const

const make = route('POST /admin/api/rechecks', {
  ...write,
  summary: 'Compare an official list (.json or .xlsx) with what people read of the same procedures',
  query: NewRecheck,
  reply: RecheckSummary,
  status: 201,
  mostBytes: MOST_BYTES,
  problems: [
    'recheck.unreadable',
    'spreadsheet.unreadable',
    'spreadsheet.too_large',
    'spreadsheet.has_formula',
    'spreadsheet.too_slow',
    'spreadsheet.busy',
  ],
})
const list = route('GET /admin/api/rechecks', {
  ...write,
  summary: 'Comparisons of my units, newest first',
  query: RecheckListQuery,
  reply: RecheckList,
})
const one = route('GET /admin/api/rechecks/{id}', {
  ...write,
  summary: 'One comparison and its rows by code: what is the same, changed, new to us, or missing there',
  params: byId,
  query: RecheckQuery,
  reply: Recheck,
  problems: ['recheck.not_found'],
})
const accept = route('POST /admin/api/rechecks/{id}/accept', {
  ...write,
  summary: 'Make drafts of these rows; nothing is published',
  params: byId,
  body: RowsAccepted,
  reply: AcceptReport,
  needsIfMatch: true,
  problems: ['recheck.not_found', 'recheck.changed_meanwhile'],
})

export function recheckDoors(api: StaffApi) {
  api.receive(make, (ctx, { query, bytes }) => makeRecheck(ctx, bytes, query))
  api.serve(list, (ctx, { query }) => listRechecks(ctx, query))
  api.serve(one, (ctx, { params, query }) => showRecheck(ctx, params.id, query))
  api.serve(accept, (ctx, { params, body, ifMatch }) => acceptRows(ctx, params.id, body, ifMatch))
}
