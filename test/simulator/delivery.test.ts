import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sealEvent } from '../../simulator/delivery.ts'
import type { Weather } from '../../simulator/oa-settings.ts'
import { LAN, MINH, openAccount, openListener } from './account.ts'

const MINUTE_MS = 60_000
const SECRET_KEY = 'demo key of the account'

function isSigned(raw: Buffer, header: unknown) {
  const { timestamp } = JSON.parse(raw.toString())
  const mac = createHash('sha256').update('1000').update(raw).update(String(timestamp)).update(SECRET_KEY)
  return header === `mac=${mac.digest('hex')}`
}

type Wish = { answer?: (count: number) => number | 'silence' } & Partial<Weather>

async function openHeard({ answer, ...weather }: Wish = {}) {
  const listener = await openListener(answer)
  const account = await openAccount({ weather: { oaUrl: listener.url, ...weather } })
  return { ...account, ...listener, stopListener: listener.stop, url: account.url }
}

test('the signature of the documentation', () => {
  const event = {
    app_id: '1234567890123456789',
    sender: { id: '246845883529197922' },
    user_id_by_app: '552177279717587730',
    recipient: { id: '388613280878808645' },
    event_name: 'user_send_text',
    message: { text: 'Thủ tục đăng ký khai sinh?', msg_id: '96d3cdf3af150460909' },
    timestamp: '1758873600000',
  }
  const { body, headers } = sealEvent(event, { appId: '1234567890123456789', secretKey: 'OA_SECRET_KEY_EXAMPLE' })
  expect([body.length, headers['x-zevent-signature']]).toEqual([
    291,
    'mac=d3cee94506fa2ba971e342eae1593d701e2a17eee319c0e4f73995111bd130a3',
  ])
})

test('what a person does arrives as Zalo writes it, in their order, signed over the very bytes', async () => {
  const { control, delivery, heard, url } = await openHeard()
  await control(`/user/${LAN}/follow`, {})
  const { messageId } = (await control(`/user/${LAN}/text`, { text: 'giấy tờ gì? 😀' })).body
  await control(`/user/${LAN}/tap`, { payload: '#quiz:1:2:B', hidden: true })
  await control(`/user/${LAN}/image`, {})
  await control(`/user/${LAN}/location`, { latitude: '11.3100', longitude: '106.0990' })
  await control(`/user/${LAN}/file`, { base64: 'JVBERg==', name: 'don.pdf' })
  await control(`/user/${LAN}/sticker`, {})
  await control(`/user/${LAN}/audio`, { base64: 'AAAA' })
  await control(`/user/${LAN}/submit_info`, { city: 'Tây Ninh' })
  await control(`/user/${LAN}/react`, { messageId, icon: '/-heart' })
  await control(`/user/${LAN}/unfollow`, { source: 'oa_profile' })
  await control(`/user/${LAN}/withdraw`, {})
  await delivery.settled()
  expect(heard.map(({ json }) => json.event_name)).toEqual([
    ...['follow', 'user_send_text', 'user_send_text', 'user_send_image', 'user_send_location', 'user_send_file'],
    ...[
      'user_send_sticker',
      'user_send_audio',
      'user_submit_info',
      'user_reacted_message',
      'unfollow',
      'user_withdraw',
    ],
  ])
  expect(heard.every(({ raw, headers }) => isSigned(raw, headers['x-zevent-signature']))).toBe(true)
  const [, text] = heard
  const image = heard[3]?.json.message as { attachments: { payload: { url: string } }[] }
  expect(text?.raw.toString()).toBe(
    `{"app_id":"1000","sender":{"id":"${LAN}"},"user_id_by_app":"4047671499938107249",` +
      `"recipient":{"id":"4018273645501928374"},"event_name":"user_send_text",` +
      `"message":{"text":"giấy tờ gì? 😀","msg_id":"${messageId}"},"timestamp":"1795399200000"}`,
  )
  const address = image.attachments[0]?.payload.url ?? ''
  const picture = await fetch(address)
  expect([address.startsWith(url), picture.headers.get('content-type')]).toEqual([true, 'image/png'])
  expect((await control('/user/1/text', { text: 'ai đó' })).status).toBe(404)
})

test('a person opens the chat once, and only who never wrote', async () => {
  const { driver, delivery, names } = await openHeard()
  driver.openChat(LAN)
  driver.openChat(LAN)
  driver.text(MINH, 'chào')
  driver.openChat(MINH)
  await delivery.settled()
  expect(names()).toEqual(['user_click_chatnow', 'user_send_text'])
})

test('after each message sent come its echo, its receipt and that it was seen; an officer has a number', async () => {
  const { driver, delivery, heard, say } = await openHeard()
  driver.follow(LAN)
  const { data } = (await say(LAN, { text: 'Chào chị' })).body
  driver.agentReplies(LAN, 'Tôi là cán bộ')
  await delivery.settled()
  expect(heard.slice(1).map(({ json }) => [json.event_name, json.sender, json.message])).toEqual([
    ['oa_send_text', { id: '4018273645501928374' }, { text: 'Chào chị', msg_id: data.message_id }],
    ['user_received_message', { id: '4018273645501928374' }, { msg_id: data.message_id }],
    ['user_seen_message', { id: LAN }, { msg_ids: [data.message_id] }],
    [
      'oa_send_text',
      { id: '4018273645501928374', admin_id: expect.any(String) },
      { text: 'Tôi là cán bộ', msg_id: expect.any(String) },
    ],
  ])
})

