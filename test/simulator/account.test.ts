import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { LAN, MINH, openAccount, openListener, SECRET } from './account.ts'

const DAY_MS = 24 * 3_600_000
const ARTICLE = {
  type: 'normal',
  title: '5 điều cần biết khi chuyển trường',
  cover: { cover_type: 'photo', photo_url: 'https://example.gov.vn/bia.jpg', status: 'show' },
  description: 'Tóm tắt',
  body: [{ type: 'text', content: '<p>Nội dung</p>' }],
}

function openUploader(account: Awaited<ReturnType<typeof openAccount>>) {
  return async (kind: string, bytes: Buffer, name: string) => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], name))
    const headers = { access_token: account.tokens.issue().access_token }
    const response = await fetch(`${account.url}/v2.0/oa/upload/${kind}`, { method: 'POST', headers, body: form })
    return (await response.json()) as { error: number; data: { attachment_id?: string; token?: string } }
  }
}

test('uploads: what is taken, how large, and for a week', async () => {
  const account = await openAccount()
  const upload = openUploader(account)
  const png = Buffer.concat([Buffer.from('\x89PNG', 'latin1'), Buffer.alloc(100)])
  const { data } = await upload('image', png, 'a.png')
  expect((await upload('image', Buffer.concat([png, Buffer.alloc(1024 * 1024)]), 'a.png')).error).toBe(-201)
  expect((await upload('image', Buffer.from('GIF89a'), 'a.png')).error).toBe(-201)
  expect((await upload('gif', Buffer.from('GIF89a'), 'a.gif')).data.attachment_id).toEqual(expect.any(String))
  const file = await upload('file', Buffer.from('%PDF'), 'don.pdf')
  expect([file.data.token, (await upload('file', Buffer.from('MZ'), 'a.exe')).error]).toEqual([
    expect.any(String),
    -201,
  ])
  account.driver.follow(LAN)
  const image = {
    attachment: {
      type: 'template',
      payload: { template_type: 'media', elements: [{ media_type: 'image', attachment_id: data.attachment_id }] },
    },
  }
  const sendFile = { attachment: { type: 'file', payload: { token: file.data.token } } }
  const errors = async () => [(await account.say(LAN, image)).body.error, (await account.say(LAN, sendFile)).body.error]
  expect(await errors()).toEqual([0, 0])
  account.state.advanceClock(7 * DAY_MS)
  account.driver.text(LAN, 'còn không')
  expect(await errors()).toEqual([-100, -100])
})

test('an article is a token first, then busy, then there; and goes to followers by day alone', async () => {
  const { post, get, oa, driver, state } = await openAccount({ account: { articlePolls: 2, articlesLeft: 2 } })
  const { token } = (await post('/v2.0/article/create', ARTICLE)).body.data
  const verify = async () => (await post('/v2.0/article/verify', { token })).body
  expect([(await verify()).error, (await verify()).error]).toEqual([-214, -214])
  const { id } = (await verify()).data
  expect((await get(`/v2.0/article/getdetail?id=${id}`)).body.data).toMatchObject({ id, status: 'hide' })
  expect((await get('/v2.0/article/getslice?offset=0&limit=10&type=normal')).body.data).toMatchObject({ total: 1 })
  expect((await get('/v2.0/article/getslice?offset=0&limit=11&type=normal')).body).toEqual({
    error: -201,
    message: 'maximum limit is 10',
  })
  expect((await get('/v2.0/article/getslice', { offset: 0 })).body.message).toBe(
    'type accept only 2 value normal and video.',
  )
  const refused = async (change: object) => (await post('/v2.0/article/create', { ...ARTICLE, ...change })).body
  expect((await refused({ cover: undefined })).message).toBe('cover value is invalid')
  const spaced = { ...ARTICLE.cover, photo_url: 'https://example.gov.vn/ảnh bìa.jpg' }
  expect((await refused({ cover: spaced })).message).toBe('cover value is invalid')
  expect((await refused({ title: 'd'.repeat(150) })).error).toBe(-201)
  expect((await refused({ description: 'd'.repeat(301) })).error).toBe(-201)
  expect((await refused({})).error).toBe(0)
  expect(await refused({})).toEqual({ error: -223, message: 'Your OA has reach the limit quota create article' })

  driver.follow(LAN)
  driver.text(MINH, 'không quan tâm')
  const broadcast = (attachment_id: unknown, media_type = 'article') =>
    post('/v2.0/oa/message', {
      recipient: { target: { cities: '4' } },
      message: {
        attachment: {
          type: 'template',
          payload: { template_type: 'media', elements: [{ media_type, attachment_id }] },
        },
      },
    })
  expect((await broadcast(id)).body).toMatchObject({ error: 0, data: { message_id: expect.any(String) } })
  expect([(await broadcast('none')).body.error, (await broadcast(id, 'image')).body.error]).toEqual([-201, -201])
  const gotIt = (userId: string) => oa.lines(userId).some(({ kind }) => kind === 'article')
  expect([gotIt(LAN), gotIt(MINH)]).toEqual([true, false])
  state.advanceClock(14 * 3_600_000)
  expect((await broadcast(id)).body.error).toBe(-234)
  expect((await post('/v2.0/article/remove', { id })).body.error).toBe(0)
  expect((await broadcast(id)).body.error).toBe(-201)
})

