import { describe, expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'

type Procedure = {
  code: string
  slug: string
  detail: string
  questions: { key: string }[]
  cases: { documents: { name: string; appliesWhen: { question: string } | null }[] }[]
  channels: { channel: string; times: unknown[]; fees: unknown[] }[]
  sources: unknown[]
  redirectedFrom?: { code: string; reason: string; alternatives: { code: string }[] }
}
type List = {
  items: { code: string; field: string; levels: string[]; audiences: string[] }[]
  total: number
  nextCursor: string | null
  fields: { name: string; count: number }[]
}

describe('reading a procedure', () => {
  const world = shareWorld()

  test('a parent who moves a child to another school gets who, where, how long, and a dossier', async () => {
    const procedure = await world().getJson<Procedure>('/api/procedures/2.002854')
    expect(procedure).toMatchObject({
      slug: 'chuyen-truong',
      detail: 'full',
      whereToSubmit: expect.stringContaining('Trường'),
    })
    expect(procedure.cases[0]?.documents.length).toBeGreaterThan(1)
    expect(procedure.questions.map(({ key }) => key)).toContain('khac-tinh')
    expect(procedure.sources.length).toBeGreaterThan(0)
  })

  test('the slug and the code are the same page', async () => {
    expect(await world().getJson('/api/procedures/chuyen-truong')).toEqual(
      await world().getJson('/api/procedures/2.002854'),
    )
  })

  test('an old code lands on the procedure in force and says so', async () => {
    const procedure = await world().getJson<Procedure>('/api/procedures/1.005092')
    expect(procedure).toMatchObject({
      code: '3.000465',
      redirectedFrom: { code: '1.005092', reason: expect.stringMatching(/./) },
    })
  })

  test('a mistyped code is not found, and the nearest ones are offered', async () => {
    const response = await world().get('/api/procedures/2.002845')
    const problem = (await response.json()) as { code: string; nearest: { code: string }[] }
    expect([response.status, response.headers.get('content-type'), problem.code]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
      'procedure.not_found',
    ])
    expect(problem.nearest.map(({ code }) => code)).toContain('2.002854')
  })

  test('where the source is silent about fees the answer is empty, never free', async () => {
    const { channels } = await world().getJson<Procedure>('/api/procedures/2.002854')
    expect(channels.map(({ fees }) => fees)).toEqual(channels.map(() => []))
  })
})

describe('the list of procedures', () => {
  const world = shareWorld()

  async function walk(query: string) {
    const pages: List[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: List = await world().getJson(
        `/api/procedures?${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      )
      pages.push(page)
      cursor = page.nextCursor
    }
    return pages
  }

  test('page by page it shows everything exactly once', async () => {
    const pages = await walk('')
    const codes = pages.flatMap(({ items }) => items.map(({ code }) => code))
    expect(pages.length).toBeGreaterThan(3)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).toHaveLength(pages[0]?.total ?? -1)
  })

  test.each([
    ['level=province', (item: List['items'][number]) => item.levels.includes('province')],
    ['audience=parent', (item: List['items'][number]) => item.audiences.includes('parent')],
    [
      'level=institution&audience=student',
      (item: List['items'][number]) => item.levels.includes('institution') && item.audiences.includes('student'),
    ],
  ])('%s shows those and no others', async (query, belongs) => {
    const [all, some] = [
      (await walk('')).flatMap(({ items }) => items),
      (await walk(query)).flatMap(({ items }) => items),
    ]
    expect(some.map(({ code }) => code).sort()).toEqual(
      all
        .filter(belongs)
        .map(({ code }) => code)
        .sort(),
    )
    expect(some.length).toBeGreaterThan(2)
  })

  test('a field shows as many as its count says', async () => {
    const [{ fields = [] } = {}] = await walk('')
    for (const { name, count } of fields) {
      const items = (await walk(`field=${encodeURIComponent(name)}`)).flatMap((page) => page.items)
      expect([name, items.length]).toEqual([name, count])
    }
  })

  test.each([
    ['cursor=nonsense', 'cursor.invalid'],
    ['cursor=WzFd', 'cursor.invalid'],
    ['level=district', 'request.invalid'],
    ['page=2', 'request.unknown_parameter'],
  ])('%s is refused as %s', async (query, code) => {
    const response = await world().get(`/api/procedures?${query}`)
    expect([response.status, await response.json()]).toMatchObject([400, { code }])
  })
})
