import type { Inbound } from '../chat/channel.ts'
import type { SentFile } from '../chat/intent.ts'
import { asBody, type Body, listOf, numberOf, partOf, textOf } from './loose-body.ts'

/** Texts, pictures, files…; not what is said in groups or by visitors without an account. */
const SAID = /^user_send_(text|image|gif|file|audio|video|location|sticker|link|business_card)$/
const ECHO = /^oa_send_(text|image|gif|list|file|sticker|template)$/

const FILE_KINDS: Record<string, SentFile['kind']> = {
  image: 'image',
  gif: 'image',
  file: 'file',
  audio: 'audio',
  video: 'video',
}

/** What an event of the Official Account says of itself, without a look at what was said. */
export function describeOaEvent(body: Body) {
  const message = partOf(body, 'message')
  return {
    name: textOf(body.event_name) ?? '',
    appId: textOf(body.app_id),
    /** Every place where the account's id may stand. */
    accounts: [partOf(body, 'recipient').id, partOf(body, 'sender').id, body.oa_id, body.oaId].map(textOf),
    userId: userOf(body),
    messageId: textOf(message.msg_id),
    happenedMs: numberOf(body.timestamp),
  }
}

/** Reads an event of the Official Account whose sender was verified; what we do not act on is `other`. */
export function parseOaEvent(body: Body): Inbound {
  const name = textOf(body.event_name) ?? ''
  const userId = userOf(body)
  if (userId === undefined) return { kind: 'other' }
  const atMs = numberOf(body.timestamp) ?? 0
  const who = { userId, userIdByApp: textOf(body.user_id_by_app) ?? null, atMs }
  const message = partOf(body, 'message')
  const messageId = textOf(message.msg_id) ?? ''
  if (SAID.test(name)) return { kind: 'said', ...who, heard: readHeard(message) }
  if (ECHO.test(name)) {
    const byOfficer = textOf(partOf(body, 'sender').admin_id) !== undefined
    return { kind: 'echo', userId, messageId, text: textOf(message.text) ?? '', byOfficer, atMs }
  }
  switch (name) {
    case 'follow':
      return { kind: 'followed', ...who }
    case 'unfollow':
      return { kind: 'unfollowed', ...who }
    case 'user_click_chatnow':
      return { kind: 'opened_chat', ...who }
    case 'user_withdraw':
      return { kind: 'withdrew', ...who }
    case 'user_reacted_message':
      return { kind: 'reacted', userId, messageId, icon: textOf(message.react_icon) ?? '', atMs }
    case 'user_received_message':
      return { kind: 'delivered', userId, messageIds: idsOf(message), atMs }
    case 'user_seen_message':
      return { kind: 'seen', userId, messageIds: idsOf(message), atMs }
    default:
      return { kind: 'other' }
  }
}

/** Whom an event is about: who sent it, to whom the account did, or who stands in a field of their own. */
function userOf(body: Body) {
  const name = textOf(body.event_name) ?? ''
  const [sender, recipient] = [partOf(body, 'sender').id, partOf(body, 'recipient').id].map(textOf)
  const isFromAccount = name.startsWith('oa_') || name === 'user_received_message'
  const spoken = isFromAccount ? recipient : sender
  return spoken ?? textOf(partOf(body, 'follower').id) ?? textOf(body.user_id)
}

function idsOf(message: Body) {
  return [message.msg_id, ...listOf(message, 'msg_ids')].map(textOf).filter((id) => id !== undefined)
}

/** A file without an address is as good as none: whoever asked for it asks again. The key is the event's, set later. */
function readHeard(message: Body) {
  const attachments = listOf(message, 'attachments')
    .map(asBody)
    .map((each) => ({ type: textOf(each.type) ?? '', payload: partOf(each, 'payload') }))
  const files = attachments.flatMap(({ type, payload }): SentFile[] => {
    const [kind, url] = [FILE_KINDS[type], textOf(payload.url)]
    return kind === undefined || url === undefined ? [] : [{ kind, url, name: textOf(payload.name) ?? null }]
  })
  const places = attachments.filter(({ type }) => type === 'location').map(({ payload }) => readPlace(payload))
  return { key: '', text: textOf(message.text) ?? '', files, location: places.find((place) => place !== null) ?? null }
}

function readPlace(payload: Body) {
  const coordinates = partOf(payload, 'coordinates')
  const [latitude, longitude] = [numberOf(coordinates.latitude), numberOf(coordinates.longitude)]
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude }
}
