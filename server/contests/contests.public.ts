import { z } from '@hono/zod-openapi'
import { Slug } from '../content/provenance.schemas.ts'
import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { enterContest, showEntry } from './entries.usecases.ts'
import { GuardianAgreed, GuardianAgreement, GuardianAsked, GuardianLink, GuardianToken } from './guardian.schemas.ts'
import { agreeByGuardianLink, makeGuardianLink, readGuardianLink } from './guardian.usecases.ts'
import { listAnnounced, showContest, showOwnContest } from './home.usecases.ts'
import { ContestHome, ContestList, Entry, NewEntry, OwnContest } from './taking.schemas.ts'

const bySlug = z.object({ slug: Slug })

const list = route('GET /api/contests', {
  summary: 'Contests that are announced, the newest first',
  access: 'anyone',
  reply: ContestList,
})
const home = route('GET /api/contests/{slug}', {
  summary: 'One of them: rounds, rules, and the time by the server’s clock',
  access: 'anyone',
  params: bySlug,
  reply: ContestHome,
  problems: ['contest.not_found'],
})
const own = route('GET /api/me/contests/{slug}', {
  summary: 'My entry and my papers',
  access: 'citizen',
  params: bySlug,
  reply: OwnContest,
  problems: ['contest.not_found'],
})
const entry = route('GET /api/contests/{slug}/entry', {
  summary: 'How I have entered',
  access: 'citizen',
  params: bySlug,
  reply: Entry,
  problems: ['contest.not_found', 'contest.entry_missing'],
})
const enter = route('POST /api/contests/{slug}/entry', {
  summary: 'Enter, once for each person whom Zalo names; a retry says the same',
  access: 'citizen',
  params: bySlug,
  body: NewEntry,
  reply: Entry,
  status: 201,
  problems: [
    ...(['contest.not_found', 'citizen.zalo_only', 'contest.already_entered', 'contest.entry_closed'] as const),
    ...(['contest.age_refused', 'contest.code_unknown', 'contest.too_many_codes', 'consent.text_changed'] as const),
  ],
})
const guardianLink = route('POST /api/contests/{slug}/guardian-link', {
  summary: 'A link by which a parent agrees, once; a new one closes the one before',
  access: 'citizen',
  params: bySlug,
  reply: GuardianLink,
  problems: ['contest.entry_missing', 'guardian.link_not_found'],
})
const guardianAsked = route('POST /api/guardian-links/read', {
  summary: 'What a parent is asked to agree to',
  access: 'anyone',
  body: GuardianToken,
  reply: GuardianAsked,
  problems: ['guardian.link_not_found'],
})
const guardianAgreed = route('POST /api/guardian-links/agreement', {
  summary: 'Agree as a parent',
  access: 'anyone',
  body: GuardianAgreement,
  reply: GuardianAgreed,
  problems: ['guardian.link_not_found', 'consent.text_changed'],
})

export function contestDoors(api: Api) {
  api.serve(list, (ctx) => listAnnounced(ctx))
  api.serve(home, (ctx, { params }) => showContest(ctx, params.slug))
  api.serveCitizen(own, (ctx, { params }) => showOwnContest(ctx, params.slug))
  api.serveCitizen(entry, (ctx, { params }) => showEntry(ctx, params.slug))
  api.serveCitizen(enter, (ctx, { params, body }) => enterContest(ctx, params.slug, body))
  api.serveCitizen(guardianLink, (ctx, { params }) => makeGuardianLink(ctx, params.slug))
  api.serve(guardianAsked, (ctx, { body }) => readGuardianLink(ctx, body.token))
  api.serve(guardianAgreed, (ctx, { body }) => agreeByGuardianLink(ctx, body))
}
