import { createHash, timingSafeEqual } from 'node:crypto'
import type { Inbound } from '../chat/channel.ts'
import type { SentFile } from '../chat/intent.ts'
import { type Body, numberOf, partOf, textOf } from './loose-body.ts'

const SAID = /^message\.(text|image|sticker|voice|link)\.received$/

/** Whether the header `X-Bot-Api-Secret-Token` is the secret we have given to Zalo; a body of a bot is not signed. */
export function isBotSecret(header: string | undefined, secret: string) {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return header !== undefined && timingSafeEqual(digest(header), digest(secret))
}

/** The documents wrap an event in `result`, the live platform does not. */
export function unwrapBotEvent(body: Body): Body {
  return textOf(body.event_name) === undefined ? partOf(body, 'result') : body
}

export function describeBotEvent(event: Body) {
  const message = partOf(event, 'message')
  return {
    name: textOf(event.event_name) ?? '',
    userId: textOf(partOf(message, 'chat').id),
    messageId: textOf(message.message_id),
    happenedMs: numberOf(message.date),
  }
}

/** Reads an event of the bot; groups are not answered. */
export function parseBotEvent(body: Body): Inbound {
  const event = unwrapBotEvent(body)
  const message = partOf(event, 'message')
  const chat = partOf(message, 'chat')
  const { name, userId, happenedMs } = describeBotEvent(event)
  if (userId === undefined || !SAID.test(name) || (textOf(chat.chat_type) ?? 'PRIVATE') !== 'PRIVATE')
    return { kind: 'other' }
  const text = textOf(message.text) ?? textOf(message.caption) ?? ''
  const heard = { key: '', text, files: filesOf(message), location: null }
  return { kind: 'said', userId, userIdByApp: null, heard, atMs: happenedMs ?? 0 }
}

function filesOf(message: Body): SentFile[] {
  const [photo, voice] = [textOf(message.photo_url) ?? textOf(message.photo), textOf(message.voice_url)]
  return [
    ...(photo === undefined ? [] : [{ kind: 'image' as const, url: photo, name: null }]),
    ...(voice === undefined ? [] : [{ kind: 'audio' as const, url: voice, name: null }]),
  ]
}
