import { describe, expect, test } from 'vitest'
import { COMMON_PASSWORDS } from '../../server/staff/common-passwords.ts'
import { makePassword, refusalOf } from '../../server/staff/passwords.rules.ts'
import { PASSWORD } from '../world/staff.ts'
import { createWorld } from '../world/world.ts'

const refusal = (password: string) => refusalOf(password, COMMON_PASSWORDS)

/**
 * Of the three thousand most used passwords (SecLists, ten-million list) those of ten characters or more; the
 * others are refused for being short.
 */
const MOST_USED_AND_LONG =
  `qwertyuiop 1234567890 123456789z q1w2e3r4t5 1q2w3e4r5t 4815162342 0987654321 12345qwert 123456789a 1234554321
  UsuckBallz1 1111111111 123456789q 1029384756 basketball password123 123qweasdzxc 12345678910 manchester 1qaz2wsx3edc
  0123456789 q1w2e3r4t5y6 1123581321 Soso123aljg qwerty12345 1q2w3e4r5t6y 1234512345 Mailcreated5240 1122334455
  nuttertools qazwsxedcrfv fuck_inside 123456qwerty 1234567890q qwerty123456 5555555555 terminator 9876543210
  california enterprise 0000000000 rjirfrgbde poiuytrewq Sojdlg123aljg christopher fktrcfylhf motherlode a123456789`
    .split(/\s+/)
    .filter((word) => word !== '')

/** The head of the same list, and some from further down. */
const MOST_USED_AND_SHORT =
  `123456 password 12345678 qwerty 123456789 12345 1234 111111 1234567 dragon 123123 baseball abc123 football monkey
  letmein 696969 shadow master 666666 123321 mustang michael 654321 superman 1qaz2wsx 7777777 121212 000000 qazwsx
  123qwe killer trustno1 jordan jennifer zxcvbnm iloveyou starwars 987654321 asdfghjkl anhyeuem minecraft sebastian`
    .split(/\s+/)
    .filter((word) => word !== '')

describe('a password', () => {
  test.each(MOST_USED_AND_LONG)('%s is what everybody tries first', (password) => {
    expect(refusal(password)).toBe('common')
  })

  test('of fewer than ten characters is short, whatever it is', () => {
    const taken = [...MOST_USED_AND_SHORT, 'cá lóc đồ', '🌾🌾🌾🌾🌾'].filter(
      (password) => refusal(password) !== 'too_short',
    )
    expect(taken).toEqual([])
  })

  test.each([
    'tayninh2026',
    'TâyNinh2026!',
    'Tây Ninh 1/7/2025',
    'SoGDDT@TayNinh',
    'sở giáo dục và đào tạo',
    'matkhau123456',
    'Mật khẩu 123',
    'm@tkh@u2025',
    'P@ssw0rd2026',
    'admin@2026!',
    'Quản trị 2025',
    'aaaaabbbbb',
    '0912345678',
    '+84912345678',
    'anhyeuem1999',
  ])('%s is what whoever knows the office tries', (password) => {
    expect(refusal(password)).toBe('common')
  })

  test.each([
    PASSWORD,
    'bánh canh Trảng Bàng',
    'núi bà đen 986m',
    'correct horse battery staple',
    'kx7pq2mwv9',
    'a'.repeat(30) + 'bcdefghijklmnopqrstuvwxyz0123456789'.slice(0, 34),
    '🌾🐟🚣🏞️🌅🌾🐟🚣🏞️🌅',
    `${'ế'.normalize('NFD').repeat(3)}ông lão đánh cá`,
  ])('%s is taken, whatever characters it is made of', (password) => {
    expect(refusal(password)).toBeUndefined()
  })

  test('is counted in what people see: 128 letters with marks are taken, 129 are not', () => {
    const verse = 'Ầơ ví dầu cầu ván đóng đinh '.repeat(5).normalize('NFD')
    const cut = (count: number) => [...verse.normalize('NFC')].slice(0, count).join('').normalize('NFD')
    expect([refusal(cut(128)), refusal(cut(129))]).toEqual([undefined, 'too_long'])
  })

  test('that the service makes is taken, and is never the same', () => {
    let seed = 1
    const pick = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const made = Array.from({ length: 200 }, () => makePassword(pick))
    expect(made.filter((password) => refusal(password) !== undefined)).toEqual([])
    expect(new Set(made).size).toBe(200)
    expect(made[0]).toMatch(/^(?:[a-z2-9]{4}-){4}[a-z2-9]{4}$/)
  })

  test('that was refused changes nothing, and the reason is told', async () => {
    const world = await createWorld()
    const lan = await world.signIn({ secondFactor: false })
    const change = (next: string) => lan.post('/admin/api/me/password', { current: PASSWORD, next })
    expect(await change('tayninh2026')).toMatchObject({
      status: 400,
      body: { code: 'staff.password_refused', reason: 'common' },
    })
    expect(await change('ngắn')).toMatchObject({ status: 400, body: { reason: 'too_short' } })
    const wrong = await lan.post('/admin/api/me/password', { current: 'không phải thế', next: 'bánh canh Trảng Bàng' })
    expect(wrong).toMatchObject({ status: 400, body: { code: 'staff.wrong_password' } })
    expect((await lan.get('/admin/api/me')).status).toBe(200)
  })

  test('is hashed with what OWASP asks at least, where it is not a test', async () => {
    const world = await createWorld({ env: { NODE_ENV: 'development' } })
    const hash = await world.service.ctx.credentials.hashPassword(PASSWORD)
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})
