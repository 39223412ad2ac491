import { describe, expect, test } from 'vitest'
import { groupMisses } from '../../server/reading/miss-groups.rules.ts'
import { keepMisses } from '../../server/search/search.usecases.ts'
import { createWorld } from '../world/world.ts'

type Groups = {
  items: { query: string; count: number; newestDay: string; wordings: string[] }[]
  total: number
  nextCursor: string | null
}

const day = (at: number) => `2026-11-${String(1 + (at % 23)).padStart(2, '0')}`
const lines = (...queries: string[]) => queries.map((query, at) => ({ query, count: 1, newestDay: day(at) }))
const namesOf = (...queries: string[]) => groupMisses(lines(...queries)).map(({ query, count }) => [query, count])

/** Forty questions nobody answers, three or four telling words each. */
const QUESTIONS = `
  hoc bong vuot kho xa bien gioi|xe dua don hoc sinh tieu hoc|an ban tru truong mam non|dong phuc hoc sinh trung hoc
  thue nha tro sinh vien ngheo|mua sach giao khoa cu|day them ngoai gio phi|bao hiem y te hoc duong
  kham rang mien phi hoc duong|xay nha ve sinh truong|camera lop hoc mam non|dang ky xe buyt thang
  phat hoc sinh vi pham giao thong|thi bang lai xe may|boi loi mua he thieu nhi|trai he quan doi
  tuyen bao ve truong tieu hoc|luong giao vien hop dong moi|phu cap tham nien nha giao|nghi thai san giao vien nam
  don xin chuyen cong tac vien chuc|cham diem sang kien kinh nghiem|tap huan phan mem csdl nganh|ket noi mang lop hoc vung sau
  may tinh bang cho hoc sinh ngheo|hoc truc tuyen mua lu lut|cuu tro bao lut truong hoc|sua mai ton phong hoc
  cay xanh nga do san truong|cho tho gan cong truong|ban hang rong truoc cong|nuoc uong tinh khiet truong hoc
  ngo doc thuc pham bep an|dich sot xuat huyet lop hoc|tiem vac xin hpv nu sinh|tu van tam ly hoc duong
  bao luc mang xa hoi|cai nghien thuoc la dien tu|day vo co truyen|cau lac bo don ca tai tu`
  .trim()
  .split(/[|\n]/)
  .map((question) => question.trim())

/** As people ask it: half typed, in another order, with courtesies, with a word too many, with a slip. */
function waysOf(question: string) {
  const words = question.split(' ')
  const slip = words.map((word, at) => (at === words.findIndex(({ length }) => length >= 4) ? `${word}n` : word))
  return [
    question,
    question.slice(0, -1),
    question.slice(0, Math.ceil(question.length * 0.7)),
    [...words].reverse().join(' '),
    [...words.slice(1), words[0]].join(' '),
    `cho toi hoi ${question} a`,
    `${question} quan`,
    slip.join(' '),
  ]
}

describe('questions that ask the same are counted together', () => {
  test('300 lines about forty things are forty groups, give or take two', () => {
    const asked = QUESTIONS.flatMap((question, at) =>
      waysOf(question)
        .slice(0, at < 20 ? 8 : 7)
        .map((query, way) => ({ query, count: way === 0 ? 5 : 1, newestDay: day(at + way) })),
    )
    expect([QUESTIONS.length, asked.length]).toEqual([40, 300])
    const groups = groupMisses(asked)
    expect(groups.length).toBeGreaterThanOrEqual(38)
    expect(groups.length).toBeLessThanOrEqual(42)
    const total = (counts: { count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0)
    expect(total(groups)).toBe(total(asked))
    expect(groups.filter(({ query }) => QUESTIONS.includes(query)).length).toBeGreaterThanOrEqual(38)
  })

  test('what was typed on the way belongs to where it led', () => {
    expect(namesOf('xe buy', 'xe buyt hoc sinh', 'xe buyt hoc')).toEqual([['xe buyt hoc sinh', 3]])
  })

  test('a whole word that begins several questions brings them not together', () => {
    expect(namesOf('hoc', 'hoc bong', 'hoc phi')).toEqual([
      ['hoc bong', 1],
      ['hoc phi', 1],
      ['hoc', 1],
    ])
  })

  test('two short questions that differ in what they are about stay two', () => {
    expect(namesOf('mien hoc phi', 'hoan hoc phi', 'hoc bong', 'hoc phi').length).toBeGreaterThanOrEqual(3)
  })

  test('the newest day and every count survive', () => {
    expect(
      groupMisses([
        { query: 'xe buyt hoc sinh', count: 4, newestDay: '2026-11-02' },
        { query: 'hoc sinh xe buyt', count: 3, newestDay: '2026-11-20' },
      ]),
    ).toEqual([{ query: 'xe buyt hoc sinh', count: 7, newestDay: '2026-11-20', wordings: ['hoc sinh xe buyt'] }])
  })
})

describe('staff see what people did not find', () => {
  test('asked three ways on two days, shown once with the newest day, page by page', async () => {
    const world = await createWorld()
    const ask = (q: string) => world.get(`/api/search?q=${encodeURIComponent(q)}`)
    await ask('trạm vũ trụ quốc tế')
    await ask('vũ trụ quốc tế trạm')
    await keepMisses(world.service.ctx)
    world.clock.now = new Date('2026-11-25T02:00:00Z')
    await ask('trạm vũ trụ quốc tế')
    await keepMisses(world.service.ctx)
    const lan = await world.signIn({ role: 'viewer' })
    const asked = await lan.get<Groups>('/admin/api/search-misses?from=2026-11-01&to=2026-11-30')
    expect([asked.status, asked.body]).toEqual([
      200,
      {
        items: [{ query: 'tram vu tru quoc te', count: 3, newestDay: '2026-11-25', wordings: ['vu tru quoc te tram'] }],
        total: 1,
        nextCursor: null,
      },
    ])
    expect((await lan.get<Groups>('/admin/api/search-misses?from=2026-11-26&to=2026-11-30')).body.total).toBe(0)
  })

  test('a long list comes page by page, each group once', async () => {
    const world = await createWorld()
    const letters = 'abcdeghiklmnopqrstuvxy'
    const word = (at: number) => [...String(at * 7919)].map((figure) => letters[Number(figure) * 2]).join('')
    for (let at = 1; at <= 60; at += 1) world.service.ctx.misses.count(`${word(at)} ${word(at + 100)}`)
    await keepMisses(world.service.ctx)
    const lan = await world.signIn({ role: 'viewer' })
    const address = '/admin/api/search-misses?from=2026-11-01&to=2026-11-30'
    const first = (await lan.get<Groups>(address)).body
    const second = (await lan.get<Groups>(`${address}&cursor=${first.nextCursor}`)).body
    const seen = new Set([...first.items, ...second.items].map(({ query }) => query))
    expect([first.items.length, seen.size, second.nextCursor]).toEqual([50, first.total, null])
  })
})
