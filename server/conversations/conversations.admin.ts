import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import {
  Conversation,
  ConversationList,
  ConversationQuery,
  HandoffCounts,
  HandoffQueue,
  OfficerReply,
  TranscriptQuery,
} from './conversations.schemas.ts'
import { countHandoffs, listConversations, showConversation, showQueue } from './conversations.usecases.ts'
import { claimConversation, giveBack, replyToPerson } from './handoff.usecases.ts'

const read = { access: { may: 'chat.read' } } as const
const answer = { access: { may: 'chat.answer' } } as const
const byId = z.object({ id: z.string().min(1).max(80) })

const list = route('GET /admin/api/conversations', {
  ...read,
  summary: 'Who talks with us, the last to speak first; numbers instead of names',
  query: ConversationQuery,
  reply: ConversationList,
  problems: ['cursor.invalid'],
})
const queue = route('GET /admin/api/handoffs', {
  ...read,
  summary: 'Who waits for an officer, the longest first, and whom officers have taken',
  reply: HandoffQueue,
})
const counts = route('GET /admin/api/handoffs/counts', {
  ...read,
  summary: 'How many wait, and how many are mine',
  reply: HandoffCounts,
})
const show = route('GET /admin/api/conversations/{id}', {
  ...read,
  summary: 'What was said, masked, and what became of each thing we said; reading it is written down',
  params: byId,
  query: TranscriptQuery,
  reply: Conversation,
  problems: ['conversation.not_found', 'cursor.invalid'],
})
const claim = route('POST /admin/api/conversations/{id}/claim', {
  ...answer,
  summary: 'Answer this person oneself; the bot is silent from here',
  params: byId,
  reply: Conversation,
  problems: ['conversation.not_found', 'conversation.taken'],
})
const reply = route('POST /admin/api/conversations/{id}/replies', {
  ...answer,
  summary: 'Say something to somebody one has taken',
  params: byId,
  body: OfficerReply,
  reply: Conversation,
  status: 201,
  problems: ['conversation.not_found', 'conversation.not_yours'],
})
const back = route('POST /admin/api/conversations/{id}/return', {
  ...answer,
  summary: 'Give the person back to the bot',
  params: byId,
  reply: Conversation,
  problems: ['conversation.not_found', 'conversation.not_yours'],
})

export function conversationDoors(api: StaffApi) {
  api.serve(list, (ctx, { query }) => listConversations(ctx, query))
  api.serve(queue, (ctx) => showQueue(ctx))
  api.serve(counts, (ctx) => countHandoffs(ctx))
  api.serve(show, (ctx, { params, query }) => showConversation(ctx, params.id, query))
  api.serve(claim, (ctx, { params }) => claimConversation(ctx, params.id))
  api.serve(reply, (ctx, { params, body }) => replyToPerson(ctx, params.id, body))
  api.serve(back, (ctx, { params }) => giveBack(ctx, params.id))
}
