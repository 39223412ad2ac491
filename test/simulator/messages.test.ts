import { expect, test } from 'vitest'
import { LAN, MINH, openAccount } from './account.ts'

const HOUR_MS = 3_600_000
const button = (title: string, payload: string) => ({ title, type: 'oa.query.hide', payload })
const dressed = (buttons: object[]) => ({ text: 'Chọn', attachment: { type: 'template', payload: { buttons } } })
const media = (element: object) => ({
  attachment: { type: 'template', payload: { template_type: 'media', elements: [element] } },
})

async function openFollower(wish: Parameters<typeof openAccount>[0] = {}) {
  const account = await openAccount(wish)
  account.driver.follow(LAN)
  const errorOf = async (message: object) => (await account.say(LAN, message)).body.error
  return { ...account, errorOf }
}

test('a text reaches its person, with a name and what is left as strings', async () => {
  const { say, oa } = await openFollower()
  const { status, body } = await say(LAN, { text: 'Chào chị' })
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      data: {
        message_id: expect.stringMatching(/^[0-9a-f]{20}$/),
        user_id: LAN,
        sent_time: '1795399200000',
        quota: { quota_type: 'reply', remain: '8', total: '8' },
      },
      error: 0,
      message: 'Success',
    },
  })
  expect(oa.lines(LAN).at(-1)).toMatchObject({
    by: 'oa',
    kind: 'text',
    text: 'Chào chị',
    messageId: body.data.message_id,
  })
})

test('limits of a message', async () => {
  const { errorOf, oa } = await openFollower()
  const five = Array.from({ length: 5 }, (_, at) => button(`Dòng ${at}`, `#${at}`))
  const cases: [object, number][] = [
    [{ text: 'ă'.repeat(2000) }, 0],
    [{ text: 'ă'.repeat(2001) }, -210],
    [{}, -201],
    [{ text: 7 }, -201],
    [dressed(five), 0],
    [dressed([...five, button('6', '6')]), -201],
    [dressed([button('t'.repeat(100), 'x'.repeat(1000))]), 0],
    [dressed([button('t'.repeat(101), 'x')]), -201],
    [dressed([button('t', 'x'.repeat(1001))]), -201],
    [dressed([{ title: 'Cổng', type: 'oa.open.url', payload: { url: 'https://dichvucong.gov.vn' } }]), 0],
    [dressed([{ title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '0912345678' } }]), -201],
    [dressed([{ title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '84912345678' } }]), 0],
    [dressed([{ title: 'Lạ', type: 'oa.postback', payload: 'x' }]), -201],
    [media({ media_type: 'image', url: 'https://example.gov.vn/a.jpg' }), 0],
    [media({ media_type: 'image', url: 'https://example.gov.vn/a.jpg', attachment_id: 'x' }), -201],
    [media({ media_type: 'image', attachment_id: 'never uploaded' }), -100],
    [media({ media_type: 'gif', url: 'https://example.gov.vn/a.gif' }), -201],
    [media({ media_type: 'article', attachment_id: 'x' }), -201],
    [{ text: 'về câu hỏi', quote_message_id: 'nobody said this' }, -201],
  ]
  for (const [message, error] of cases) expect([message, await errorOf(message)]).toEqual([message, error])
  const mine = oa.lines(LAN).findLast(({ by }) => by === 'oa')?.messageId
  expect(await errorOf({ text: 'về câu trên', quote_message_id: mine })).toBe(0)
})

test('contact details are asked for by one element and told in an event', async () => {
  const { errorOf } = await openFollower()
  const ask = (elements: object[]) => ({
    attachment: { type: 'template', payload: { template_type: 'request_user_info', elements } },
  })
  const element = { title: 'Sở GDĐT', subtitle: 'Xin thông tin', image_url: 'https://example.gov.vn/l.png' }
  expect([await errorOf(ask([element])), await errorOf(ask([element, element]))]).toEqual([0, -201])
})

test('an account without buttons refuses them, and takes the same words alone', async () => {
  const { errorOf } = await openFollower({ account: { buttons: 'reject' } })
  expect([await errorOf(dressed([button('1', '1')])), await errorOf({ text: '1' })]).toEqual([-201, 0])
})

test('free for 48 hours, paid for until the seventh day, then refused', async () => {
  const { say, state, oa, driver } = await openFollower({ account: { bought: 1 } })
  const outcome = async () => {
    const { body } = await say(LAN, { text: 'tin' })
    return body.error === 0 ? body.data.quota.quota_type : body.error
  }
  state.advanceClock(48 * HOUR_MS)
  expect(await outcome()).toBe('reply')
  state.advanceClock(1)
  expect([await outcome(), await outcome()]).toEqual(['purchase_quota', -211])
  oa.settings.bought = 5
  state.advanceClock(5 * 24 * HOUR_MS)
  expect(await outcome()).toBe(-230)
  driver.react(LAN, { messageId: 'x', icon: '/-strong' })
  expect(await outcome()).toBe(-230)
  driver.text(LAN, 'chào')
  expect(await outcome()).toBe('reply')
})

test('an account with eight free answers has them again when the person writes', async () => {
  const { say, driver } = await openFollower({ account: { freeReplies: 2, bought: 0 } })
  const left = async () => (await say(LAN, { text: 'tin' })).body
  expect([(await left()).data.quota.remain, (await left()).data.quota.remain, (await left()).error]).toEqual([
    '1',
    '0',
    -211,
  ])
  driver.text(LAN, 'còn đó không')
  expect((await left()).data.quota).toEqual({ quota_type: 'reply', remain: '1', total: '2' })
})