test('people, tags, the account, what is left and what was said', async () => {
  const { post, get, driver, say } = await openAccount()
  driver.follow(LAN)
  driver.text(LAN, 'xin chào')
  await say(LAN, { text: 'Chào chị' })
  expect((await get('/v3.0/oa/user/detail', { user_id: LAN })).body.data).toMatchObject({
    user_id: LAN,
    user_id_by_app: '4047671499938107249',
    display_name: 'Nguyễn Thị Lan',
    user_is_follower: true,
    user_last_interaction_date: '23/11/2026',
  })
  expect((await get('/v3.0/oa/user/detail', { user_id: MINH })).body.error).toBe(-213)
  await post('/v2.0/oa/tag/tagfollower', { user_id: LAN, tag_name: 'CCHC' })
  expect((await get('/v2.0/oa/tag/gettagsofoa')).body.data).toEqual(['CCHC'])
  const list = async (data: object) => (await get('/v3.0/oa/user/getlist', data)).body
  expect((await list({ offset: 0, count: 50, tag_name: 'CCHC' })).data).toMatchObject({
    total: 1,
    users: [{ user_id: LAN }],
  })
  expect((await list({ offset: 0, count: 51 })).error).toBe(-210)
  expect((await list({ offset: 9952, count: 50 })).error).toBe(-210)
  expect((await post('/v2.0/oa/tag/rmfollowerfromtag', { user_id: LAN, tag_name: 'CCHC' })).body.error).toBe(0)
  expect((await get('/v2.0/oa/getoa')).body.data).toMatchObject({
    oaid: '4018273645501928374',
    oa_type: 4,
    num_follower: 1,
  })
  expect((await post('/v3.0/oa/quota/message', { user_id: LAN })).body.data).toMatchObject({
    last_interaction: '1795399200000',
    cs_reply: { remain: 8, total: 8 },
  })
  const assets = (await post('/v3.0/oa/quota/message', { quota_owner: 'OA', product_type: 'cs' })).body.data
  expect(assets).toMatchObject([{ product_type: 'cs', remain: 100 }])
  const talk = (await get('/v2.0/oa/conversation', { user_id: LAN, offset: 0, count: 10 })).body.data
  expect(talk).toMatchObject([
    { src: 0, type: 'text', message: 'Chào chị', time: 1_795_399_200_000, to_id: LAN },
    { src: 1, type: 'text', message: 'xin chào', from_id: LAN, from_display_name: 'Nguyễn Thị Lan' },
  ])
  expect((await get('/v2.0/oa/listrecentchat', { offset: 0, count: 10 })).body.data).toMatchObject([
    { message: 'Chào chị' },
  ])
  expect((await get('/v2.0/oa/conversation', { user_id: LAN, offset: 0, count: 11 })).body.error).toBe(-210)
})

test('an app whose proof was switched on refuses calls without it', async () => {
  const { tokens, url, get } = await openAccount({ account: { needsProof: true } })
  expect((await get('/v2.0/oa/getoa')).body.error).toBe(-242)
  const token = tokens.issue().access_token

  const appsecret_proof = createHmac('sha256', SECRET).update(token).digest('hex')
  const response = await fetch(`${url}/v2.0/oa/getoa`, { headers: { access_token: token, appsecret_proof } })
  expect(((await response.json()) as { error: number }).error).toBe(0)
})

test('consent taken back in the Mini App is told to an address of its own', async () => {
  const { url, heard } = await openListener()
  const account = await openAccount({ account: { miniAppKey: 'OPEN_API_KEY_EXAMPLE' }, weather: { miniAppUrl: url } })
  await account.control('/people/4047671499938107249/revoke-consent', {})
  await account.delivery.settled()
  expect(heard[0]?.json).toEqual({
    event: 'user.revoke.consent',
    appId: '1000',
    userId: '4047671499938107249',
    timestamp: 1_795_399_200_000,
  })
  expect(heard[0]?.headers['x-zevent-signature']).toMatch(/^[0-9a-f]{64}$/)
})

test('the bot platform: its envelope, its secret in a header, and either a webhook or asking', async () => {
  const { url, bot, control, delivery } = await openAccount()
  const call = async (method: string, body: object = {}, token = bot.token) => {
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    return (await fetch(`${url}/bot${token}/${method}`, init)).json()
  }
  expect(await call('getMe')).toMatchObject({ ok: true, result: { id: '1804' } })
  expect(await call('getMe', {}, '1:guess')).toMatchObject({ ok: false, error_code: 401 })
  await control('/bot/chat1/text', { text: '/start' })
  expect(await call('getUpdates')).toMatchObject({
    ok: true,
    result: { message: { text: '/start', chat: { id: 'chat1' } } },
  })
  expect(await call('getUpdates')).toMatchObject({ ok: false, error_code: 408 })
  expect(await call('sendMessage', { chat_id: 'chat1', text: 'Chào' })).toMatchObject({ ok: true })
  expect(await call('sendMessage', { chat_id: 'chat1', text: 'd'.repeat(2001) })).toMatchObject({ error_code: 400 })
  const listener = await openListener()
  expect(await call('setWebhook', { url: listener.url, secret_token: 'short' })).toMatchObject({ error_code: 400 })
  await call('setWebhook', { url: listener.url, secret_token: 'long enough' })
  expect(await call('getUpdates')).toMatchObject({ ok: false, error_code: 409 })
  await control('/bot/chat1/text', { text: 'chào' })
  await delivery.settled()
  expect(listener.heard[0]?.headers['x-bot-api-secret-token']).toBe('long enough')
  expect(listener.heard[0]?.json).toMatchObject({ event_name: 'message.text.received', message: { text: 'chào' } })
  expect(bot.lines('chat1').map(({ by, text }) => [by, text])).toEqual([
    ['person', '/start'],
    ['bot', 'Chào'],
    ['person', 'chào'],
  ])
})
