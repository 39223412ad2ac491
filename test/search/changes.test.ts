import { describe, expect, test } from 'vitest'
import { indexDocument, removeDocument } from '../../server/search/search-index.ts'
import { hostileQuery } from '../chaos/hostile-queries.ts'
import { createWorld } from '../world/world.ts'

type Answer = { items: { slug: string; title: string }[]; confidence: string }

const kite = {
  type: 'procedure' as const,
  slug: 'tha-dieu',
  code: '9.000001',
  otherCodes: ['9.000000'],
  title: 'Cấp giấy phép thả diều',
  plainTitle: 'Xin phép thả diều trên đê',
  summary: 'Thả diều',
  terms: ['thả diều ở đâu'],
  body: 'đường đê, mùa gió chướng',
  listedOnly: false,
}

describe('what is published is found', () => {
  test('a record is found as soon as its write is done, under its old code too, and gone when it is withdrawn', async () => {
    const world = await createWorld()
    const ask = async (q: string) =>
      (await world.getJson<Answer>(`/api/search?q=${encodeURIComponent(q)}`)).items.map(({ slug }) => slug)
    const { write } = world.service.ctx
    expect(await ask('tha dieu')).not.toContain('tha-dieu')
    await write((tx) => indexDocument(tx, kite))
    expect((await ask('tha dieu'))[0]).toBe('tha-dieu')
    expect((await ask('9.000000'))[0]).toBe('tha-dieu')
    expect(await ask('mùa gió chướng')).toContain('tha-dieu')
    await write((tx) =>
      indexDocument(tx, { ...kite, title: 'Cấp giấy phép thả đèn trời', plainTitle: 'Thả đèn trời', terms: [] }),
    )
    expect((await ask('tha den troi'))[0]).toBe('tha-dieu')
    await write((tx) => removeDocument(tx, { types: ['procedure'], slug: 'tha-dieu' }))
    expect(await ask('tha den troi')).not.toContain('tha-dieu')
  })

  test('a record whose write failed is not found', async () => {
    const world = await createWorld()
    const failed = world.service.ctx.write(async (tx) => {
      await indexDocument(tx, kite)
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    const { items } = await world.getJson<Answer>('/api/search?q=tha+dieu')
    expect(items.map(({ slug }) => slug)).not.toContain('tha-dieu')
  })

  test('changed hundreds of times, it is found once and in its last form', async () => {
    const world = await createWorld()
    for (let version = 0; version < 400; version += 1)
      await world.service.ctx.write((tx) => indexDocument(tx, { ...kite, title: `Thả diều bản ${version}` }))
    const { items } = await world.getJson<Answer>('/api/search?q=tha+dieu&limit=50')
    expect(items.filter(({ slug }) => slug === 'tha-dieu').map(({ title }) => title)).toEqual(['Thả diều bản 399'])
  })
})

describe('questions made to hurt', () => {
  test('hundreds of them are answered, none with an error, and the tables are as before', async () => {
    const world = await createWorld()
    const statuses = await Promise.all(
      Array.from(
        { length: 300 },
        async (_, at) => (await world.get(`/api/search?q=${encodeURIComponent(hostileQuery(at))}`)).status,
      ),
    )
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect((await world.getJson<{ items: unknown[] }>('/api/procedures')).items.length).toBeGreaterThan(0)
  })
})