test('who does not follow, has left, or wants none of it, is not reached', async () => {
  const { say, driver, control, errorOf } = await openFollower()
  expect((await say(MINH, { text: 'tin' })).body.error).toBe(-213)
  expect((await say('999', { text: 'tin' })).body.error).toBe(-213)
  driver.text(MINH, 'tôi hỏi')
  expect((await say(MINH, { text: 'tin' })).body.error).toBe(0)
  await control(`/user/${LAN}/refuses`, { refuses: true })
  expect(await errorOf({ text: 'tin' })).toBe(-244)
  await control(`/user/${LAN}/refuses`, { refuses: false })
  driver.unfollow(LAN)
  expect(await errorOf({ text: 'tin' })).toBe(-213)
  driver.follow(LAN)
  expect(await errorOf({ text: 'tin' })).toBe(0)
})

test('at night, where the account is so', async () => {
  const { errorOf, state } = await openFollower({ account: { refusesAtNight: true } })
  expect(await errorOf({ text: '9 giờ sáng' })).toBe(0)
  state.advanceClock(13 * HOUR_MS)
  expect(await errorOf({ text: '22 giờ' })).toBe(-234)
  state.advanceClock(8 * HOUR_MS)
  expect(await errorOf({ text: '6 giờ' })).toBe(0)
})

test('more calls a minute than are allowed are -32, and the headers tell beforehand', async () => {
  const { say, state } = await openFollower({ account: { callsPerMinute: 2 } })
  const calls = [await say(LAN, { text: '1' }), await say(LAN, { text: '2' }), await say(LAN, { text: '3' })]
  expect(calls.map(({ body }) => body.error)).toEqual([0, 0, -32])
  expect(calls.map(({ headers }) => headers.get('x-ratelimit-remain'))).toEqual(['1', '0', '0'])
  expect(calls[0]?.headers.get('x-ratelimit-limit')).toBe('2')
  state.advanceClock(60_000)
  expect((await say(LAN, { text: '4' })).body.error).toBe(0)
})

test('what was shut down says so, and what never was is 404', async () => {
  const { post, url } = await openFollower()
  const old = { recipient: { user_id: LAN }, message: { text: 'tin' } }
  expect((await post('/v2.0/oa/message', old)).body.error).toBe(-240)
  expect((await post('/v3.0/oa/message/transaction', old)).body.error).toBeLessThan(0)
  expect((await post('/v3.0/oa/message/promotion', old)).body.error).toBeLessThan(0)
  const bare = await fetch(`${url}/v3.0/oa/message`, { method: 'POST' })
  expect([bare.status, await bare.text()]).toEqual([404, 'You are accessing an empty or invalid API'])
})

test('a reaction stands at its message; a group hears too; a stranger is answered in their conversation', async () => {
  const { post, driver, oa } = await openFollower()
  const messageId = driver.text(LAN, 'chào')
  const react = (id: string) =>
    post('/v2.0/oa/message', {
      recipient: { user_id: LAN },
      sender_action: { react_icon: '/-strong', react_message_id: id },
    })
  expect([(await react(messageId)).body.error, (await react('none')).body.error]).toEqual([0, -201])
  const group = await post('/v3.0/oa/group/message', { recipient: { group_id: 'g1' }, message: { text: 'tin' } })
  expect(group.body.data).toEqual({ message_id: expect.any(String), group_id: 'g1' })
  driver.anonymousText('a1', 'xin chào')
  const answer = (conversation_id: string) =>
    post('/v2.0/oa/message', { recipient: { anonymous_id: 'a1', conversation_id }, message: { text: 'chào' } })
  expect([(await answer('conversation-a1')).body.error, (await answer('other')).body.error]).toEqual([0, -201])
  expect(oa.lines('a1').map(({ by, text }) => [by, text])).toEqual([
    ['person', 'xin chào'],
    ['oa', 'chào'],
  ])
})

test('faults: before anything, after everything, chosen, and by chance the same each time', async () => {
  const { say, state, oa, control } = await openFollower()
  const path = '/v3.0/oa/message/cs'
  const sent = () => oa.lines(LAN).filter(({ by }) => by === 'oa').length
  await control('/faults', { endpoint: path, fault: 'reset', times: 1 })
  await expect(say(LAN, { text: 'tin' })).rejects.toThrow()
  expect(sent()).toBe(0)
  await control('/faults', { endpoint: path, fault: 'lost_answer', times: 1 })
  await expect(say(LAN, { text: 'tin' })).rejects.toThrow()
  expect(sent()).toBe(1)
  await control('/faults', { endpoint: path, fault: 'zalo_error', error: -227, message: 'User banned', times: 1 })
  expect((await say(LAN, { text: 'tin' })).body).toEqual({ error: -227, message: 'User banned' })
  const draw = async () => {
    state.clearFaults()
    state.setFault({ endpoint: 'any', fault: 'zalo_error', error: -200, chance: 0.5, seed: 7 })
    const errors = []
    for (let at = 0; at < 8; at += 1) errors.push((await say(LAN, { text: 'tin' })).body.error)
    return errors
  }
  const first = await draw()
  expect([new Set(first), await draw()]).toEqual([new Set([0, -200]), first])
})
