import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseBotEvent } from '../../server/zalo/bot-events.ts'
import { describeOaEvent, parseOaEvent } from '../../server/zalo/oa-events.ts'
import { says } from './zalo-sends.ts'

type Sample = Record<string, unknown> & { event_name?: string; event?: string }
const SAMPLES = JSON.parse(readFileSync(join(import.meta.dirname, 'zalo-events.json'), 'utf8')) as Sample[]
const MEANT: Record<string, string> = {
  ...{ user_send_text: 'said', user_send_image: 'said', user_send_file: 'said', user_send_location: 'said' },
  ...{ user_send_sticker: 'said', user_send_audio: 'said', user_send_video: 'said', user_send_link: 'said' },
  ...{ user_send_business_card: 'said', user_reacted_message: 'reacted', user_click_chatnow: 'opened_chat' },
  ...{ follow: 'followed', unfollow: 'unfollowed', user_received_message: 'delivered', user_seen_message: 'seen' },
  ...{ oa_send_text: 'echo', user_withdraw: 'withdrew' },
}
const sample = (name: string) => SAMPLES.find(({ event_name }) => event_name === name) ?? {}

describe('an event of the account', () => {
  const ofAccount = SAMPLES.filter(({ event_name }) => event_name && event_name !== 'message.text.received')

  test('every documented one means what it should, or nothing', () => {
    expect(ofAccount.length).toBeGreaterThan(25)
    const kinds = ofAccount.map((event) => [event.event_name, parseOaEvent(event).kind])
    expect(kinds).toEqual(ofAccount.map(({ event_name = '' }) => [event_name, MEANT[event_name] ?? 'other']))
  })

  test('every one names its app, and the account somewhere', () => {
    const told = ofAccount.map(describeOaEvent)
    expect(told.filter(({ appId }) => appId === undefined)).toEqual([])
    expect(told.filter(({ accounts }) => accounts.every((id) => id === undefined))).toEqual([])
  })

  test('with a picture, a file, a voice: its address, to be fetched once', () => {
    expect(parseOaEvent(sample('user_send_image'))).toMatchObject({
      heard: { text: '', files: [{ kind: 'image', url: 'http://f6.photo.talk.zdn.vn/example.jpg', name: null }] },
    })
    expect(parseOaEvent(sample('user_send_file'))).toMatchObject({
      heard: { files: [{ kind: 'file', name: 'developer.docx' }] },
    })
    expect(parseOaEvent(sample('user_send_audio'))).toMatchObject({ heard: { files: [{ kind: 'audio' }] } })
  })

  test('with a place: numbers, though Zalo writes them as texts', () => {
    expect(parseOaEvent(sample('user_send_location'))).toMatchObject({
      heard: { location: { latitude: 10.7642473, longitude: 106.6564314 }, files: [] },
    })
  })

  test('somebody’s card of another person is not taken in, nor a file without an address', () => {
    expect(parseOaEvent(sample('user_send_business_card'))).toMatchObject({ heard: { text: '', files: [] } })
    const message = { msg_id: 'x', attachments: [{ type: 'image', payload: {} }, { type: 'image' }, null, 7] }
    expect(parseOaEvent({ ...sample('user_send_image'), message })).toMatchObject({ heard: { files: [] } })
  })

  test('by an officer in Zalo’s console is told from our own', () => {
    const echo = sample('oa_send_text')
    expect(parseOaEvent(echo)).toMatchObject({ kind: 'echo', byOfficer: true, userId: '246845883529197922' })
    expect(parseOaEvent({ ...echo, sender: { id: '388613280878808645' } })).toMatchObject({ byOfficer: false })
  })

  test('with numbers where texts are usual is the same', () => {
    const event = { ...says('menu'), timestamp: 1758873600000 }
    expect(parseOaEvent(event)).toMatchObject({ kind: 'said', atMs: 1758873600000 })
  })

  test.each([
    ['a group', 'user_send_group_text'],
    ['a visitor without an account', 'anonymous_send_text'],
    ['nobody we know of', 'user_send_telepathy'],
  ])('from %s is not answered', (_, event_name) => {
    expect(parseOaEvent({ ...says('menu'), event_name })).toEqual({ kind: 'other' })
  })

  test('of any shape at all breaks nothing', () => {
    for (const body of [{}, { event_name: 7 }, { event_name: 'user_send_text', sender: 'x', message: [] }])
      expect(parseOaEvent(body)).toEqual({ kind: 'other' })
    expect(parseOaEvent({ event_name: 'user_send_text', sender: { id: '1' }, message: 7 })).toMatchObject({
      kind: 'said',
    })
  })
})

describe('an event of the bot', () => {
  const event = sample('message.text.received')

  test('is a word of somebody, wrapped or not', () => {
    const said = { kind: 'said', userId: '6ede9afa66b88fe6d6a9', atMs: 1750316131602, heard: { text: '/start' } }
    expect(parseBotEvent(event)).toMatchObject(said)
    expect(parseBotEvent({ ok: true, result: event })).toMatchObject(said)
  })

  test('may be a picture', () => {
    const message = {
      ...(event.message as object),
      text: undefined,
      photo_url: 'https://f.zdn.vn/a.jpg',
      caption: 'ảnh',
    }
    expect(parseBotEvent({ event_name: 'message.image.received', message })).toMatchObject({
      heard: { text: 'ảnh', files: [{ kind: 'image', url: 'https://f.zdn.vn/a.jpg' }] },
    })
  })

  test('in a group, or of an unknown name, is not answered', () => {
    const message = { ...(event.message as object), chat: { id: 'g', chat_type: 'GROUP' } }
    expect(parseBotEvent({ ...event, message })).toEqual({ kind: 'other' })
    expect(parseBotEvent({ ...event, event_name: 'message.unsupported.received' })).toEqual({ kind: 'other' })
    expect(parseBotEvent({})).toEqual({ kind: 'other' })
  })
})
