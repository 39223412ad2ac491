import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { ConsentParams, Consents, Erased, NewConsent, OwnData, Purposes } from './consents.schemas.ts'
import { grantConsent, listOwnConsents, withdrawConsent } from './consents.usecases.ts'
import { eraseMe, exportMine } from './erasure.usecases.ts'
import { listPurposes } from './purposes.ts'

const purposes = route('GET /api/purposes', {
  summary: 'What a person may be asked to agree to, in the words that are kept as evidence',
  access: 'anyone',
  reply: Purposes,
})
const list = route('GET /api/me/consents', {
  summary: 'What I have agreed to and taken back',
  access: 'citizen',
  reply: Consents,
})
const grant = route('POST /api/me/consents', {
  summary: 'Agree to a purpose, by the version of the text that was shown',
  access: 'citizen',
  body: NewConsent,
  reply: Consents,
  problems: ['consent.text_changed'],
})
const withdraw = route('DELETE /api/me/consents/{purpose}', {
  summary: 'Take an agreement back',
  access: 'citizen',
  params: ConsentParams,
  reply: Consents,
})
const exported = route('GET /api/me/export', {
  summary: 'Everything that is kept about me, and why',
  access: 'citizen',
  reply: OwnData,
})
const erase = route('POST /api/me/erasure', {
  summary: 'Erase everything that is kept about me; it cannot be undone',
  access: 'citizen',
  reply: Erased,
})

export function privacyDoors(api: Api) {
  api.serve(purposes, async () => listPurposes())
  api.serveCitizen(list, (ctx) => listOwnConsents(ctx))
  api.serveCitizen(grant, (ctx, { body }) => grantConsent(ctx, body))
  api.serveCitizen(withdraw, (ctx, { params }) => withdrawConsent(ctx, params.purpose))
  api.serveCitizen(exported, (ctx) => exportMine(ctx))
  api.serveCitizen(erase, (ctx) => eraseMe(ctx))
}
