import type { Driver } from './driver.ts'
import { readMessage } from './message-shape.ts'
import type { Oa } from './oa.ts'
import { type Answer, type Asked, invalid, refuse, type Serve } from './openapi.ts'
import { isNight, refusePerson, spend } from './send-rules.ts'
import type { State } from './state.ts'
import type { Uploads } from './uploads.ts'

const REACTIONS = 50
type Deps = { state: State; oa: Oa; driver: Driver; uploads: Uploads; articles: { has: (id: string) => boolean } }

/** Writing to one person, to many through an article, and to those who did not say who they are. */
export function messageDoors(serve: Serve, deps: Deps) {
  serve('post', '/v3.0/oa/message/cs', (asked) => consult(asked, deps))
  serve('post', '/v2.0/oa/message', (asked) => oldMessage(asked, deps))
  serve('post', '/v3.0/oa/group/message', ({ body }) => toGroup(body, deps))
  for (const path of ['/v3.0/oa/message/transaction', '/v3.0/oa/message/promotion'])
    serve('post', path, () => refuse(-240, 'This API has been shut down, use template message by UID instead'))
}

function consult({ body }: Asked, { state, oa, driver, uploads }: Deps): Answer {
  const userId = textAt(body, 'recipient', 'user_id')
  if (userId === undefined) return invalid('user_id')
  const message = readMessage(body.message)
  if ('wrong' in message) return message.wrong
  const hasDress = message.buttons.length > 0 || message.kind === 'list'
  if (hasDress && oa.settings.buttons === 'reject') return invalid('message.attachment.payload.buttons')
  if (message.uploadId !== undefined && !uploads.has(message.uploadId))
    return refuse(-100, `attachment_id ${message.uploadId} was expired`)
  if (message.quote !== undefined && oa.findLine(message.quote)?.userId !== userId) return invalid('quote_message_id')
  const person = oa.find(userId)
  const refused = refusePerson(person, state.time())
  if (refused || !person) return refused ?? invalid('user_id')
  if (oa.settings.refusesAtNight && isNight(state.time())) return refuse(-234, 'Message cannot be sent at night')
  const quota = spend(person, oa, state.time())
  if (quota === undefined) return refuse(-211, 'Out of quota')
  const { kind, text, buttons, url } = message
  const media = url === undefined ? null : { url }
  const line = oa.say({ userId, by: 'oa', kind, text, buttons, media, messageId: oa.newMessageId() })
  driver.afterSending(userId, line)
  return { data: { message_id: line.messageId, user_id: userId, sent_time: String(line.at), quota } }
}

function oldMessage({ body }: Asked, deps: Deps): Answer {
  if (typeof body.sender_action === 'object') return react(body, deps)
  if (textAt(body, 'recipient', 'anonymous_id') !== undefined) return toAnonymous(body, deps)
  const recipient = body.recipient as { target?: unknown } | undefined
  if (typeof recipient?.target === 'object' && recipient.target !== null) return broadcast(body, deps)
  return refuse(-240, 'MessageV2 API has been shut down, please upgrade to MessageV3 API')
}

function react(body: Record<string, unknown>, { oa }: Deps): Answer {
  const userId = textAt(body, 'recipient', 'user_id')
  const messageId = textAt(body, 'sender_action', 'react_message_id')
  const icon = textAt(body, 'sender_action', 'react_icon')
  if (userId === undefined || icon === undefined) return invalid('sender_action')
  if (messageId === undefined || oa.findLine(messageId)?.userId !== userId) return invalid('react_message_id')
  const reacted = oa.lines(userId).filter((line) => line.kind === 'react' && line.by === 'oa')
  if (reacted.filter(({ media }) => media?.name === messageId).length >= REACTIONS)
    return refuse(-210, 'Too many reactions')
  oa.say({ userId, by: 'oa', kind: 'react', text: icon, media: { name: messageId }, messageId: null })
  return { data: { message_id: messageId, user_id: userId } }
}

function toAnonymous(body: Record<string, unknown>, { oa }: Deps): Answer {
  const userId = textAt(body, 'recipient', 'anonymous_id') ?? ''
  const conversation = textAt(body, 'recipient', 'conversation_id')
  const message = readMessage(body.message)
  if ('wrong' in message) return message.wrong
  if (conversation !== `conversation-${userId}` || oa.lines(userId).length === 0) return invalid('conversation_id')
  const line = oa.say({ userId, by: 'oa', kind: message.kind, text: message.text, messageId: oa.newMessageId() })
  return { data: { message_id: line.messageId, anonymous_id: userId, conversation_id: conversation } }
}

/** To every follower: an article and nothing else, by day and nothing else. */
function broadcast(body: Record<string, unknown>, { state, oa, articles }: Deps): Answer {
  const payload = (body.message as { attachment?: { payload?: Record<string, unknown> } } | undefined)?.attachment
    ?.payload
  const elements = payload?.elements as { media_type?: unknown; attachment_id?: unknown }[] | undefined
  const [element] = Array.isArray(elements) ? elements : []
  if (payload?.template_type !== 'media' || element?.media_type !== 'article') return invalid('media_type')
  const articleId = String(element.attachment_id ?? '')
  if (!articles.has(articleId)) return invalid('attachment_id')
  if (isNight(state.time())) return refuse(-234, 'Message cannot be sent at night')
  const messageId = oa.newMessageId()
  for (const person of oa.met().filter(({ isFollower, refuses }) => isFollower && !refuses))
    oa.say({ userId: person.userId, by: 'oa', kind: 'article', text: '', media: { name: articleId }, messageId })
  return { data: { message_id: messageId } }
}

function toGroup(body: Record<string, unknown>, { oa }: Deps): Answer {
  const groupId = textAt(body, 'recipient', 'group_id')
  if (groupId === undefined) return invalid('group_id')
  const message = readMessage(body.message)
  if ('wrong' in message) return message.wrong
  const userId = `group:${groupId}`
  const line = oa.say({ userId, by: 'oa', kind: message.kind, text: message.text, messageId: oa.newMessageId() })
  return { data: { message_id: line.messageId, group_id: groupId } }
}

/** A string two steps down; numbers are refused, since they have lost their last digits. */
function textAt(body: Record<string, unknown>, first: string, second: string): string | undefined {
  const within = body[first]
  const value = typeof within === 'object' && within !== null ? (within as Record<string, unknown>)[second] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}
