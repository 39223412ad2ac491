import { describe, expect, test } from 'vitest'
import { codeOf, PASSWORD } from '../world/staff.ts'
import { createWorld } from '../world/world.ts'

type Setup = { uri: string; secret: string }
type Codes = { backupCodes: string[] }
const CODE = '/admin/api/session/code'

/** The text that an app reads out of the secret somebody typed into it. */
function fromBase32(text: string) {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString()
}

function wrongFor(code: string) {
  return (count: number) => String((Number(code) + 7 * count) % 1_000_000).padStart(6, '0')
}

async function turnOn(world: Awaited<ReturnType<typeof createWorld>>) {
  const lan = await world.signIn({ secondFactor: false })
  const { body } = await lan.post<Setup>('/admin/api/me/second-factor', { password: PASSWORD })
  const secret = fromBase32(body.secret)
  const confirmed = await lan.post<Codes>('/admin/api/me/second-factor/confirm', {
    code: await codeOf(world.service, secret),
  })
  return { lan, uri: body.uri, secret, confirmed }
}

describe('turning the second factor on', () => {
  test('takes the password, then the app’s first code; the session is a new one and counts as proved', async () => {
    const world = await createWorld()
    const { lan, uri, confirmed } = await turnOn(world)
    expect(uri).toMatch(/^otpauth:\/\/totp\/CCHC/)
    expect(confirmed.status).toBe(200)
    expect(confirmed.body.backupCodes).toHaveLength(10)
    expect((await lan.get('/admin/api/me')).body).toMatchObject({ hasSecondFactor: true, secondFactorEnabled: true })
    expect((await lan.get('/admin/api/audit')).status).toBe(200)
  })

  test('ends the sessions that were opened without it', async () => {
    const world = await createWorld()
    const { email } = await world.makeStaff({ secondFactor: false })
    const [desk, phone] = [world.openBrowser(), world.openBrowser()]
    for (const browser of [desk, phone]) await browser.post('/admin/api/session', { email, password: PASSWORD })
    const before = desk.cookie
    const { body } = await desk.post<Setup>('/admin/api/me/second-factor', { password: PASSWORD })
    await desk.post('/admin/api/me/second-factor/confirm', {
      code: await codeOf(world.service, fromBase32(body.secret)),
    })
    const asked = [desk.get('/admin/api/me'), phone.get('/admin/api/me')]
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 401])
    expect((await world.openBrowser().get('/admin/api/me', { cookie: before })).status).toBe(401)
  })

  test('is refused with a wrong password, with a wrong code, and when it is on', async () => {
    const world = await createWorld()
    const lan = await world.signIn({ secondFactor: false })
    expect(await lan.post('/admin/api/me/second-factor', { password: 'không phải thế' })).toMatchObject({
      status: 400,
      body: { code: 'staff.wrong_password' },
    })
    const { body } = await lan.post<Setup>('/admin/api/me/second-factor', { password: PASSWORD })
    const wrong = wrongFor(await codeOf(world.service, fromBase32(body.secret)))
    expect(await lan.post('/admin/api/me/second-factor/confirm', { code: wrong(1) })).toMatchObject({
      status: 401,
      body: { code: 'staff.wrong_code' },
    })
    expect((await lan.get('/admin/api/me')).body).toMatchObject({ secondFactorEnabled: false })
    const on = await world.signIn()
    expect(await on.post('/admin/api/me/second-factor', { password: PASSWORD })).toMatchObject({
      status: 409,
      body: { code: 'staff.second_factor_on' },
    })
  })

  test('leaves neither the secret nor the codes readable in the database', async () => {
    const world = await createWorld()
    const { secret, confirmed } = await turnOn(world)
    const rows = JSON.stringify(await world.service.ctx.db.values('SELECT * FROM staff_second_factors'))
    expect([secret, ...confirmed.body.backupCodes].filter((each) => rows.includes(each))).toEqual([])
  })
})

describe('the code at sign-in', () => {
  test('counts once: the next sign-in within its time needs the next code', async () => {
    const world = await createWorld()
    const { email, secret = '' } = await world.makeStaff()
    const code = await codeOf(world.service, secret)
    const signIn = async () => {
      const browser = world.openBrowser()
      await browser.post('/admin/api/session', { email, password: PASSWORD })
      return browser.post(CODE, { code })
    }
    expect((await signIn()).body).toEqual({ state: 'signed_in' })
    expect(await signIn()).toMatchObject({ status: 401, body: { code: 'staff.wrong_code' } })
  })

  test('counts once when two browsers give it at the same moment', async () => {
    const world = await createWorld()
    const { email, secret = '' } = await world.makeStaff()
    const browsers = [world.openBrowser(), world.openBrowser(), world.openBrowser()]
    for (const browser of browsers) await browser.post('/admin/api/session', { email, password: PASSWORD })
    const code = await codeOf(world.service, secret)
    const answers = await Promise.all(browsers.map((browser) => browser.post(CODE, { code })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
  })

  test('may be wrong five times; then the right one comes too late and the password is asked for again', async () => {
    const world = await createWorld()
    const { email, secret = '' } = await world.makeStaff()
    const browser = world.openBrowser()
    await browser.post('/admin/api/session', { email, password: PASSWORD })
    const code = await codeOf(world.service, secret)
    const wrong = wrongFor(code)
    for (const count of [1, 2, 3, 4, 5])
      expect((await browser.post(CODE, { code: wrong(count) })).body).toMatchObject({ code: 'staff.wrong_code' })
    expect(await browser.post(CODE, { code })).toMatchObject({ status: 401, body: { code: 'staff.sign_in_expired' } })
    expect((await browser.get('/admin/api/me')).status).toBe(401)
  })

  test('cannot be guessed by giving the right password again and again', async () => {
    const world = await createWorld()
    const { email, secret = '' } = await world.makeStaff()
    const wrong = wrongFor(await codeOf(world.service, secret))
    const browser = world.openBrowser()
    const statuses: number[] = []
    for (let count = 1; count <= 12; count++) {
      statuses.push((await browser.post('/admin/api/session', { email, password: PASSWORD })).status)
      statuses.push((await browser.post(CODE, { code: wrong(count) })).status)
    }
    expect(statuses.filter((status) => status === 401).length).toBeLessThan(10)
    expect(statuses.slice(-2)).toEqual([429, 429])
  })

  test('can be one of the backup codes, each once', async () => {
    const world = await createWorld()
    const { lan, confirmed } = await turnOn(world)
    const [first = '', second = ''] = confirmed.body.backupCodes
    const signIn = async (code: string) => {
      const browser = world.openBrowser()
      await browser.post('/admin/api/session', { email: lan.email, password: PASSWORD })
      const { status } = await browser.post(CODE, { code })
      return [status, (await browser.get('/admin/api/me')).body]
    }
    expect(await signIn(first)).toMatchObject([200, { hasSecondFactor: true }])
    world.clock.now = new Date(world.clock.now.getTime() + 10 * 60_000)
    expect(await signIn(first)).toMatchObject([401, { code: 'staff.not_signed_in' }])
    expect(await signIn(second)).toMatchObject([200, { id: lan.id }])
  })

  test('without a password before it is worth nothing', async () => {
    const world = await createWorld()
    const { secret = '' } = await world.makeStaff()
    const answer = await world.openBrowser().post(CODE, { code: await codeOf(world.service, secret) })
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'staff.sign_in_expired' }])
  })
})
