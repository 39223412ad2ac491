import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'

const PROVENANCE = `
sources: [{ title: Luật Giáo dục, url: null }]
checkedOn: 2026-11-01
reviewBy: 2027-11-01
owner: Văn phòng Sở
unverified: []
`
const ANSWER = `
slug: hoc-phi-lop-1
question: Học phí lớp 1 trường công là bao nhiêu?
body: Học sinh tiểu học trường công **không phải đóng** học phí.
searchTerms: [tiền học lớp một]
related: [article:co-che-mot-cua]
${PROVENANCE}`

function notice(slug: string, showFrom: string, showUntil: string) {
  return `
slug: ${slug}
title: Nghỉ học vì bão
text: Học sinh toàn tỉnh nghỉ học ngày mai.
level: warning
showFrom: ${showFrom}
showUntil: ${showUntil}
related: [article:co-che-mot-cua]
${PROVENANCE}`
}

function writeContent(folder: string) {
  for (const kind of ['answers', 'announcements']) mkdirSync(join(folder, kind), { recursive: true })
  writeFileSync(join(folder, 'answers/hoc-phi-lop-1.yaml'), ANSWER)
  writeFileSync(join(folder, 'announcements/bao-qua.yaml'), notice('bao-qua', '2026-11-01', '2026-11-22'))
  writeFileSync(join(folder, 'announcements/bao-nay.yaml'), notice('bao-nay', '2026-11-20', '2026-11-23'))
}

describe('short answers and notices reach people', () => {
  test('an answer is listed, read, found by its other words, and kept for when there is no network', async () => {
    const world = await createWorld({ editContent: writeContent })
    const question = 'Học phí lớp 1 trường công là bao nhiêu?'
    expect(await world.getJson('/api/answers')).toEqual({ items: [{ slug: 'hoc-phi-lop-1', question }] })
    const answer = await world.getJson('/api/answers/hoc-phi-lop-1')
    expect(answer).toMatchObject({ question, related: [{ type: 'article', slug: 'co-che-mot-cua' }] })
    const found = await world.getJson<{ items: object[] }>('/api/search?q=tien+hoc+lop+mot')
    expect(found.items[0]).toMatchObject({ type: 'answer', slug: 'hoc-phi-lop-1' })
    const library = await world.getJson<{ answers: object[] }>('/api/library')
    expect(library.answers).toEqual([answer])
    const missing = await world.get('/api/answers/khong-co')
    expect([missing.status, await missing.json()]).toMatchObject([404, { code: 'answer.not_found' }])
  })

  test('its page has a head of its own', async () => {
    const world = await createWorld({ editContent: writeContent, withApp: true })
    const page = await (await world.get('/hoi-dap/hoc-phi-lop-1')).text()
    expect(page).toContain('<title>Học phí lớp 1 trường công là bao nhiêu? – Hành chính giáo dục Tây Ninh</title>')
    expect((await world.get('/hoi-dap/khong-co', { headers: { accept: 'text/html' } })).status).toBe(404)
  })

  test('the first screen carries the notices that are not over', async () => {
    const world = await createWorld({ editContent: writeContent })
    const home = await world.getJson<{ announcements: object[] }>('/api/home')
    expect(home.announcements).toMatchObject([
      { slug: 'bao-nay', level: 'warning', showUntil: '2026-11-23', link: { type: 'article', slug: 'co-che-mot-cua' } },
    ])
  })
})
