import { describe, expect, test } from 'vitest'
import { PASSWORD } from '../world/staff.ts'
import { createWorld } from '../world/world.ts'

const DOOR = '/admin/api/session'
const later = (world: { clock: { now: Date } }, seconds: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + seconds * 1000)
}

describe('signing in', () => {
  test('with password and code a member of staff is in, and the audit says so without the address', async () => {
    const world = await createWorld()
    const lan = await world.signIn()
    const audit = await lan.get<{ items: object[] }>('/admin/api/audit')
    expect(audit.body.items).toMatchObject([
      { action: 'staff.sign_in', actorName: 'Nguyễn Thị Lan', subjectId: lan.id },
    ])
    expect(JSON.stringify(audit.body)).not.toContain(lan.email)
    expect(world.logLines.join()).not.toContain(lan.email)
  })

  test('the address may be typed in capitals, the password in another form of Unicode', async () => {
    const world = await createWorld()
    const { email } = await world.makeStaff({ secondFactor: false })
    const answer = await world
      .openBrowser()
      .post(DOOR, { email: email.toUpperCase(), password: PASSWORD.normalize('NFD') })
    expect([answer.status, answer.body]).toEqual([200, { state: 'signed_in' }])
  })

  test('without a second factor one reads, but what needs one is refused by its name', async () => {
    const world = await createWorld()
    const lan = await world.signIn({ secondFactor: false })
    expect((await lan.get('/admin/api/me')).body).toMatchObject({ hasSecondFactor: false, secondFactorEnabled: false })
    expect(await lan.get('/admin/api/audit')).toMatchObject({
      status: 403,
      body: { code: 'staff.second_factor_required' },
    })
  })

  test('who has turned it on is nobody before the code', async () => {
    const world = await createWorld()
    const { email } = await world.makeStaff()
    const browser = world.openBrowser()
    expect((await browser.post(DOOR, { email, password: PASSWORD })).body).toEqual({ state: 'code_needed' })
    expect(browser.cookie).toMatch(/^__Host-sign-in=/)
    expect((await browser.get('/admin/api/me')).status).toBe(401)
  })

  test('a page of another site cannot sign anybody in', async () => {
    const world = await createWorld()
    const { email } = await world.makeStaff()
    const answer = await world
      .openBrowser()
      .post(DOOR, { email, password: PASSWORD }, { origin: 'https://evil.example' })
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'access.foreign_origin' }])
  })
})

