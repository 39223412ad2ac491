import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { InboxMessages, InboxMessagesQuery } from './inbox.schemas.ts'
import { listMyMessages, readMyMessages } from './inbox.usecases.ts'

const list = route('GET /api/me/messages', {
  summary: 'What I was told, newest first',
  access: 'citizen',
  query: InboxMessagesQuery,
  reply: InboxMessages,
})
const read = route('POST /api/me/messages/read', {
  summary: 'I have seen them all',
  access: 'citizen',
  reply: InboxMessages,
})

export function inboxDoors(api: Api) {
  api.serveCitizen(list, (ctx, { query }) => listMyMessages(ctx, query))
  api.serveCitizen(read, (ctx) => readMyMessages(ctx))
}
