import { z } from '@hono/zod-openapi'
import { Slug } from '../content/provenance.schemas.ts'
import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { resumeAttempt, saveSheet, startAttempt, submitPaper } from './attempts.usecases.ts'
import { Paper, Saved, Sheet, Submitted } from './taking.schemas.ts'

const byId = z.object({ id: z.string().max(60) })

const start = route('POST /api/contests/{slug}/rounds/{number}/attempts', {
  summary: 'Begin a paper, or go on with the one that is open',
  access: 'citizen',
  params: z.object({ slug: Slug, number: z.coerce.number().int().min(1).max(20) }),
  reply: Paper,
  status: 201,
  problems: [
    ...(['citizen.zalo_only', 'round.not_found', 'contest.entry_missing', 'contest.entry_removed'] as const),
    ...(['round.not_open', 'attempt.none_left', 'storage.busy'] as const),
  ],
})
const resume = route('GET /api/attempts/{id}', {
  summary: 'My open paper with what is saved of it',
  access: 'citizen',
  params: byId,
  reply: Paper,
  problems: ['attempt.not_found', 'attempt.ended', 'attempt.too_late'],
})
const save = route('PUT /api/attempts/{id}/sheet', {
  summary: 'Keep my answers so far; of two sheets the one with the higher number stays',
  access: 'attempt',
  params: byId,
  body: Sheet,
  reply: Saved,
  problems: ['attempt.not_found', 'attempt.ended', 'attempt.too_late'],
})
const submit = route('POST /api/attempts/{id}/submission', {
  summary: 'Hand in what is saved; a retry says the same',
  access: 'attempt',
  params: byId,
  reply: Submitted,
  problems: ['attempt.not_found', 'attempt.ended', 'attempt.too_late'],
})

export function takingDoors(api: Api) {
  api.serveCitizen(start, (ctx, { params }) => startAttempt(ctx, params))
  api.serveCitizen(resume, (ctx, { params }) => resumeAttempt(ctx, params.id))
  api.serveAttempt(save, (ctx, { params, body }) => saveSheet(ctx, params.id, body))
  api.serveAttempt(submit, (ctx, { params }) => submitPaper(ctx, params.id))
}