test('what was not taken comes again by the ladder, the same bytes with a number; then never until switched on', async () => {
  const { driver, delivery, heard, state, control } = await openHeard({ answer: () => 503 })
  driver.text(LAN, 'có ai không')
  const pauses = [0.5, 5, 15, 30, 60]
  await delivery.settled()
  for (const [at, minutes] of pauses.entries()) {
    state.advanceClock(minutes * MINUTE_MS - 1)
    await delivery.settled()
    expect(heard.length).toBe(at + 1)
    state.advanceClock(1)
    await delivery.settled()
  }
  expect(heard.map(({ headers }) => headers.num_retry)).toEqual([undefined, '1', '2', '3', '4', '5'])
  expect(new Set(heard.map(({ raw }) => raw.toString())).size).toBe(1)
  driver.text(LAN, 'vẫn không ai')
  await delivery.settled()
  expect([heard.length, delivery.isSubscribed()]).toEqual([6, false])
  await control('/webhook/enable', {})
  driver.text(LAN, 'lại có')
  await delivery.settled()
  expect(heard.length).toBe(7)
})

test('two seconds of silence are a failure; where only a closed door is tried again, an answer never is', async () => {
  const silent = await openHeard({ answer: (count) => (count === 1 ? 'silence' : 200), timeoutMs: 100 })
  silent.driver.text(LAN, 'chào')
  await silent.delivery.settled()
  silent.state.advanceClock(MINUTE_MS)
  await silent.delivery.settled()
  expect(silent.delivery.parcels()[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['timeout', 200])

  const strict = await openHeard({ answer: () => 500, retries: 'no_connection' })
  strict.driver.text(LAN, 'chào')
  await strict.delivery.settled()
  await strict.stopListener()
  strict.driver.text(LAN, 'chào lại')
  await strict.delivery.settled()
  expect(strict.delivery.parcels().map(({ state, attempts }) => [state, attempts[0]?.outcome])).toEqual([
    ['failed', 500],
    ['waiting', 'no_connection'],
  ])
})

test('bad weather: twice, in another order, late, with a wrong signature, rewritten, with a number for the time', async () => {
  const { driver, delivery, heard, control, state } = await openHeard()
  const after = async (weather: object, act: () => void) => {
    const calm = { duplicatePercent: 0, reorderPercent: 0, delayMs: 0, wrongSignaturePercent: 0 }
    await control('/weather', { ...calm, reserialisedPercent: 0, numberTimestampPercent: 0, ...weather })
    const before = heard.length
    act()
    await delivery.settled()
    return heard.slice(before).map(({ json, raw, headers }) => ({
      text: (json.message as { text: string }).text,
      isRight: isSigned(raw, headers['x-zevent-signature']),
      time: typeof json.timestamp,
    }))
  }
  const one = (text: string, isRight = true, time = 'string') => ({ text, isRight, time })
  expect(await after({ duplicatePercent: 100 }, () => driver.text(LAN, 'a'))).toEqual([one('a'), one('a')])
  expect(
    await after({ reorderPercent: 100 }, () => {
      driver.text(LAN, 'b')
      driver.text(LAN, 'c')
    }),
  ).toEqual([one('c'), one('b')])
  expect(await after({ delayMs: MINUTE_MS }, () => driver.text(LAN, 'd'))).toEqual([])
  expect(await after({}, () => state.advanceClock(MINUTE_MS))).toEqual([one('d')])
  expect(await after({ wrongSignaturePercent: 100 }, () => driver.text(LAN, 'e'))).toEqual([one('e', false)])
  expect(await after({ reserialisedPercent: 100 }, () => driver.text(LAN, 'f'))).toEqual([one('f', false)])
  expect(await after({ numberTimestampPercent: 100 }, () => driver.text(LAN, 'g'))).toEqual([one('g', true, 'number')])
  expect(await after({}, () => driver.text(LAN, 'đã\t😀', { mangle: 'escaped' }))).toEqual([one('đã\t😀')])
  expect(await after({}, () => driver.text(LAN, 'h', { mangle: 'newline' }))).toEqual([one('h')])
})

test('the check of the console, an event nobody knows, and a very long one', async () => {
  const { control, delivery, heard } = await openHeard()
  await control('/webhook/check', {})
  await control(`/user/${LAN}/unknown`, {})
  await control(`/user/${LAN}/unknown`, { name: 'user_send_text', length: 1_100_000 })
  await delivery.settled()
  expect(heard[0]?.json).toMatchObject({
    event_name: 'user_send_text',
    message: { text: 'This is testing message', msg_id: 'This is message id' },
  })
  expect(heard[1]?.json.event_name).toBe('user_did_something_new')
  expect(heard[2]?.raw.length).toBeGreaterThan(1024 * 1024)
})

test('the same seed draws the same weather', async () => {
  const draw = async () => {
    const { driver, delivery, heard } = await openHeard({ duplicatePercent: 50, seed: 11 })
    for (const text of 'abcdefgh') driver.text(LAN, text)
    await delivery.settled()
    return heard.map(({ json }) => (json.message as { text: string }).text).join('')
  }
  const first = await draw()
  expect([first.length > 8 && first.length < 16, await draw()]).toEqual([true, first])
})