describe('guessing', () => {
  test('a wrong password, an unknown person and a disabled one get the same answer', async () => {
    const world = await createWorld()
    const { email, id } = await world.makeStaff({ role: 'editor' })
    const admin = await world.signIn()
    await admin.patch(`/admin/api/staff/${id}`, { disabled: true })
    const answers = []
    for (const asked of [
      { email: admin.email, password: 'không phải mật khẩu này' },
      { email: 'khong-co@example.vn', password: PASSWORD },
      { email, password: PASSWORD },
    ]) {
      const { status, body } = await world.openBrowser().post<object>(DOOR, asked)
      answers.push({ status, ...body, requestId: '' })
    }
    expect(answers[0]).toMatchObject({ status: 401, code: 'staff.wrong_credentials' })
    expect(answers.slice(1)).toEqual([answers[0], answers[0]])
  })

  test.each(['somebody', 'nobody'])(
    'after ten failures for %s the next must wait, twice as long each time, whoever asks from wherever',
    async (who) => {
      const world = await createWorld()
      const { email } = who === 'somebody' ? await world.makeStaff() : { email: 'khong-co@example.vn' }
      const guess = (address: string) =>
        world.openBrowser().post(DOOR, { email, password: 'không phải mật khẩu này' }, { 'x-forwarded-for': address })
      const statuses = []
      for (let count = 0; count < 10; count++) statuses.push((await guess('203.0.113.7')).status)
      expect(statuses).toEqual(Array(10).fill(401))

      const waits = []
      for (let count = 0; count < 12; count++) {
        const refused = await guess(`203.0.113.${count}`)
        expect([refused.status, refused.body]).toMatchObject([429, { code: 'staff.too_many_attempts' }])
        waits.push(Number(refused.headers.get('retry-after')))
        later(world, waits.at(-1) ?? 0)
        expect((await guess(`203.0.113.${count}`)).status).toBe(401)
      }
      expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
    },
  )

  test('a hundred guesses at once are no way around it', async () => {
    const world = await createWorld()
    const { email } = await world.makeStaff()
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, count) =>
        world
          .openBrowser()
          .post(DOOR, { email, password: 'không phải mật khẩu này' }, { 'x-forwarded-for': `203.0.113.${count}` }),
      ),
    )
    expect(answers.filter(({ status }) => status === 401).length).toBe(10)
  })

  test('the right password is refused too while waiting, and clears the count afterwards', async () => {
    const world = await createWorld()
    const { email } = await world.makeStaff({ secondFactor: false })
    const browser = world.openBrowser()
    for (let count = 0; count < 10; count++) await browser.post(DOOR, { email, password: 'không phải mật khẩu này' })
    expect((await browser.post(DOOR, { email, password: PASSWORD })).status).toBe(429)
    later(world, 1)
    expect((await browser.post(DOOR, { email, password: PASSWORD })).status).toBe(200)
    const again = await browser.post(DOOR, { email, password: 'không phải mật khẩu này' })
    expect(again.status).toBe(401)
  })

  test('fifty failures in an hour from one network address, whoever they are for, and signing in is no failure', async () => {
    const world = await createWorld()
    const from = { 'x-forwarded-for': '198.51.100.4' }
    const guess = (count: number) =>
      world.openBrowser().post(DOOR, { email: `nguoi-${count}@example.vn`, password: 'không phải mật khẩu' }, from)
    const { email } = await world.makeStaff({ secondFactor: false })
    for (let count = 0; count < 49; count++) expect((await guess(count)).status).toBe(401)
    expect((await world.openBrowser().post(DOOR, { email, password: PASSWORD }, from)).status).toBe(200)
    expect((await guess(49)).status).toBe(401)
    const refused = await guess(50)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
    later(world, 3600)
    expect((await guess(51)).status).toBe(401)
  })

  test('what failed is counted in the audit, and the address is kept nowhere', async () => {
    const world = await createWorld()
    const admin = await world.signIn()
    const { email, id } = await world.makeStaff({ email: 'rat-rieng-tu@example.vn' })
    await world.openBrowser().post(DOOR, { email, password: 'không phải mật khẩu này' })
    await world.openBrowser().post(DOOR, { email: 'go-nham@example.vn', password: 'không phải mật khẩu này' })
    const { body } = await admin.get<{ items: object[] }>('/admin/api/audit?action=staff.sign_in_failed')
    expect(body.items).toMatchObject([
      { subjectId: 'unknown', after: { count: 1 } },
      { subjectId: id, after: { count: 1 } },
    ])
    const kept = JSON.stringify(await world.service.ctx.db.values('SELECT * FROM sign_in_failures'))
    expect(kept + world.logLines.join()).not.toMatch(/rat-rieng-tu|go-nham/)
  })

  test('an unknown person costs as much as a known one: a hash is computed for both', async () => {
    const world = await createWorld()
    const { auth } = world.service.ctx.credentials
    const { password } = await auth.$context
    const computed: string[] = []
    const { hash, verify } = password
    password.hash = (text) => {
      computed.push('hash')
      return hash(text)
    }
    password.verify = (asked) => {
      computed.push('verify')
      return verify(asked)
    }
    const { email } = await world.makeStaff()
    await world.openBrowser().post(DOOR, { email, password: 'không phải mật khẩu này' })
    await world.openBrowser().post(DOOR, { email: 'khong-co@example.vn', password: 'không phải mật khẩu này' })
    expect(computed).toEqual(['verify', 'hash'])
  })
})
