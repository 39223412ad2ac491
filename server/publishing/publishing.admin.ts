import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { compareEditions } from './diff.usecases.ts'
import { createEntry, saveDraft, startDraft } from './drafts.usecases.ts'
import { changeEntry, listEntries, showEdition, showEntry } from './entries.usecases.ts'
import { listPreviewLinks, makePreviewLink, revokePreviewLink } from './previews.usecases.ts'
import {
  DraftChange,
  Edition,
  EditionDiff,
  Entry,
  EntryChange,
  EntryList,
  EntryQuery,
  NewEntry,
  NewPreviewLink,
  NewRemark,
  PreviewLinkList,
  PreviewLinkMade,
  STEPS,
  StepTaken,
  Timeline,
} from './publishing.schemas.ts'
import { addRemark, readTimeline } from './timeline.usecases.ts'
import { JobList, Work } from './work.schemas.ts'
import { listJobs, showWork } from './work.usecases.ts'
import { takeStep } from './workflow.usecases.ts'

const id = z.string().min(1).max(80)
const byId = z.object({ id })
const read = { may: 'content.read' } as const
const write = { may: 'content.write' } as const
/** A draft may be long: a procedure with all its cases, an explainer with tables. */
const LARGEST_DRAFT = 512 * 1024

const list = route('GET /admin/api/entries', {
  summary: 'What the units write, last changed first',
  access: read,
  query: EntryQuery,
  reply: EntryList,
  problems: ['cursor.invalid'],
})
const create = route('POST /admin/api/entries', {
  summary: 'A new thing with an empty first draft',
  access: write,
  body: NewEntry,
  reply: Entry,
  status: 201,
})
const entry = route('GET /admin/api/entries/{id}', {
  summary: 'One thing and all its editions',
  access: read,
  params: byId,
  reply: Entry,
  problems: ['entry.not_found'],
})
const change = route('PATCH /admin/api/entries/{id}', {
  summary: 'Hand it to another owner or unit',
  access: write,
  params: byId,
  body: EntryChange,
  reply: Entry,
  problems: ['entry.not_found'],
})
const start = route('POST /admin/api/entries/{id}/editions', {
  summary: 'Begin the next edition, from what is live or from an older one',
  access: write,
  params: byId,
  body: z.strictObject({ from: id.optional() }),
  reply: Edition,
  status: 201,
  problems: ['entry.not_found', 'entry.being_written', 'edition.not_found'],
})
const edition = route('GET /admin/api/editions/{id}', {
  summary: 'One edition, what it lacks, and what may be done with it',
  access: read,
  params: byId,
  reply: Edition,
  problems: ['edition.not_found'],
})
const save = route('PUT /admin/api/editions/{id}', {
  summary: 'Save the draft',
  access: write,
  params: byId,
  body: DraftChange,
  reply: Edition,
  needsIfMatch: true,
  mostBytes: LARGEST_DRAFT,
  problems: ['edition.not_found', 'edition.wrong_state', 'edition.changed_meanwhile'],
})
const step = route('POST /admin/api/editions/{id}/steps/{step}', {
  summary: 'Submit, return, approve, schedule, publish, withdraw …',
  access: read,
  params: z.object({ id, step: z.enum(STEPS) }),
  body: StepTaken,
  reply: Edition,
  needsIfMatch: true,
  problems: [
    'edition.not_found',
    'edition.wrong_state',
    'edition.changed_meanwhile',
    'edition.not_ready',
    'edition.own_work',
    'edition.step_says_more',
    'staff.second_factor_required',
  ],
})
const diff = route('GET /admin/api/editions/{id}/diff', {
  summary: 'What differs from another edition',
  access: read,
  params: byId,
  query: z.strictObject({ against: id }),
  reply: EditionDiff,
  problems: ['edition.not_found'],
})
const timeline = route('GET /admin/api/entries/{id}/timeline', {
  summary: 'What has happened to it',
  access: read,
  params: byId,
  reply: Timeline,
  problems: ['entry.not_found'],
})
const remark = route('POST /admin/api/entries/{id}/remarks', {
  summary: 'A note to colleagues',
  access: read,
  params: byId,
  body: NewRemark,
  reply: Timeline,
  status: 201,
  problems: ['entry.not_found'],
})
const links = route('GET /admin/api/entries/{id}/preview-links', {
  summary: 'Who was given a preview',
  access: read,
  params: byId,
  reply: PreviewLinkList,
  problems: ['entry.not_found'],
})
const makeLink = route('POST /admin/api/entries/{id}/preview-links', {
  summary: 'An address that shows the draft without an account; told once',
  access: read,
  params: byId,
  body: NewPreviewLink,
  reply: PreviewLinkMade,
  status: 201,
  problems: ['entry.not_found'],
})
const revokeLink = route('DELETE /admin/api/entries/{id}/preview-links/{linkId}', {
  summary: 'The address shows nothing from now on',
  access: read,
  params: z.object({ id, linkId: id }),
  reply: PreviewLinkList,
  problems: ['entry.not_found', 'preview.not_found'],
})

const work = route('GET /admin/api/work', { summary: 'What waits for me', access: read, reply: Work })
const jobs = route('GET /admin/api/jobs', {
  summary: 'What happens by the clock, and how it went',
  access: { may: 'audit.read' },
  reply: JobList,
})

export function publishingDoors(api: StaffApi) {
  api.serve(work, (ctx) => showWork(ctx))
  api.serve(jobs, (ctx) => listJobs(ctx))
  api.serve(list, (ctx, { query }) => listEntries(ctx, query))
  api.serve(create, (ctx, { body }) => createEntry(ctx, body))
  api.serve(entry, (ctx, { params }) => showEntry(ctx, params.id))
  api.serve(change, (ctx, { params, body }) => changeEntry(ctx, params.id, body))
  api.serve(start, (ctx, { params, body }) => startDraft(ctx, params.id, body.from))
  api.serve(edition, (ctx, { params }) => showEdition(ctx, params.id))
  api.serve(save, (ctx, { params, body, ifMatch }) => saveDraft(ctx, params.id, body, ifMatch))
  api.serve(step, (ctx, { params, body, ifMatch }) =>
    takeStep(ctx, { editionId: params.id, step: params.step, version: ifMatch }, body),
  )
  api.serve(diff, (ctx, { params, query }) => compareEditions(ctx, { editionId: params.id, againstId: query.against }))
  api.serve(timeline, (ctx, { params }) => readTimeline(ctx, params.id))
  api.serve(remark, (ctx, { params, body }) => addRemark(ctx, params.id, body))
  api.serve(links, (ctx, { params }) => listPreviewLinks(ctx, params.id))
  api.serve(makeLink, (ctx, { params, body }) => makePreviewLink(ctx, params.id, body), { isReplySecret: true })
  api.serve(revokeLink, (ctx, { params }) => revokePreviewLink(ctx, { entryId: params.id, linkId: params.linkId }))
}
