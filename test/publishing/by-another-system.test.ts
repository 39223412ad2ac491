import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { stringify } from 'yaml'
import { createWorld } from '../world/world.ts'
import { type EntryReply, expectOk, wholeArticle } from './writing.ts'

const PROJECT = join(import.meta.dirname, '../..')
const ALL = ['content.read', 'content.write', 'content.publish']

async function openOffice(permissions: string[]) {
  const world = await createWorld()
  const boss = await world.signIn({ role: 'admin' })
  const wish = { name: 'Cổng thông tin Sở', permissions, unitId: 'so-gddt', expiresInDays: 30 }
  const { token } = expectOk(await boss.post<{ token: string }>('/admin/api/tokens', wish))
  return { world, boss, token }
}

function articleFile() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-article-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { body, ...fields } = wholeArticle({ title: 'Bài từ cổng thông tin' }) as { body: string }
  const file = join(folder, 'bai.md')
  writeFileSync(file, `---\n${stringify(fields)}---\n${body}`)
  return file
}

/** The documented command; it must not hold this process up, since the service answers from it. */
function publishArticle(env: Record<string, string>, args: string[]) {
  return new Promise<{ status: number; said: string }>((resolve) => {
    execFile(
      'npm',
      ['run', '--silent', 'publish:article', '--', ...args],
      { cwd: PROJECT, env: { ...process.env, npm_config_loglevel: 'error', ...env } },
      (error, stdout, stderr) => resolve({ status: error ? Number(error.code) : 0, said: stdout + stderr }),
    )
  })
}

describe('another system with a token', () => {
  test('publishes an explainer through the documented API; sending the file again makes no second one', async () => {
    const { world, token } = await openOffice(ALL)
    const env = { SERVICE_URL: world.url, STAFF_TOKEN: token }
    const file = articleFile()
    const done = await publishArticle(env, [file, '--publish', 'Tin khẩn từ cổng thông tin.'])
    expect(done).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^published .*\/cam-nang\/bai-tu-cong-thong-tin/),
    })
    expect(await world.getJson('/api/articles/bai-tu-cong-thong-tin')).toMatchObject({ title: 'Bài từ cổng thông tin' })
    expect((await publishArticle(env, [file])).status).toBe(1)
    expect((await world.get('/api/articles/bai-tu-cong-thong-tin-2')).status).toBe(404)
  })

  test('may do what its maker allowed and nothing more, and nothing after it is revoked', async () => {
    const { world, boss, token } = await openOffice(['content.read', 'content.write'])
    const call = (path: string, init: RequestInit = {}) =>
      world.get(path, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } })
    const body = JSON.stringify({ kind: 'article', title: 'Bài của hệ thống khác', unitId: 'so-gddt' })
    expect((await call('/admin/api/entries', { method: 'POST', body })).status).toBe(201)
    expect((await call('/admin/api/staff')).status).toBe(403)
    expect((await call('/admin/api/audit')).status).toBe(403)
    expect((await call('/admin/api/openapi.json')).status).toBe(200)
    const { items } = expectOk(await boss.get<{ items: { id: string }[] }>('/admin/api/tokens'))
    expectOk(await boss.delete(`/admin/api/tokens/${items[0]?.id}`))
    expect((await call('/admin/api/entries')).status).toBe(401)
  })
})

describe('the same request sent twice', () => {
  const wish = { kind: 'article', title: 'Gửi hai lần', unitId: 'so-gddt' }
  const post = '/admin/api/entries'

  test('with a key it is done once and answered alike; another request under the key is refused', async () => {
    const world = await createWorld()
    const client = await world.signIn({ role: 'editor' })
    const key = { 'idempotency-key': 'gui-bai-2026-11-23' }
    const first = await client.post<EntryReply>(post, wish, key)
    const second = await client.post<EntryReply>(post, wish, key)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect(await client.post(post, { ...wish, title: 'Bài khác hẳn' }, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency.key_reused' },
    })
    const somebody = await world.signIn({ role: 'editor' })
    expect((await somebody.post<EntryReply>(post, wish, key)).body.id).not.toBe(first.body.id)
  })

  test('ten at once with one key make one thing', async () => {
    const world = await createWorld()
    const client = await world.signIn({ role: 'editor' })
    const key = { 'idempotency-key': 'muoi-lan-mot-luc' }
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.post<EntryReply>(post, wish, key)))
    const made = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id))
    expect(made.size).toBe(1)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
  })

  test('a refused request leaves its key free', async () => {
    const world = await createWorld()
    const client = await world.signIn({ role: 'editor' })
    const key = { 'idempotency-key': 'sai-roi-sua-lai' }
    expect((await client.post(post, { ...wish, unitId: 'khong-co-don-vi' }, key)).status).toBe(403)
    expect((await client.post(post, { ...wish, unitId: 'khong-co-don-vi' }, key)).status).toBe(403)
  })
})
