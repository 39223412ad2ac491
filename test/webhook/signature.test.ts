import { describe, expect, test } from 'vitest'
import { readSignedEvent } from '../../server/zalo/oa-signature.ts'
import { seededRandom } from './random.ts'
import { macOf, OA, says, signed } from './zalo-sends.ts'

const GOLDEN = {
  appId: '1234567890123456789',
  secretKey: 'OA_SECRET_KEY_EXAMPLE',
  body:
    '{"app_id":"1234567890123456789","sender":{"id":"246845883529197922"},"user_id_by_app":"552177279717587730",' +
    '"recipient":{"id":"388613280878808645"},"event_name":"user_send_text","message":{"text":"Thủ tục đăng ký khai sinh?",' +
    '"msg_id":"96d3cdf3af150460909"},"timestamp":"1758873600000"}',
  mac: 'mac=d3cee94506fa2ba971e342eae1593d701e2a17eee319c0e4f73995111bd130a3',
}

const isBelieved = (body: string | Buffer, mac: string | undefined, settings = OA) =>
  readSignedEvent(Buffer.from(body as string), mac, settings) !== undefined

describe('the signature of an event', () => {
  test('of the documented example is right, with its secret alone', () => {
    expect(Buffer.byteLength(GOLDEN.body)).toBe(291)
    expect(readSignedEvent(Buffer.from(GOLDEN.body), GOLDEN.mac, GOLDEN)).toMatchObject({
      message: { text: 'Thủ tục đăng ký khai sinh?' },
    })
    expect(isBelieved(GOLDEN.body, GOLDEN.mac, { ...OA, ...GOLDEN, secretKey: 'the secret of the app' })).toBe(false)
    expect(isBelieved(GOLDEN.body, GOLDEN.mac, { ...OA, ...GOLDEN, appId: '1' })).toBe(false)
  })

  test.each([
    ['without its name', (mac: string) => mac.slice('mac='.length)],
    ['with a space', (mac: string) => mac.replace('mac=', 'mac = ')],
    ['in quotes', (mac: string) => `"${mac}"`],
  ])('is understood %s', (_, write) => {
    expect(isBelieved(GOLDEN.body, write(GOLDEN.mac), { ...OA, ...GOLDEN })).toBe(true)
  })

  test.each([
    ['nothing', undefined],
    ['an empty one', ''],
    ['half of it', GOLDEN.mac.slice(0, 40)],
    ['of zeros', `mac=${'0'.repeat(64)}`],
    ['twice', `${GOLDEN.mac}, ${GOLDEN.mac}`],
  ])('is not %s', (_, mac) => {
    expect(isBelieved(GOLDEN.body, mac, { ...OA, ...GOLDEN })).toBe(false)
  })

  test('of a thousand events with one byte changed, in the body, its time or the header, none is believed', () => {
    const random = seededRandom(20261123)
    const { body, mac } = signed(says('Con tôi chuyển trường cần giấy tờ gì? 😀'))
    const raw = Buffer.from(body)
    const at = raw.indexOf('"timestamp"')
    const changeIn = (bytes: Buffer, from: number, to: number) => {
      const changed = Buffer.from(bytes)
      const place = from + Math.floor(random() * (to - from))
      changed[place] = ((changed[place] ?? 0) + 1 + Math.floor(random() * 255)) % 256
      return changed
    }
    const believed = Array.from({ length: 1_000 }, (_, count) => {
      if (count % 3 === 0) return isBelieved(raw, changeIn(Buffer.from(mac), 0, mac.length).toString('latin1'))
      const changed = count % 3 === 1 ? changeIn(raw, 0, raw.length) : changeIn(raw, at, raw.length)
      return readSignedEvent(changed, mac, OA) !== undefined
    }).filter(Boolean)
    expect(isBelieved(raw, mac)).toBe(true)
    expect(believed).toEqual([])
  })

  test.each([
    ['letters written as escapes', '{"a":"\\u00e0","timestamp":"1758873600000"}', '1758873600000'],
    ['escaped slashes', '{"a":"https:\\/\\/x.vn","timestamp":"1758873600000"}', '1758873600000'],
    ['1.0', '{"a":1.0,"timestamp":"1758873600000"}', '1758873600000'],
    ['more digits than a number holds', '{"a":12345678901234567890,"timestamp":"1758873600000"}', '1758873600000'],
    ['a time that is a number', '{"timestamp":1758873600000}', '1758873600000'],
    ['a time written as 1.0', '{"timestamp" : 1.0}', '1.0'],
    ['a time of twenty digits', '{"timestamp":12345678901234567890}', '12345678901234567890'],
    ['the same field twice', '{"a":1,"a":2,"timestamp":"1","timestamp":"2"}', '2'],
    ['a line end at the end', '{"timestamp":"1758873600000"}\n', '1758873600000'],
  ])('is over the very bytes: %s', (_, body, timestamp) => {
    expect(isBelieved(body, macOf(body, timestamp))).toBe(true)
    // What a server that parses first and signs afterwards would look at.
    const again = JSON.stringify(JSON.parse(body))
    if (again !== body) expect(isBelieved(again, macOf(body, timestamp))).toBe(false)
  })

  test.each([
    ['no JSON', 'x'],
    ['a list', '[]'],
    ['no time', '{}'],
    ['a time that is no text', '{"timestamp":{}}'],
  ])('is not asked of what is no event: %s', (_, body) => {
    expect(isBelieved(body, macOf(body, ''))).toBe(false)
  })

  test('is not asked of bytes that are no text', () => {
    const body = Buffer.from([0x7b, 0xff, 0x7d])
    expect(readSignedEvent(body, macOf(body, ''), OA)).toBeUndefined()
  })
})
