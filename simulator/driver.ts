import type { Delivery, Mangle } from './delivery.ts'
import * as events from './events.ts'
import type { Media } from './media.ts'
import type { Line, Oa, OaPerson } from './oa.ts'
import type { State } from './state.ts'
import { signMiniAppEvent } from './webhook.ts'

export const AGENT_ID = '5120987342210067451'
export type Driver = ReturnType<typeof createDriver>
type HowSent = { mangle?: Mangle | undefined }
type Info = { name?: string; phone?: string; city?: string; ward?: string; address?: string }

/** What people do on their phones: each becomes a line of the transcript and an event on its way. */
export function createDriver({
  state,
  oa,
  delivery,
  media,
}: {
  state: State
  oa: Oa
  delivery: Delivery
  media: Media
}) {
  function about(person: OaPerson): events.About {
    const { appId, oaId } = oa.settings
    return { appId, oaId, userId: person.userId, userIdByApp: person.userIdByApp, at: state.time() }
  }
  function meet(userId: string): OaPerson {
    const person = oa.find(userId)
    if (!person) throw new Error(`nobody has the number ${userId}`)
    return person
  }
  /** Anything that opens the windows. */
  function said(
    userId: string,
    line: Partial<Line> & { kind: string },
    message: object,
    how: HowSent & { id?: string },
  ) {
    const person = meet(userId)
    const messageId = how.id ?? oa.newMessageId()
    oa.interact(person)
    oa.say({ userId, by: 'person', text: '', messageId, ...line })
    const event = events.personSaid(about(person), `user_send_${line.kind}`, orderOf(line.kind, message, messageId))
    delivery.deliver(userId, event, how.mangle)
    return messageId
  }
  function sendFile(
    userId: string,
    kind: 'image' | 'file' | 'audio',
    file: { bytes: Buffer; type: string; name: string },
  ) {
    const kept = media.keep(file)
    const payload = {
      image: { thumbnail: kept.url, url: kept.url },
      file: { size: String(file.bytes.length), name: file.name, checksum: kept.md5, type: kept.ending, url: kept.url },
      audio: { url: kept.url },
    }[kind]
    const message = { ...(kind === 'image' ? { text: '' } : {}), attachments: [{ type: kind, payload }] }
    return said(userId, { kind, media: { url: kept.url, name: file.name } }, message, {})
  }

  return {
    text(userId: string, text: string, { quote, mangle, id }: HowSent & { quote?: string; id?: string } = {}) {
      const quoted = quote === undefined ? {} : { quote_msg_id: quote }
      return said(userId, { kind: 'text', text }, { text, ...quoted }, { mangle, ...(id ? { id } : {}) })
    },
    /** A tap: an ordinary text whose words are the payload. A link or a telephone number tells the account nothing. */
    tap(userId: string, { payload, hidden = false }: { payload: string; hidden?: boolean }) {
      return said(userId, { kind: 'text', text: payload, hidden }, { text: payload }, {})
    },
    sendFile,
    location(userId: string, { latitude, longitude }: { latitude: string; longitude: string }) {
      const coordinates = { latitude, longitude }
      const message = { text: '', attachments: [{ type: 'location', payload: { coordinates } }] }
      return said(userId, { kind: 'location', media: coordinates }, message, {})
    },
    sticker(userId: string, id = '20644') {
      const url = `https://zalo-api.zadn.vn/api/emoticon/sprite?eid=${id}`
      return said(userId, { kind: 'sticker' }, { attachments: [{ type: 'sticker', payload: { id, url } }] }, {})
    },
    follow(userId: string, source = 'oa_profile') {
      const person = meet(userId)
      person.isFollower = true
      oa.interact(person)
      oa.say({ userId, by: 'person', kind: 'follow', text: '', messageId: null })
      delivery.deliver(userId, events.followChanged(about(person), 'follow', source))
    },
    /** Ends the windows too: nothing reaches somebody who has left. */
    unfollow(userId: string, source = 'oa_profile') {
      const person = meet(userId)
      person.isFollower = false
      person.lastInteractionMs = null
      oa.say({ userId, by: 'person', kind: 'unfollow', text: '', messageId: null })
      delivery.deliver(userId, events.followChanged(about(person), 'unfollow', source))
    },
    /** Once for each person, and only who has never written. */
    openChat(userId: string) {
      const person = meet(userId)
      if (person.hasOpenedChat || oa.lines(userId).some(({ by }) => by === 'person')) return
      person.hasOpenedChat = true
      oa.interact(person)
      delivery.deliver(userId, events.personOpenedChat(about(person)))
    },
    submitInfo(userId: string, { name, phone, city = '', ward = '', address = '' }: Info = {}) {
      const person = meet(userId)
      const own = state.findOaUser(userId)
      const full_address = { user_city: city, user_ward: ward, user_address: address }
      const told = {
        name: name ?? person.name,
        phone: phone ?? own?.phone ?? '',
        user_dob: '',
        gender: '',
        full_address,
      }
      oa.interact(person)
      oa.say({ userId, by: 'person', kind: 'submit_info', text: told.name, messageId: null })
      delivery.deliver(userId, events.personSubmitted(about(person), told))
    },
    /** Opens no window. */
    react(userId: string, { messageId, icon }: { messageId: string; icon: string }) {
      oa.say({ userId, by: 'person', kind: 'react', text: icon, messageId: null })
      delivery.deliver(userId, events.personReacted(about(meet(userId)), { msg_id: messageId, react_icon: icon }))
    },
    /** Asks that everything about them be deleted. */
    withdraw(userId: string) {
      const person = meet(userId)
      person.isFollower = false
      person.lastInteractionMs = null
      delivery.deliver(userId, events.personWithdrew(about(person)))
    },
    anonymousText(anonymousId: string, text: string) {
      const said = { anonymousId, text, msg_id: oa.newMessageId(), conversation_id: `conversation-${anonymousId}` }
      oa.say({ userId: anonymousId, by: 'person', kind: 'text', text, messageId: said.msg_id })
      delivery.deliver(anonymousId, events.anonymousSaid({ ...oa.settings, at: state.time() }, said))
    },
    /** An officer writes in Zalo's own console. */
    agentReplies(userId: string, text: string) {
      const messageId = oa.newMessageId()
      oa.say({ userId, by: 'agent', kind: 'text', text, messageId })
      const message = { text, msg_id: messageId }
      delivery.deliver(userId, events.oaSaid(about(meet(userId)), 'oa_send_text', { message, adminId: AGENT_ID }))
      return messageId
    },
    /** What follows a message sent through the API: the account's own words come back, then the phone tells. */
    afterSending(userId: string, line: Line) {
      const person = oa.find(userId)
      const messageId = line.messageId ?? ''
      if (!person) return
      const echo = {
        text: line.text,
        msg_id: messageId,
        ...(line.media?.url ? { attachments: [attachmentOf(line)] } : {}),
      }
      if (oa.settings.echoes)
        delivery.deliver(userId, events.oaSaid(about(person), `oa_send_${line.kind}`, { message: echo }))
      if (!oa.settings.receipts) return
      delivery.deliver(userId, events.received(about(person), messageId))
      delivery.deliver(userId, events.seen(about(person), messageId))
    },
    /** In the Mini App: consent taken back, signed with a key and in a way of its own. */
    revokeConsent(userId: string) {
      const event = { event: 'user.revoke.consent', appId: oa.settings.appId, userId, timestamp: state.time() }
      const { body, signature } = signMiniAppEvent(event, oa.settings.miniAppKey ?? '')
      if (delivery.weather.miniAppUrl === null) return
      const headers = { 'x-zevent-signature': signature }
      delivery.post('mini app', delivery.weather.miniAppUrl, event.event, { body: Buffer.from(body), headers })
    },
    consoleCheck: () => delivery.deliver('console', events.consoleCheck({ ...oa.settings, at: state.time() })),
    /** An event of which nobody has heard, or a very long one. */
    unknown(userId: string, name = 'user_did_something_new', length = 0) {
      const message = { text: 'x'.repeat(length), msg_id: oa.newMessageId() }
      delivery.deliver(userId, events.personSaid(about(meet(userId)), name, message))
    },
  }
}

/** Zalo writes the number of a text after it, and before everything else. */
function orderOf(kind: string, message: object, messageId: string) {
  return kind === 'text' ? putAfterText(message, messageId) : { msg_id: messageId, ...message }
}

function putAfterText(message: object, messageId: string) {
  const { text, ...rest } = message as { text: string }
  return { text, msg_id: messageId, ...rest }
}

function attachmentOf({ kind, media }: Line) {
  return { type: kind, payload: { url: media?.url } }
}
