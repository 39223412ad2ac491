import { describe, expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'

type Answer = {
  items: { type: string; slug: string; code?: string; title: string; snippet: string; redirectedFrom?: string }[]
  confidence: string
  suggestions: string[]
  ambiguous?: { word: string; choices: { meaning: string; query: string }[] }
}

describe('searching', () => {
  const world = shareWorld()
  const ask = (q: string, more = '') => world().getJson<Answer>(`/api/search?q=${encodeURIComponent(q)}${more}`)

  test.each([
    ['chuyển trường', '2.002854'],
    ['chuyen truong', '2.002854'],
    ['CHUYỂN TRƯỜNG CHO CON', '2.002854'],
    ['chuyen truogn', '2.002854'],
    ['chuyeenr truwowngf', '2.002854'],
    ['mất bằng tốt nghiệp', '3.000465'],
    ['2.002854', '2.002854'],
    ['2002854', '2.002854'],
  ])('"%s" finds %s first', async (q, code) => {
    const { items, confidence } = await ask(q)
    expect([items[0]?.code, confidence === 'low']).toEqual([code, false])
  })

  test.each([
    ['61/2018', 'nd-61-2018'],
    ['nghị định 61/2018/NĐ-CP', 'nd-61-2018'],
    ['53/KH-UBND', 'kh-53-ubnd'],
    ['118/2025', 'nd-118-2025'],
  ])('the number %s finds its document', async (q, slug) => {
    const { items, confidence } = await ask(q)
    expect([items[0]?.type, items[0]?.slug, confidence]).toEqual(['document', slug, 'high'])
  })

  test('an old code finds what replaced it and says which code was asked', async () => {
    const { items } = await ask('1.005092')
    expect(items[0]).toMatchObject({ code: '3.000465', redirectedFrom: '1.005092' })
  })

  test.each([
    'tố cáo',
    'to cao hieu truong',
    'khiếu nại',
    'tôi muốn khiếu nại kết quả thi',
    'viết đơn tố cáo ở đâu',
    'khieu nai cham tra bang',
  ])('whoever says "%s" is led to the lawful channel before any procedure', async (q) => {
    const { items, confidence } = await ask(q)
    expect([items[0]?.code, confidence]).toEqual(['ART-KNTC', 'high'])
  })

  test.each(['hk', 'hs', 'tt', 'tn', 'kh'])(
    '"%s" has several meanings: the choice is the asker’s, and each choice is an answerable query',
    async (q) => {
      const { ambiguous, confidence } = await ask(q)
      expect([ambiguous?.word, confidence]).toEqual([q, 'medium'])
      expect(ambiguous?.choices.length).toBeGreaterThan(1)
      for (const { query } of ambiguous?.choices ?? []) expect((await ask(query)).items.length).toBeGreaterThan(0)
    },
  )

  test('the filter by type keeps to it', async () => {
    const { items } = await ask('trường', '&type=document&limit=50')
    expect(new Set(items.map(({ type }) => type))).toEqual(new Set(['document']))
  })

  test.each(['xyzqwv', 'zzzz qqqq', '???', '…'])('"%s" is not answered with something else', async (q) => {
    expect(await ask(q)).toMatchObject({ confidence: 'low' })
  })

  test.each(['bán nhà mặt tiền', 'kết quả xổ số hôm nay', 'cách nấu phở bò', 'giá vàng'])(
    '"%s" is not our business and is never answered with confidence',
    async (q) => {
      expect((await ask(q)).confidence).not.toBe('high')
    },
  )

  test('a long story is read by its most telling words', async () => {
    const story =
      'Chào anh chị, nhà em mới dọn từ Long An về đây, bé nhà em đang học lớp 4, giờ em muốn xin cho bé chuyển trường về gần nhà thì làm sao ạ, em cảm ơn nhiều'
    const { items } = await ask(story)
    expect(items.slice(0, 3).map(({ code }) => code)).toContain('2.002854')
  })

  test('300 characters are answered, 301 are refused with the limit, wide letters counted once', async () => {
    expect((await world().get(`/api/search?q=${encodeURIComponent('ữ'.repeat(300))}`)).status).toBe(200)
    const refused = await world().get(`/api/search?q=${'a'.repeat(301)}`)
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'search.query_too_long', longest: 300 }])
  })

  test.each(['/api/search', '/api/search?q=a&limit=0', '/api/search?q=a&limit=51', '/api/search?q=a&type=person'])(
    '%s is refused',
    async (path) => {
      const response = await world().get(path)
      expect([response.status, await response.json()]).toMatchObject([400, { code: 'request.invalid' }])
    },
  )
})
