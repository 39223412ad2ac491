import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { staffJobs } from '../../server/staff/staff.jobs.ts'
import { PASSWORD } from '../world/staff.ts'
import { createWorld } from '../world/world.ts'

const PROJECT = join(import.meta.dirname, '../..')
const DEMO = { env: { NODE_ENV: 'development' } }

function createStaff(dataDir: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'staff:create', '--', ...options], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: { ...process.env, npm_config_loglevel: 'error', DATA_DIR: dataDir },
  })
  return { status, said: `${stdout}${stderr}` }
}

const LAN = ['--email', 'lan@example.vn', '--name', 'Nguyễn Thị Lan', '--role', 'admin']

/** The server goes on. */
const NEVER = new AbortController().signal

describe('the first start', () => {
  test('of a demonstration says once whom to sign in as, and that is true', async () => {
    const world = await createWorld(DEMO)
    const said = world.said.filter((line) => line.includes('@example.vn'))
    expect(said).toHaveLength(1)
    const [, email = '', password = ''] = /sign in as (\S+) with the password (\S+)/.exec(said[0] ?? '') ?? []
    const browser = world.openBrowser()
    expect((await browser.post('/admin/api/session', { email, password })).status).toBe(200)
    expect((await browser.get('/admin/api/me')).body).toMatchObject({ roles: [{ role: 'admin', unitId: 'so-gddt' }] })
    await world.stop()
    const again = await createWorld({ ...DEMO, dataFrom: world.dataDir })
    expect(again.said.filter((line) => line.includes('@example.vn'))).toEqual([])
  })

  test('where it is no demonstration makes nobody', async () => {
    const world = await createWorld()
    expect(await world.service.ctx.db.values('SELECT count(*) FROM staff')).toEqual([[0]])
    expect(world.said.join()).not.toContain('password')
  })

  test('makes a secret of its own where none is set, for this user alone, and keeps it', async () => {
    const world = await createWorld({ env: { STAFF_SECRET: '' } })
    const file = join(world.dataDir, 'staff-secret')
    const { mode, size } = statSync(file)
    expect([mode & 0o777, size]).toEqual([0o600, 43])
  })
})

describe('npm run staff:create', { timeout: 60_000 }, () => {
  test('makes the first account while the server is stopped, and tells its password', async () => {
    const world = await createWorld()
    await world.stop()
    const made = createStaff(world.dataDir, ...LAN)
    expect(made).toMatchObject({ status: 0, said: expect.stringMatching(/^lan@example\.vn signs in with/) })
    const password = /password (\S+)/.exec(made.said)?.[1]
    expect(createStaff(world.dataDir, ...LAN)).toMatchObject({ status: 1, said: 'lan@example.vn has an account\n' })
    const again = await createWorld({ dataFrom: world.dataDir })
    const answer = await again.openBrowser().post('/admin/api/session', { email: 'lan@example.vn', password })
    expect(answer.status).toBe(200)
  })

  test('keeps away from a running server’s database, and from wrong options', async () => {
    const world = await createWorld()
    expect(createStaff(world.dataDir, ...LAN)).toMatchObject({
      status: 1,
      said: expect.stringMatching(/^The server is running/),
    })
    expect(createStaff(world.dataDir, '--email', 'lan', '--role', 'king').said).toMatch(/^npm run staff:create --/)
    const empty = mkdtempSync(join(tmpdir(), 'cchc-staff-'))
    onTestFinished(() => rmSync(empty, { recursive: true, force: true }))
    expect(createStaff(empty, ...LAN).said).toMatch(/^No database at .+: start the server once/)
  })
})

test('every night what is over is forgotten, and what is not stays', async () => {
  const world = await createWorld()
  const { ctx } = world.service
  const old = await world.signIn()
  const { email } = await world.makeStaff()
  const browser = world.openBrowser()
  await browser.post('/admin/api/session', { email, password: PASSWORD })
  await browser.post('/admin/api/session', { email, password: 'không phải mật khẩu này' })
  await old.post('/admin/api/tokens', {}, { 'idempotency-key': 'mot-khoa-du-dai' })
  await ctx.write((tx) =>
    tx.run(`INSERT INTO idempotency_keys VALUES ('a', 'b', 'c', '{}', '2026-11-23T02:00:00.000Z')`),
  )
  world.clock.now = new Date('2026-11-26T19:17:00Z')
  await world.signIn()
  const [job] = staffJobs
  await job?.run({ ...ctx, actor: { kind: 'system' } }, NEVER)
  const counts = await ctx.db.values(`
    SELECT (SELECT count(*) FROM staff_sessions), (SELECT count(*) FROM staff_verifications),
      (SELECT count(*) FROM idempotency_keys), (SELECT count(*) FROM sign_in_failures)`)
  // The network's own count was touched by the sign-in of now.
  expect(counts).toEqual([[1, 0, 0, 1]])
})
