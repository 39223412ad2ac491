import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { Done, NewSession, OpenedSession, Phone, PhoneRequest, Session } from './citizens.schemas.ts'
import { endSession, openSession, readOwnPhone, showSession } from './citizens.usecases.ts'
import { ChatLinkCode } from './link.schemas.ts'
import { makeChatLink } from './link.usecases.ts'

const open = route('POST /api/session', {
  summary: 'Open a session: of the person behind a Zalo access token, or without one of this device',
  access: 'anyone',
  body: NewSession,
  reply: OpenedSession,
  status: 201,
  problems: ['citizen.too_many_sessions', 'zalo.token_refused', 'zalo.outside_vietnam', 'zalo.unreachable'],
})
const show = route('GET /api/session', {
  summary: 'Whose session this is: known to Zalo, or a device',
  access: 'citizen',
  reply: Session,
})
const end = route('DELETE /api/session', { summary: 'End this session', access: 'citizen', reply: Done })
const phone = route('POST /api/session/phone', {
  summary: 'The phone number the person has just agreed to give through Zalo; it is not kept',
  access: 'citizen',
  body: PhoneRequest,
  reply: Phone,
  problems: [
    ...(['citizen.zalo_only', 'citizen.too_many_phones', 'zalo.token_refused'] as const),
    ...(['zalo.outside_vietnam', 'zalo.unreachable', 'zalo.phone_refused'] as const),
  ],
})

const chatLink = route('POST /api/me/chat-link', {
  summary: 'A code that joins the chat with the Official Account to me: six digits, ten minutes, one use',
  access: 'citizen',
  reply: ChatLinkCode,
  status: 201,
  problems: ['citizen.too_many_link_codes'],
})

export function citizenDoors(api: Api) {
  api.serve(open, (ctx, { body }, from) => openSession(ctx, body, from))
  api.serveCitizen(show, (ctx) => showSession(ctx))
  api.serveCitizen(end, (ctx) => endSession(ctx))
  api.serveCitizen(phone, (ctx, { body }) => readOwnPhone(ctx, body))
  api.serveCitizen(chatLink, (ctx) => makeChatLink(ctx))
}
