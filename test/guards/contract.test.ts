import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { describeApi, makeApiTypes } from '../../scripts/contract.ts'
import { shareWorld } from '../world/world.ts'

const { document } = describeApi()
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
ajv.addSchema({ $id: 'api', ...document })

/** What is wrong with a reply against the contract's 200 for `path`. */
function faults(path: string, reply: unknown) {
  const pointer = `api#/paths/${encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'))}/get/responses/200/content/application~1json/schema`
  const validate = ajv.getSchema(pointer)
  if (!validate) throw new Error(`${path} has no reply in the contract`)
  return validate(reply) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

type Named = { slug: string; code?: string | null }
type List = { items: Named[]; nextCursor?: string | null }

describe('the contract', () => {
  const world = shareWorld()

  test('the app’s types are those of the contract; npm run api:types writes them anew', async () => {
    expect(readFileSync(new URL('../../src/api/schema.gen.ts', import.meta.url), 'utf8')).toBe(
      (await makeApiTypes()).citizens,
    )
  })

  test('and the staff web’s are those of the staff’s', async () => {
    expect(readFileSync(new URL('../../admin/api/schema.gen.ts', import.meta.url), 'utf8')).toBe(
      (await makeApiTypes()).staff,
    )
  })

  test('what is served at /api/openapi.json describes these routes', async () => {
    const served = await world().getJson<{ openapi: string; paths: object }>('/api/openapi.json')
    expect(served.openapi).toBe('3.1.0')
    expect(Object.keys(served.paths).sort()).toEqual(Object.keys(document.paths ?? {}).sort())
  })

  test.each(['article', 'document', 'index', 'situation'])(
    'every published %s keeps the contract, list and item',
    async (kind) => {
      const path =
        { article: '/api/articles', document: '/api/documents', index: '/api/indices', situation: '/api/situations' }[
          kind
        ] ?? ''
      const list = await world().getJson<List>(path)
      expect(list.items.length).toBeGreaterThan(7)
      expect(faults(path, list)).toEqual([])
      const wrong = []
      for (const { slug } of list.items) {
        const found = faults(`${path}/{slug}`, await world().getJson(`${path}/${slug}`))
        if (found.length > 0) wrong.push([slug, found])
      }
      expect(wrong).toEqual([])
    },
  )

  test('every procedure keeps the contract, page after page', async () => {
    const seen = new Set<string>()
    const wrong = []
    for (let cursor: string | null | undefined = ''; cursor !== null; ) {
      const page: List = await world().getJson(`/api/procedures${cursor ? `?cursor=${cursor}` : ''}`)
      expect(faults('/api/procedures', page)).toEqual([])
      for (const { slug, code } of page.items) {
        seen.add(slug)
        const found = faults('/api/procedures/{codeOrSlug}', await world().getJson(`/api/procedures/${code}`))
        if (found.length > 0) wrong.push([slug, found])
      }
      cursor = page.nextCursor ?? null
    }
    expect(wrong).toEqual([])
    expect(seen.size).toBeGreaterThan(200)
  })

  test.each(['/api/home', '/api/library'])('%s keeps the contract', async (path) => {
    expect(faults(path, await world().getJson(path))).toEqual([])
  })

  test.each(['chuyen truong', 'hk', 'xyzqwv', '1.005092'])('the answer to "%s" keeps the contract', async (q) => {
    expect(faults('/api/search', await world().getJson(`/api/search?q=${encodeURIComponent(q)}`))).toEqual([])
  })

  test('a reply with a field nobody declared would be noticed', async () => {
    const reply = await world().getJson<object>('/api/articles/co-che-mot-cua')
    expect(faults('/api/articles/{slug}', { ...reply, phone: '0912345678' })).not.toEqual([])
    expect(faults('/api/articles/{slug}', { ...reply, sources: [] })).not.toEqual([])
  })
})
